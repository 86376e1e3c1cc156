// Webhooks from their pages: found, made, watched and made up for, with no document open.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signedIn } from "./browser.mjs";
import { board, receiver, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

/** Waits until the receiver has got as many webhooks. */
async function got(hook, count) {
  for (let n = 0; n < 250 && hook.received.length < count; n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(hook.received.length, count);
}

/** Fills in the form of a new webhook of a project and creates it. */
async function create(page, demo, hook, name, format) {
  await page.goto(`/project/${demo.project}/webhooks/new`);
  await page.locator(`input[value="${format}"]`).check();
  await page.fill("#url", hook.url);
  await page.fill("#name", name);
  await page.locator("button", { hasText: "Create webhook" }).click();
  await page.locator("#secret").waitFor();
}

test("a person sets up Slack for one project from the pages alone", async (context) => {
  const hook = await receiver();
  context.after(() => hook.stop());
  const demo = await board(server, [["Water the plants"], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(demo.path);
  await page.locator(".views a", { hasText: "Webhooks" }).click();
  await page.locator("a", { hasText: "New webhook" }).click();

  await page.getByText("Slack", { exact: true }).click();
  await page.getByText("api.slack.com/apps").waitFor();
  assert.match(await page.locator("#url").getAttribute("placeholder"), /hooks\.slack\.com/);
  await page.locator(".said", { hasText: "Water the plants" }).waitFor();
  await page.fill("#url", hook.url);
  await page.locator("#address", { hasText: "This address answers" }).waitFor();
  await page.fill("#name", "Our channel");
  await page.getByLabel("Only these:").check();
  await page.locator(".groups input[value='task.close']").check();
  await page.locator("#preview", { hasText: "0 would have been sent" }).waitFor();
  await page.locator(".groups input[value='task.create']").check();
  await page.locator("#preview", { hasText: "1 would have been sent" }).waitFor();
  await page.locator("button", { hasText: "Create webhook" }).click();

  await page.locator("button", { hasText: "Send a test event" }).click();
  await page.getByText("thank you").waitFor();
  assert.equal(hook.received.length, 1);
  assert.ok("text" in hook.received[0].body || "blocks" in hook.received[0].body);
  await server.call("createTask", { title: "Feed the cat", project_id: demo.project });
  await got(hook, 2);
  assert.match(JSON.stringify(hook.received[1].body), /Feed the cat/);
  await page.finish();
});

test("the preview follows what is typed, and says what is wrong", async () => {
  const demo = await board(server, [["A"], ["B"], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/webhooks/new`);
  await page.locator('input[value="kanboard-2016"]').check();
  await page.locator("#preview", { hasText: "2 would have been sent" }).waitFor();
  await page.fill("#filter", "column:Ready");
  await page.locator("#preview", { hasText: "1 would have been sent" }).waitFor();
  await page.getByLabel("Patterns, for experts").first().check();
  await page.fill("input[name=patterns]", "task.explode");
  await page.locator("#preview [role=alert]", { hasText: "task.explode" }).waitFor();
  await page.fill("input[name=patterns]", "task.*");
  await page.locator("#preview [role=alert]").waitFor({ state: "detached" });
  await page.fill("#url", "http://127.0.0.1:1/");
  await page.locator("#address .fault").waitFor();
  assert.ok(await page.locator("#url").evaluate((field) => field === document.activeElement), "the focus stays");
  await page.finish();
});

test("headers come and go by row", async (context) => {
  const hook = await receiver();
  context.after(() => hook.stop());
  const demo = await board(server, [[], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/webhooks/new`);
  await page.locator("summary", { hasText: "Headers" }).click();
  const rows = page.locator(".header-row");
  assert.equal(await rows.count(), 1);
  await rows.first().locator("[name=header_name]").fill("X-One");
  await page.locator("[data-add-row]").click();
  await rows.nth(1).locator("[name=header_name]").fill("X-Two");
  await rows.first().locator("[data-remove-row]").click();
  assert.equal(await rows.first().locator("[name=header_name]").inputValue(), "X-Two");
  await page.locator("[data-remove-row]").click();
  assert.equal(await rows.first().locator("[name=header_name]").inputValue(), "");
  await page.finish();
});

test("the secret is copied where it is shown", async (context) => {
  const hook = await receiver();
  context.after(() => hook.stop());
  const demo = await board(server, [[], [], [], []]);
  const page = await signedIn(browser, server);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await create(page, demo, hook, "Programs", "kanboard-2016");
  const shown = await page.locator("#secret").textContent();
  await page.locator("[data-copy=secret]").click();
  await page.getByText("Copied").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shown);
  assert.match(shown, /^whsec_/);

  // Loading the page again sends no form, makes no second webhook, and shows the secret no more.
  const made = page.url();
  assert.match(made, /\/webhooks\/\d+\/created$/);
  await page.reload();
  assert.equal(page.url(), made.replace("/created", ""));
  assert.equal(await page.locator("#secret").count(), 0);
  await page.locator(".tabs a", { hasText: "Keys" }).click();
  await page.locator("main summary", { hasText: "Replace the key" }).click();
  await page.locator("main form[action$='/keys'] button").click();
  const rotated = await page.locator("#secret").textContent();
  assert.match(rotated, /^whsec_/);
  assert.notEqual(rotated, shown);
  await page.reload();
  assert.equal(await page.locator("#secret").count(), 0);
  assert.equal(await page.locator("main tbody tr").count(), 2, "one rotation");
  await page.finish();
});

test("what was missed is recovered, and the page tells how far it is", async (context) => {
  const hook = await receiver();
  context.after(() => hook.stop());
  const demo = await board(server, [[], [], [], []]);
  const page = await signedIn(browser, server);
  await create(page, demo, hook, "Programs", "kanboard-2016");
  await page.locator("a", { hasText: "Go to the webhook" }).click();
  await page.locator("button", { hasText: "Pause" }).click();
  await page.locator(".badge", { hasText: "Paused" }).waitFor();
  for (const title of ["one", "two", "three"]) await server.call("createTask", { title, project_id: demo.project });
  await page.locator("button", { hasText: "Resume" }).click();
  await page.getByText("3 deliveries would be sent").waitFor();
  await page.locator("button", { hasText: "Send 3 deliveries" }).click();
  await page.locator(".recovery", { hasText: "3 deliveries were put in line" }).waitFor();
  assert.equal(await page.locator("[data-poll]").count(), 0);
  await got(hook, 3);
  // Events of different tasks may overtake each other.
  const titles = hook.received.map((webhook) => webhook.body.event_data.task.title).sort();
  assert.deepEqual(titles, ["one", "three", "two"]);
  await page.finish();
});

test("the form is filled in and sent by the keyboard alone", async (context) => {
  const hook = await receiver();
  context.after(() => hook.stop());
  const demo = await board(server, [[], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/webhooks/new`);
  await page.locator("input[name=format]:checked").focus();
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("input[name=format]:checked").inputValue(), "cloudevents");
  await page.keyboard.press("Tab");
  await page.keyboard.type(hook.url);
  await page.keyboard.press("Tab");
  await page.keyboard.type("By keys");
  await page.keyboard.press("Enter");
  await page.locator("#secret").waitFor();
  await page.finish();
});
