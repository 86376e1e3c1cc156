// Tasks on the board: the menu, the small form, several at once, undo, folding, and going anywhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drag, launch, shows, signedIn, stored } from "./browser.mjs";
import { board, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

async function open(columns, options) {
  const demo = await board(server, columns);
  const page = await signedIn(browser, server, options);
  await page.goto(demo.path);
  await page.locator(".live[data-state=on]").waitFor({ state: "attached" });
  return { demo, page };
}

const task = (page, title) => page.locator(".task", { has: page.locator("h3", { hasText: title }) });
const fields = async (id) => server.call("getTask", [id]);

test("the menu of a task is made when it is opened, and walked by keys", async () => {
  const { demo, page } = await open([["A", "B"], [], [], []]);
  assert.equal(await page.locator("[role=menu]").count(), 0);
  await task(page, "A").locator("a").focus();
  await page.keyboard.press(".");
  await page.locator("[role=menu]").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("[role=menu]").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "A");
  await task(page, "B").hover();
  await task(page, "B").locator(".more").click();
  await page.getByRole("menuitemradio", { name: "Red", exact: true }).click();
  await page.locator('.task[data-color="red"]').waitFor();
  assert.equal((await fields(demo.tasks.B)).color_id, "red");
  await page.finish();
});

test("a task is edited where it stands, and what others change meanwhile is not overwritten", async () => {
  const { demo, page } = await open([["A"], [], [], []]);
  await task(page, "A").locator("a").focus();
  await page.keyboard.press("e");
  const form = page.locator("form.quick-edit");
  await form.locator("[name=title]").fill("A new title");
  await form.locator("[name=assignee]").selectOption("1");
  await form.locator("[name=tags]").fill("urgent, home");
  await form.locator("[name=title]").press("Enter");
  await form.waitFor({ state: "detached" });
  await task(page, "A new title").locator(".chips", { hasText: "urgent" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "A new title");
  const saved = await fields(demo.tasks.A);
  assert.deepEqual([saved.title, saved.owner_id], ["A new title", 1]);

  await page.keyboard.press("e");
  await form.locator("[name=title]").fill("Mine");
  await server.call("updateTask", { id: demo.tasks.A, title: "Theirs" });
  await form.locator("[name=title]").press("Enter");
  await form.locator(".fault", { hasText: "Title: Theirs" }).waitFor();
  assert.equal((await fields(demo.tasks.A)).title, "Theirs");
  await form.locator("[name=title]").press("Enter");
  await task(page, "Mine").waitFor();
  assert.equal((await fields(demo.tasks.A)).title, "Mine");
  // The conflict is an answer that the browser writes down.
  await page.finish({ except: /409/ });
});

test("moving and closing are undone by the toast and by Ctrl+Z", async () => {
  const { demo, page } = await open([["A", "B", "C"], [], [], []]);
  await drag(page, "B", `.tasks[data-column="${demo.columns[1]}"]`);
  await stored(demo, [["A", "C"], ["B"], [], []]);
  await page.locator(".toast button", { hasText: "Undo" }).click();
  await shows(page, [["A", "B", "C"], [], [], []]);
  await stored(demo, [["A", "B", "C"], [], [], []]);

  await task(page, "A").locator("a").focus();
  await page.keyboard.press(".");
  await page.getByRole("menuitem", { name: "Close task" }).click();
  await shows(page, [["B", "C"], [], [], []]);
  await page.locator(".toast button", { hasText: "Undo" }).waitFor();
  await page.keyboard.press("Control+z");
  await shows(page, [["A", "B", "C"], [], [], []]);
  assert.equal((await fields(demo.tasks.A)).is_active, 1);
  await page.finish({ except: /404/ });
});

test("a task is moved by taps alone", async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const { demo, page } = await open([["A", "B"], ["C"], [], []], phone);
  await task(page, "A").locator(".more").tap();
  await page.getByRole("menuitem", { name: "Move…", exact: true }).tap();
  await page.locator("dialog .picks span", { hasText: "Ready" }).tap();
  await page.getByRole("button", { name: "End" }).tap();
  await page.getByRole("button", { name: "Move here" }).tap();
  await shows(page, [["B"], ["C", "A"], [], []]);
  await stored(demo, [["B"], ["C", "A"], [], []]);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "no sideways scroll");
  await page.finish();
});

test("several tasks are selected, moved and moved back at once", async () => {
  const { demo, page } = await open([["A", "B", "C"], [], [], []]);
  await task(page, "A").locator("a").focus();
  await page.keyboard.press("x");
  await task(page, "C").locator("a").click();
  await page.locator(".selection", { hasText: "2 tasks selected" }).waitFor();
  await page.locator(".selection [name=column]").selectOption(String(demo.columns[2]));
  await shows(page, [["B"], [], ["A", "C"], []]);
  await page.locator(".selection").waitFor({ state: "hidden" });
  await page.locator(".toast", { hasText: "2 tasks moved" }).getByRole("button", { name: "Undo" }).click();
  await shows(page, [["A", "B", "C"], [], [], []]);
  await stored(demo, [["A", "B", "C"], [], [], []]);
  await page.finish();
});

test("what is folded stays folded, and comes so from the server", async () => {
  const { demo, page } = await open([["A"], ["B"], [], []]);
  await page.locator(`.column[data-column="${demo.columns[1]}"] .more`).click();
  await page.getByRole("menuitem", { name: "Hide column" }).click();
  await page.keyboard.press("s");
  const strip = page.locator(`.column.folded[data-column="${demo.columns[1]}"]`);
  await strip.waitFor();
  const html = await (await page.request.get(demo.path)).text();
  assert.match(html, /class="board collapsed"/);
  assert.match(html, new RegExp(`class="column folded" data-column="${demo.columns[1]}"`));
  await page.reload();
  assert.ok((await strip.boundingBox()).width < 60);
  await strip.click();
  assert.ok((await page.locator(`.column[data-column="${demo.columns[1]}"]`).boundingBox()).width > 100);
  await page.finish();
});

test("a board that is drawn anew keeps what is typed and what is selected", async () => {
  const { demo, page } = await open([["A"], [], [], []]);
  await task(page, "A").locator("a").focus();
  await page.keyboard.press("x");
  const field = page.locator(`form.add[data-column="${demo.columns[1]}"] input[name=title]`);
  await field.fill("half a ti");
  await server.call("addColumn", [demo.project, "Fifth"]);
  await page.locator(".column", { hasText: "Fifth" }).waitFor();
  assert.equal(await field.inputValue(), "half a ti");
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  assert.equal(await page.locator(".task.selected").count(), 1);
  await page.finish();
});

test("where the stream is held back, the board asks", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.route("**/live?*", (route) => route.abort());
  await page.clock.install();
  await page.goto(demo.path);
  await page.clock.runFor(9_000);
  await page.locator(".live", { hasText: "every" }).waitFor();
  await server.call("createTask", { title: "Meanwhile", project_id: demo.project, column_id: demo.columns[1] });
  await page.clock.runFor(11_000);
  await shows(page, [["A"], ["Meanwhile"], [], []]);
  await page.finish({ except: /ERR_FAILED/ });
});

test("Ctrl+K goes to a task, b to another project, ? shows the keys", async () => {
  const { demo, page } = await open([["Needle in the hay"], [], [], []]);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("needle");
  await page.locator(".goals [aria-selected=true]", { hasText: "Needle in the hay" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/task/${demo.tasks["Needle in the hay"]}`);
  await page.goto(demo.path);
  await page.keyboard.press("?");
  await page.locator("dialog .keys").first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.locator(".goals [aria-selected=true]", { hasText: "Demo project" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("one line");
  await page.locator(".goals [aria-selected=true]", { hasText: "One line for each task" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".board.collapsed").waitFor();
  await page.keyboard.press("v");
  await page.keyboard.press("l");
  await page.waitForURL(`**/${demo.project}/list`);
  await page.keyboard.press("v");
  await page.keyboard.press("b");
  await page.waitForURL(`**${demo.path}`);
  await page.locator(".live[data-state=on]").waitFor({ state: "attached" });
  await page.finish();
});
