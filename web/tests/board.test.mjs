// The board in a real browser: by mouse, by touch, by keyboard, live, and without script.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drag, launch, shows, signedIn, stored } from "./browser.mjs";
import { board, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

test("a task dragged by mouse is stored, and another browser shows it", async (context) => {
  const demo = await board(server, [["A", "B"], ["C"], [], []]);
  const [mine, theirs] = await Promise.all([signedIn(browser, server), signedIn(browser, server)]);
  await Promise.all([mine.goto(demo.path), theirs.goto(demo.path)]);
  await theirs.locator(".live", { hasText: "Live" }).waitFor();
  await drag(mine, "A", `.tasks[data-column="${demo.columns[2]}"]`);
  const dropped = Date.now();
  await shows(mine, [["B"], ["C"], ["A"], []]);
  await shows(theirs, [["B"], ["C"], ["A"], []]);
  context.diagnostic(`seen after ${Date.now() - dropped} ms`);
  await stored(demo, [["B"], ["C"], ["A"], []]);
  await Promise.all([mine.finish(), theirs.finish()]);
});

test("a move that is refused goes back and says why", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.route("**/task/*/move", (route) => route.abort());
  await drag(page, "A", `.tasks[data-column="${demo.columns[1]}"]`);
  await shows(page, [["A"], [], [], []]);
  await page.locator("[role=status], [role=alert]").filter({ hasText: /\S/ }).first().waitFor();
  await stored(demo, [["A"], [], [], []]);
  await page.context().close();
});

test("a task is moved by the keyboard alone and keeps the focus", async () => {
  const demo = await board(server, [["A", "B"], ["C"], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.locator(".live", { hasText: "Live" }).waitFor();
  await page.locator(".task a", { hasText: "A" }).focus();
  for (const key of ["ArrowDown", "Space", "ArrowRight", "ArrowUp", "Space"]) await page.keyboard.press(key);
  await shows(page, [["A"], ["B", "C"], [], []]);
  await stored(demo, [["A"], ["B", "C"], [], []]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "B");
  const said = await page.locator("[aria-live=polite]").allTextContents();
  assert.match(said.join(" "), /Ready/);
  for (const key of ["Space", "ArrowRight", "Escape"]) await page.keyboard.press(key);
  await shows(page, [["A"], ["B", "C"], [], []]);
  await page.finish();
});

test("tasks are added one after the other with Enter", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  const field = page.locator(`form.add[data-column="${demo.columns[1]}"] input[name=title]`);
  await field.fill("First");
  await field.press("Enter");
  await shows(page, [["A"], ["First"], [], []]);
  await field.fill("Second");
  await field.press("Enter");
  await shows(page, [["A"], ["First", "Second"], [], []]);
  await stored(demo, [["A"], ["First", "Second"], [], []]);
  await page.finish();
});

test("what others do does not disturb who is typing or holding a task", async () => {
  const demo = await board(server, [["A", "B"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.locator(".live", { hasText: "Live" }).waitFor();
  const field = page.locator(`form.add[data-column="${demo.columns[1]}"] input[name=title]`);
  await field.fill("half a ti");
  await server.call("createTask", { title: "New", project_id: demo.project, column_id: demo.columns[1] });
  await shows(page, [["A", "B"], ["New"], [], []]);
  assert.equal(await field.inputValue(), "half a ti");
  assert.ok(await field.evaluate((element) => element === document.activeElement));

  await page.locator(".task a", { hasText: "A" }).focus();
  await page.keyboard.press("Space");
  await server.call("moveTaskPosition", [demo.project, demo.tasks.A, demo.columns[3], 1, 0]);
  await server.call("closeTask", [demo.tasks.B]);
  await shows(page, [["A"], ["New"], [], []]);
  await page.keyboard.press("Escape");
  await shows(page, [[], ["New"], [], ["A"]]);
  // The closed task was asked for and not found, which the browser writes down.
  await page.finish({ except: /404/ });
});

test("after a lost connection the board catches up", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.locator(".live", { hasText: "Live" }).waitFor();
  await page.context().setOffline(true);
  await server.call("createTask", { title: "Meanwhile", project_id: demo.project, column_id: demo.columns[0] });
  await page.context().setOffline(false);
  await page.waitForFunction(() => document.querySelectorAll(".task").length === 2, null, { timeout: 15_000 });
  await page.context().close();
});

test("on a phone one column fills the screen, and a long press drags", async () => {
  const demo = await board(server, [["A", "B"], [], [], []]);
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const page = await signedIn(browser, server, phone);
  await page.goto(demo.path);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "no sideways scroll");
  const [a, b] = await Promise.all(["A", "B"].map((title) => page.locator(".task", { hasText: title }).boundingBox()));
  const touch = await page.context().newCDPSession(page);
  const at = (x, y) => ({ touchPoints: [{ x, y }] });
  const x = a.x + a.width / 2;
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", ...at(x, a.y + a.height - 8) });
  await new Promise((resolve) => setTimeout(resolve, 450));
  for (let step = 1; step <= 10; step += 1) {
    const y = a.y + a.height - 8 + ((b.y + b.height + 10 - a.y - a.height) * step) / 10;
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", ...at(x, y) });
  }
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await stored(demo, [["B", "A"], [], [], []]);
  await page.finish();
});

test("without script the board reads, and a task is created and moved", async () => {
  const demo = await board(server, [["A"], ["B"], [], []]);
  const page = await signedIn(browser, server, { javaScriptEnabled: false });
  await page.goto(demo.path);
  await page.fill(`form.add[data-column="${demo.columns[2]}"] input[name=title]`, "C");
  await page.press(`form.add[data-column="${demo.columns[2]}"] input[name=title]`, "Enter");
  await page.locator(".task", { hasText: "C" }).waitFor();
  await page.click(".task a >> text=A");
  await page.locator("summary", { hasText: /^Move/ }).click();
  await page.selectOption("#move-column", String(demo.columns[1]));
  await page.fill("#move-position", "1");
  await page.click("button >> text=Move here");
  await stored(demo, [[], ["A", "B"], ["C"], []]);
  await page.finish();
});
