// What a role that a project made up keeps people from is not offered on its board; and tags reach other browsers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drag, launch, shows, signedIn, stored } from "./browser.mjs";
import { board, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

let people = 0;

/** A board, and the page of somebody whose role there has these restrictions; they have the tasks of `own`. */
async function restricted(columns, restrictions, own = []) {
  const demo = await board(server, columns);
  const admin = await signedIn(browser, server);
  await admin.goto(`/project/${demo.project}/roles`);
  const csrf = await admin.locator("input[name=csrf]").first().getAttribute("value");
  const post = (path, fields) => admin.request.post(path, { data: new URLSearchParams([["csrf", csrf], ...fields]).toString(), headers: { "content-type": "application/x-www-form-urlencoded", origin: server.url } });
  await post(`/project/${demo.project}/roles`, [["name", "Tester"]]);
  await admin.reload();
  const role = (await admin.locator(`a[href^="/project/${demo.project}/roles/"]`).first().getAttribute("href")).split("/").at(-1);
  const answer = await post(`/project/${demo.project}/roles/${role}`, [["name", "Tester"], ...restrictions(demo.columns)]);
  assert.ok(answer.ok(), String(answer.status()));
  await admin.finish();
  people += 1;
  const as = { username: `tester${people}`, password: "a tester's secret" };
  const user = await server.call("createUser", as);
  await server.call("addProjectUser", [demo.project, user, "Tester"]);
  for (const title of own) await server.call("updateTask", { id: demo.tasks[title], owner_id: user });
  const page = await signedIn(browser, server, { as });
  await page.goto(demo.path);
  await page.locator(".live[data-state=on]").waitFor({ state: "attached" });
  return { demo, page };
}

const task = (page, title) => page.locator(".task", { has: page.locator("h3", { hasText: title }) });
const lane = (demo, at) => `.tasks[data-column="${demo.columns[at]}"]`;

test("a task is dragged where the role lets it go, and nowhere else", async () => {
  const passage = (c) => [["from", c[0]], ["to", c[2]], ["whose", "all"]];
  const { demo, page } = await restricted([["A"], ["Stuck"], [], []], passage);
  // Into the forbidden column: it says why while the task is over it, and the task comes back.
  const from = await task(page, "A").boundingBox();
  const to = await page.locator(lane(demo, 1)).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 8, from.y + from.height, { steps: 4 });
  await page.locator(`${lane(demo, 1)}[data-refused*="Your role"]`).waitFor();
  assert.equal(await page.locator(`${lane(demo, 2)}[data-refused]`).count(), 0);
  await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 10 });
  await page.mouse.up();
  assert.equal(await page.locator("[data-refused]").count(), 0);
  await shows(page, [["A"], ["Stuck"], [], []]);
  await drag(page, "A", lane(demo, 2));
  await shows(page, [[], ["Stuck"], ["A"], []]);
  await stored(demo, [[], ["Stuck"], ["A"], []]);
  // What may go nowhere stays in its place.
  await drag(page, "Stuck", lane(demo, 0));
  await shows(page, [[], ["Stuck"], ["A"], []]);
  await page.finish();
});

test("the keyboard passes over columns that the role forbids, and says so at the end", async () => {
  const passage = (c) => [["from", c[0]], ["to", c[2]], ["whose", "own"]];
  const { demo, page } = await restricted([["Mine", "Another's"], ["B"], [], []], passage, ["Mine"]);
  const said = async () => (await page.locator("[aria-live=polite]").allTextContents()).join(" ");
  await task(page, "Mine").locator("a").focus();
  for (const key of ["Space", "ArrowRight"]) await page.keyboard.press(key);
  await shows(page, [["Another's"], ["B"], ["Mine"], []]);
  await page.keyboard.press("ArrowRight");
  assert.match(await said(), /Your role/);
  await page.keyboard.press("Space");
  await stored(demo, [["Another's"], ["B"], ["Mine"], []]);
  await task(page, "Another's").locator("a").focus();
  for (const key of ["Space", "ArrowRight", "Escape"]) await page.keyboard.press(key);
  await shows(page, [["Another's"], ["B"], ["Mine"], []]);
  await page.finish();
});

test("menu, editor and bar leave out what would be refused", async () => {
  const { page } = await restricted([["Mine", "Another's"], [], [], []], () => [["block", "task_update_assigned"], ["block", "task_creation"], ["block", "task_open_close"]], ["Mine"]);
  assert.equal(await page.locator("form.add").count(), 0);
  await task(page, "Another's").locator("a").focus();
  await page.keyboard.press("e");
  await page.locator(".toast", { hasText: "assigned to you" }).waitFor();
  assert.equal(await page.locator("form.quick-edit").count(), 0);
  await page.keyboard.press(".");
  await page.locator("[role=menu]").waitFor();
  assert.equal(await page.getByRole("menuitem", { name: "Close task" }).count(), 0);
  assert.equal(await page.getByRole("menuitemradio").count(), 0);
  await page.keyboard.press("Escape");
  await task(page, "Mine").locator("a").focus();
  await page.keyboard.press("x");
  const color = page.locator(".selection [name=color]");
  await color.waitFor();
  assert.ok(await color.isEnabled());
  assert.equal(await page.locator(".selection [data-act=close]").count(), 0);
  await task(page, "Another's").locator("a").focus();
  await page.keyboard.press("x");
  await page.locator(".selection", { hasText: "2 tasks selected" }).waitFor();
  assert.ok(await color.isDisabled(), "one of them is another's");
  await page.finish();
});

test("tags that one browser changes show in another, on the board and in the panel", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  await server.call("createTag", [demo.project, "known"]);
  const [mine, theirs] = await Promise.all([signedIn(browser, server), signedIn(browser, server)]);
  await Promise.all([mine.goto(demo.path), theirs.goto(demo.path)]);
  await theirs.locator(".live[data-state=on]").waitFor({ state: "attached" });
  await theirs.click(".task a >> text=A");
  const panel = theirs.locator("#task-dialog .tags");
  await panel.waitFor({ state: "attached" });
  const tagged = async (tag) => {
    await theirs.locator(".task .chips", { hasText: tag }).waitFor();
    await panel.locator(".chip", { hasText: tag }).waitFor();
  };
  await task(mine, "A").locator("a").focus();
  await mine.keyboard.press("x");
  const field = mine.locator(".selection [name=tags]");
  await field.fill("known");
  await field.press("Tab");
  await tagged("known");
  // A tag that is new changes the board too.
  await field.fill("brand-new");
  await field.press("Tab");
  await tagged("brand-new");
  await server.call("setTaskTags", [demo.project, demo.tasks.A, ["brand-new"]]);
  await theirs.locator(".task .chips", { hasText: "known" }).waitFor({ state: "detached" });
  await panel.locator(".chip", { hasText: "known" }).waitFor({ state: "detached" });
  await Promise.all([mine.finish(), theirs.finish()]);
});

test("a change of several tasks is undone for all of them", async () => {
  const demo = await board(server, [["A", "B"], [], [], []]);
  await server.call("updateTask", { id: demo.tasks.A, color_id: "green" });
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.locator(".live[data-state=on]").waitFor({ state: "attached" });
  await task(page, "A").locator("a").focus();
  await page.keyboard.press("x");
  await task(page, "B").locator("a").click();
  await page.locator(".selection [name=color]").selectOption("red");
  await page.locator('.task[data-color="red"]').nth(1).waitFor();
  await page.locator(".toast", { hasText: "Saved" }).getByRole("button", { name: "Undo" }).click();
  await page.locator('.task[data-color="green"]').waitFor();
  await page.locator('.task[data-color="yellow"]').waitFor();
  assert.equal((await server.call("getTask", [demo.tasks.A])).color_id, "green");
  await page.finish();
});
