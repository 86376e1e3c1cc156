// The pages of a project and of its settings, with scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signedIn } from "./browser.mjs";
import { board, start } from "./server.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

/** The names in the rows of a settings page, from top to bottom. */
const names = (page) => page.$$eval("tbody[data-sort] > tr a.strong", (links) => links.map((link) => link.textContent));

/** Drags the row of one name above that of another, and waits until the page shows what the server made of it. */
async function dragAbove(page, name, other) {
  const row = (text) => page.locator("tbody[data-sort] > tr", { hasText: text });
  const from = await row(name).boundingBox();
  const to = await row(other).boundingBox();
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, from.y + from.height / 2 - 8, { steps: 3 });
  await page.mouse.move(x, to.y + 4, { steps: 10 });
  await Promise.all([page.waitForResponse(/\/(column|swimlane)\/\d+\/move/), page.mouse.up()]);
  await page.waitForFunction(() => document.querySelector("tbody[data-sort] > tr button")?.disabled);
}

test("columns are dragged into their order in the settings, and their buttons follow", async () => {
  const demo = await board(server, [[], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/columns`);
  const before = await names(page);
  await dragAbove(page, before[2], before[0]);
  const expected = [before[2], before[0], before[1], before[3]];
  const titles = async () => (await server.call("getColumns", [demo.project])).map(({ title }) => title);
  assert.deepEqual(await names(page), expected);
  assert.deepEqual(await titles(), expected);
  await page.getByRole("button", { name: `Move ${before[2]} to the right` }).click();
  assert.deepEqual(await titles(), [before[0], before[2], before[1], before[3]], "from where it was dropped");
  await page.finish();
});

test("swimlanes are dragged into their order in the settings", async () => {
  const demo = await board(server, [[], [], [], []]);
  await server.call("addSwimlane", [demo.project, "Urgent"]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}/swimlanes`);
  const before = await names(page);
  await dragAbove(page, "Urgent", before[0]);
  assert.deepEqual(await names(page), ["Urgent", before[0]]);
  const stored = await server.call("getActiveSwimlanes", [demo.project]);
  assert.deepEqual(stored.map(({ name }) => name), ["Urgent", before[0]]);
  await page.finish();
});

test("a file is attached to a project without a new form, and why not is said", async () => {
  const demo = await board(server, [[], [], [], []]);
  const page = await signedIn(browser, server);
  await page.goto(`/project/${demo.project}`);
  const attach = async (content) => {
    await page.getByText("Attach files").click();
    await page.setInputFiles("#files", { name: "brief.md", mimeType: "text/markdown", buffer: Buffer.from(content) });
    await page.getByRole("button", { name: "Attach", exact: true }).click();
  };
  await attach("# Brief");
  await page.getByRole("link", { name: "brief.md", exact: true }).click();
  await page.getByRole("heading", { name: "Brief", exact: true }).waitFor();
  await page.goBack();
  await attach("");
  await page.locator("#toasts", { hasText: "Files" }).waitFor();
  assert.equal((await server.call("getAllProjectFiles", [demo.project])).length, 1);
  await page.finish({ except: /422/ });
});
