// No page keeps anybody out: axe-core finds nothing on any of them, in light and in dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { launch, signedIn } from "./browser.mjs";
import { furnish } from "./furnish.mjs";
import { pages } from "./pages.mjs";
import { start } from "./server.mjs";

// Nobody answers there: pages tell what stands in the way, too.
const mailIn = {
  KANSO_MAIL_IN_URL: "imap://kanso:secret@127.0.0.1:9/?tls=none",
  KANSO_MAIL_IN_ADDRESS: "kanso@example.org",
  KANSO_LOG: "error",
};

let server, browser, world;
before(async () => {
  [server, browser] = await Promise.all([start(mailIn), launch()]);
  world = await furnish(server);
});
after(() => Promise.all([server?.stop(), browser?.close()]));

/** What axe finds, in a line each. */
async function look(page, rules) {
  // What is still being fetched is shown faintly.
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  // Only what is wrong is wanted, so what is right is not listed.
  const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
  const found = await page.evaluate((chosen) => axe.run(document, chosen), options);
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")} – ${node.failureSummary?.split("\n")[1]?.trim()}`),
  );
}

const SMALL = ["color-contrast", "target-size", "scrollable-region-focusable"];

/** What is wrong with a page: on a desk in light, and on a phone in dark, where nothing may be wider than it either. */
async function faultsOf(page, path) {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1400, height: 900 });
  const response = await page.goto(path);
  assert.equal(response.status(), 200, path);
  const light = await look(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const dark = (await look(page, SMALL)).map((fault) => `dark, on a phone: ${fault}`);
  return [...light, ...dark, ...(over > 0 ? [`${over}px wider than a phone`] : [])];
}

test("every page is open to everybody, in light and dark, on a desk and a phone", { timeout: 600_000 }, async () => {
  const readers = await Promise.all([1, 2].map(() => signedIn(browser, server, { reducedMotion: "reduce" })));
  const left = await pages(readers[0], world.values);
  assert.ok(left.length > 60, `${left.length} pages`);
  const found = {};
  const read = async (page) => {
    for (let next = left.pop(); next; next = left.pop()) {
      const faults = await faultsOf(page, next.path);
      if (faults.length > 0) found[next.path] = faults;
    }
  };
  await Promise.all(readers.map(read));
  assert.deepEqual(found, {});
  await Promise.all(readers.map((page) => page.context().close()));
});

test("the page of who is not signed in is open too", async () => {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage();
  for (const path of ["/login", `/public/board/${world.values.token}`, "/nowhere"]) {
    await page.goto(path);
    assert.deepEqual(await look(page), [], path);
  }
  await page.context().close();
});

test("nothing moves for who wants no motion, not even between light and dark", async () => {
  const page = await signedIn(browser, server, { reducedMotion: "reduce", colorScheme: "light" });
  for (const path of ["/my/projects", `/board/${world.values.project}`]) {
    await page.goto(path);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, path);
    await page.emulateMedia({ colorScheme: "light" });
  }
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
