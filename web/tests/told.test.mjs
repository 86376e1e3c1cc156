// What others do, as the bell and the list tell it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signedIn } from "./browser.mjs";
import { board, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

test("the bell of a board rings while it is open, and the list leads to what happened", async () => {
  const demo = await board(server, [["A"], [], [], []]);
  const secret = "ann's secret";
  const ann = await server.call("createUser", { username: "ann", password: secret, name: "Ann" });
  await server.call("addProjectUser", [demo.project, ann, "project-member"]);
  const page = await signedIn(browser, server, { as: { username: "ann", password: secret } });

  await page.goto("/profile/notifications");
  await page.getByLabel("Tell me what happens").check();
  await page.getByLabel("On these pages").check();
  await page.getByLabel("All tasks", { exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/profile/notifications?done=saved");

  await page.goto(demo.path);
  await page.locator(".live[data-state=on]").waitFor({ state: "attached" });
  assert.equal(await page.locator("[data-bell]").textContent(), "");
  await server.call("createComment", { task_id: demo.tasks.A, user_id: 1, content: "Ready, @ann?" });
  await page.locator("[data-bell]", { hasText: "1" }).waitFor();

  await page.locator(".icon-bell").click();
  await page.waitForURL("**/notifications");
  await page.getByText("You are mentioned").waitFor();
  await page.getByRole("button", { name: "Read: #" }).click();
  await page.waitForURL(`**/task/${demo.tasks.A}`);
  assert.equal(await page.locator("[data-bell]").textContent(), "");
  await page.goto("/notifications");
  await page.getByText("Nothing new").waitFor();
  await page.finish();
});
