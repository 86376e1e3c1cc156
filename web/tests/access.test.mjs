// No page keeps anybody out: axe-core finds nothing on any of them, in light and in dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { launch, signedIn } from "./browser.mjs";
import { furnish } from "./furnish.mjs";
import { pages } from "./pages.mjs";
import { start } from "./server.mjs";

let server, browser, world;
before(async () => {
  [server, browser] = await Promise.all([start(), launch()]);
  world = await furnish(server);
});
after(() => Promise.all([server?.stop(), browser?.close()]));

/** What axe finds, in a line each. */
async function look(page, rules) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((only) => axe.run(document, only ? { runOnly: only } : {}), rules);
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} – ${node.failureSummary?.split("\n")[1]?.trim()}`),
  );
}

for (const [scheme, viewport, rules] of [
  ["light", { width: 1400, height: 900 }, undefined],
  ["dark", { width: 360, height: 740 }, ["color-contrast", "target-size", "scrollable-region-focusable"]],
]) {
  test(`every page is open to everybody in ${scheme}`, { timeout: 600_000 }, async () => {
    const page = await signedIn(browser, server, { colorScheme: scheme, viewport, reducedMotion: "reduce" });
    const found = {};
    for (const { path } of await pages(page, world.values)) {
      const response = await page.goto(path);
      assert.equal(response.status(), 200, path);
      const faults = await look(page, rules);
      if (faults.length > 0) found[path] = faults;
    }
    assert.deepEqual(found, {});
    await page.context().close();
  });
}

test("the page of who is not signed in is open too", async () => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  for (const path of ["/login", `/public/board/${world.values.token}`, "/nowhere"]) {
    await page.goto(path);
    assert.deepEqual(await look(page), [], path);
  }
  await page.context().close();
});

test("nothing is wider than a phone", async () => {
  const page = await signedIn(browser, server, { viewport: { width: 360, height: 740 } });
  const wide = [];
  for (const { path } of await pages(page, world.values)) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${path}: ${over}px`);
  }
  assert.deepEqual(wide, []);
  await page.context().close();
});

test("pages turn around for languages from right to left", async () => {
  const page = await signedIn(browser, server, { viewport: { width: 1400, height: 900 } });
  for (const path of ["/", `/board/${world.values.project}`, `/task/${world.values.task}`]) {
    await page.goto(path);
    const before = await page.locator(".brand").boundingBox();
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    const after = await page.locator(".brand").boundingBox();
    assert.ok(before.x < 100 && after.x > 1200, `${path}: the brand goes from ${before.x} to ${after.x}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${path} is ${over}px too wide from right to left`);
  }
  await page.context().close();
});
