// A task opened over the board, and the settings of webhooks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signedIn } from "./browser.mjs";
import { board, receiver, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

test("a task opens over the board with its own address, is changed, and closes again", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.click(".task a >> text=A");
  const dialog = page.locator("#task-dialog");
  await dialog.locator(".sheet").waitFor();
  assert.ok(page.url().endsWith(`/task/${demo.tasks.A}`));
  await dialog.locator("textarea[name=title]").fill("A, renamed");
  await page.keyboard.press("Enter");
  await page.locator(".task", { hasText: "A, renamed" }).waitFor();
  const stored = await server.call("getTask", [demo.tasks.A]);
  assert.equal(stored.title, "A, renamed");

  await dialog.locator("#comment").fill("Seen **twice**");
  await dialog.locator("button", { hasText: "Comment" }).click();
  await dialog.locator(".comment strong", { hasText: "twice" }).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.ok(page.url().endsWith(demo.path));
  await page.goBack();
  await page.finish();
});

test("the fields beside a task save themselves, one by one, and are taken back", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  const field = async (name) => (await server.call("getTask", [demo.tasks.A]))[name];
  await page.goto(demo.path);
  await page.click(".task a >> text=A");
  const dialog = page.locator("#task-dialog");
  await dialog.locator(".sheet").waitFor();
  assert.equal(await dialog.locator("[data-part=fields] button", { hasText: "Save" }).isVisible(), false);
  // A title that is half typed stays as it is, and is not saved with the rest.
  await dialog.locator("textarea[name=title]").fill("Half a ti");
  await dialog.locator("#priority").focus();
  await dialog.locator("#priority").selectOption("2");
  const saved = page.locator(".toast", { hasText: "Saved" });
  await saved.getByRole("button", { name: "Undo" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "priority");
  assert.deepEqual([await field("priority"), await field("title")], [2, "A"]);
  assert.equal(await dialog.locator("textarea[name=title]").inputValue(), "Half a ti");
  await page.locator(".task .facts abbr", { hasText: "P2" }).waitFor();
  await dialog.locator("textarea[name=title]").fill("A");
  await saved.getByRole("button", { name: "Undo" }).click();
  await page.locator(".toast", { hasText: "Undone" }).waitFor();
  assert.equal(await field("priority"), 0);
  assert.equal(await dialog.locator("#priority").inputValue(), "0");

  await dialog.locator("#reference").fill("REF-7");
  await page.keyboard.press("Enter");
  await dialog.locator("#date_due").fill("2027-03-01T10:00");
  await dialog.locator("#reference").focus();
  await dialog.locator("#edit-tags").click();
  await dialog.locator("#new_tags").fill("press");
  await page.keyboard.press("Enter");
  await page.locator(".task .chips", { hasText: "press" }).waitFor();
  assert.deepEqual([await field("reference"), await field("date_due")], ["REF-7", Date.UTC(2027, 2, 1, 10) / 1000]);
  await dialog.locator(".ticks label", { hasText: "press" }).click();
  await page.locator(".task .chips", { hasText: "press" }).waitFor({ state: "detached" });
  assert.ok(await dialog.locator("#new_tags").isVisible(), "what was unfolded stays so");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await page.keyboard.press("Control+z");
  await page.locator(".task .chips", { hasText: "press" }).waitFor();
  await page.finish();
});

test("a field that somebody else changed meanwhile is shown and not overwritten", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  // The news stay away, as between two looks.
  await page.route("**/live?*", (route) => route.abort());
  await page.goto(`/task/${demo.tasks.A}`);
  await server.call("updateTask", { id: demo.tasks.A, color_id: "green" });
  await page.locator("#color").selectOption("red");
  await page.locator("[role=alert]", { hasText: "Green" }).waitFor();
  assert.equal((await server.call("getTask", [demo.tasks.A])).color_id, "green");
  assert.equal(await page.locator("#color").inputValue(), "red");
  await page.locator("[data-part=fields] button", { hasText: "Save" }).click();
  await page.locator(".toast", { hasText: "Saved" }).waitFor();
  assert.equal((await server.call("getTask", [demo.tasks.A])).color_id, "red");
  await page.finish({ except: /409|ERR_FAILED/ });
});

test("a comment that was not sent is still there after a reload", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server);
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`/task/${demo.tasks.A}`);
  await page.locator("#comment").pressSequentially("Half a thought");
  await page.reload();
  assert.equal(await page.locator("#comment").inputValue(), "Half a thought");
  await page.finish();
});

test("what somebody else changed meanwhile is shown and not overwritten", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const page = await signedIn(browser, server, { javaScriptEnabled: false });
  await page.goto(`/task/${demo.tasks.A}`);
  await server.call("updateTask", { id: demo.tasks.A, title: "Theirs" });
  await page.fill("textarea[name=title]", "Mine");
  await page.locator("button", { hasText: "Save" }).last().click();
  await page.locator("[role=alert]", { hasText: "Theirs" }).waitFor();
  assert.equal((await server.call("getTask", [demo.tasks.A])).title, "Theirs");
  assert.equal(await page.inputValue("textarea[name=title]"), "Mine");
  await page.context().close();
});

test("a webhook is set, tested and seen in the log", async (context) => {
  const hook = await receiver();
  context.after(() => hook.stop());
  const page = await signedIn(browser, server);
  await page.goto("/settings/webhooks/kanboard");
  await page.fill("input[name=url]", hook.url);
  await page.locator("button", { hasText: /^Save$/ }).click();
  await page.locator("button", { hasText: /test/i }).click();
  await page.getByText("thank you").waitFor();
  assert.equal(hook.received[0].body.event_name, "task.create");

  const demo = await board(server, [["Told"], [], [], []]);
  await page.goto(demo.path);
  await page.waitForFunction(async () => {
    const log = await (await fetch("/settings/webhooks/deliveries")).text();
    return log.includes("task.create");
  });
  await page.goto("/settings/webhooks/deliveries");
  await page.locator("a[href*='/deliveries/']").first().click();
  await page.locator("main details", { hasText: "Told" }).first().locator("summary").click();
  await page.getByText("Told").first().waitFor();
  await page.finish();
});

for (const colorScheme of ["light", "dark"]) {
  test(`pages fit a narrow phone and report no fault (${colorScheme})`, async () => {
    const demo = await board(server, [["A task with_a_very_long_word_that_goes_on_and_on_and_on_and_on"], [], [], []]);
    const page = await signedIn(browser, server, { viewport: { width: 320, height: 640 }, colorScheme });
    const task = Object.values(demo.tasks)[0];
    const settings = ["", "/new", "/kanboard", "/deliveries"].map((page) => `/settings/webhooks${page}`);
    const paths = ["/", "/project/new", demo.path, `/task/${task}`, ...settings, "/events", "/events/types"];
    for (const path of paths) {
      await page.goto(path);
      const [wide, narrow] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(wide <= narrow, `${path} is ${wide} wide`);
    }
    await page.finish();
  });
}
