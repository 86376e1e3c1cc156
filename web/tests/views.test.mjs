// The filter, the list and the calendar in a real browser.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { drag, launch, shows, signedIn, stored } from "./browser.mjs";
import { board, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

const live = (page) => page.locator(".live[data-state=on]").waitFor();

test("with a filter on, a changed task comes and goes by itself, and counts stay right", async () => {
  const demo = await board(server, [["A", "B"], ["C"], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`${demo.path}?q=assignee:me`);
  await live(page);
  await shows(page, [[], [], [], []]);
  await server.call("updateTask", { id: demo.tasks.B, owner_id: 1 });
  await shows(page, [["B"], [], [], []]);
  await page.locator(".column .count", { hasText: "1 shown, 2 open" }).waitFor();
  await server.call("updateTask", { id: demo.tasks.C, owner_id: 1 });
  await shows(page, [["B"], ["C"], [], []]);
  await server.call("updateTask", { id: demo.tasks.B, owner_id: 0 });
  await shows(page, [[], ["C"], [], []]);
  await page.locator(".column .count", { hasText: "0 shown, 2 open" }).waitFor();
  await page.finish();
});

test("a task dragged between two that are shown lands there among the hidden ones", async () => {
  const demo = await board(server, [["A keep", "hidden one", "B keep"], ["C keep"], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`${demo.path}?q=keep`);
  await live(page);
  await drag(page, "C keep", `.task[data-task="${demo.tasks["B keep"]}"]`);
  await shows(page, [["A keep", "C keep", "B keep"], [], [], []]);
  await stored(demo, [["A keep", "C keep", "hidden one", "B keep"], [], [], []]);
  await page.finish();
});

test("the search language is completed by keyboard, with quotes where they are needed", async () => {
  const demo = await board(server, [["A"], ["B"], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  const box = page.locator("form[role=search] input[name=q]");
  await box.fill("");
  await box.pressSequentially("col");
  await page.locator(".words li", { hasText: "column:" }).waitFor();
  const chosen = page.locator('.words [aria-selected="true"]').getByText("column:", { exact: true });
  for (let presses = 0; presses < 3 && (await chosen.count()) === 0; presses += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await box.inputValue(), "column:");
  await box.pressSequentially("work");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await box.inputValue(), 'column:"Work in progress" ');
  await page.keyboard.press("Enter");
  await page.waitForURL("**/board/*?q=*");
  await shows(page, [[], [], [], []]);
  await page.locator("[data-filter-reset]").click();
  await shows(page, [["A"], ["B"], [], []]);
  await page.finish();
});

test("a ready-made filter is two clicks away", async () => {
  const demo = await board(server, [["A", "B"], [], [], []]);
  await server.call("updateTask", { id: demo.tasks.A, owner_id: 1 });
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.locator("[data-filter-menu]").click();
  await page.locator("#filter-menu a", { hasText: "My tasks" }).click();
  await shows(page, [["A"], [], [], []]);
  assert.equal(await page.locator("input[name=q]").inputValue(), "status:open assignee:me");
  await page.finish();
});

test("ticked rows of the list are changed together", async () => {
  const demo = await board(server, [["A", "B", "C"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/list?sort=id`);
  const bar = page.locator("form#bulk");
  assert.equal(await bar.isVisible(), false);
  for (const title of ["A", "C"]) await page.locator("tr", { has: page.getByRole("link", { name: title, exact: true }) }).locator("input[name=tasks]").check();
  await bar.locator("select[name=column]").selectOption({ label: "Ready" });
  await stored(demo, [["B"], ["A", "C"], [], []]);
  await page.finish();
});

test("a task is carried to another day of the calendar", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  await server.call("updateTask", { id: demo.tasks.A, date_due: "2027-02-10 14:30" });
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/calendar?day=2027-02-10`);
  const from = await page.locator(".entry", { hasText: "A" }).boundingBox();
  const to = await page.locator('[data-day="2027-02-12"]').boundingBox();
  await page.mouse.move(from.x + 20, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 12, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 20, { steps: 12 });
  await page.mouse.move(to.x + 41, to.y + 21, { steps: 2 });
  await page.mouse.up();
  await page.locator('[data-day="2027-02-12"] .entry', { hasText: "14:30 A" }).waitFor();
  await page.finish();
});

test("the picture of a report is saved as PNG", async () => {
  const demo = await board(server, [["A", "B"], ["C"], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/reports/flow`);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download as PNG" }).click()]);
  assert.equal(saved.suggestedFilename(), "flow.png");
  const png = await readFile(await saved.path());
  assert.equal(png.subarray(1, 4).toString(), "PNG");
  assert.equal(png.readUInt32BE(16), 1440);
  await page.finish();
});
