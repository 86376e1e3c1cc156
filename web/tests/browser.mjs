// Debian's Chromium, and somebody who is signed in.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { password } from "./server.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// The one without a window is the same engine, and needs two thirds of the time.
const installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path));

export function launch() {
  return chromium.launch({ executablePath: process.env.KANSO_CHROMIUM ?? installed, args: flags });
}

/** A page of a person who is signed in, of admin unless `as` names another; any error on it fails the test when it is closed. */
export async function signedIn(browser, server, { as = { username: "admin", password }, ...options } = {}) {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(`${message.text()} ${message.location().url}`));
  const settled = navigations(page);
  await page.goto("/login");
  await page.fill("input[name=username]", as.username);
  await page.fill("input[name=password]", as.password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL("**/");
  page.finish = async ({ except } = {}) => {
    await settled();
    await closed(context);
    assert.deepEqual(errors.filter((error) => !except?.test(error)), []);
  };
  return page;
}

/** Waits until the page goes nowhere: Chromium often never answers when a page is closed that is just being replaced. */
function navigations(page) {
  const open = new Set();
  const ended = (request) => open.delete(request);
  page.on("request", (request) => request.isNavigationRequest() && request.frame() === page.mainFrame() && open.add(request));
  page.on("requestfinished", ended).on("requestfailed", ended);
  return async () => {
    while (open.size > 0) {
      const [request] = open;
      await request.response().then((response) => response?.finished(), () => {});
      open.delete(request);
    }
    await page.waitForLoadState();
  };
}

/** A page that does not close all the same fails one test, not its whole file after minutes. */
async function closed(context) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("the page did not close; was it still going somewhere?")), 20_000);
  });
  await Promise.race([context.close(), late]).finally(() => clearTimeout(timer));
}

/** The titles in each lane, as the page shows them. */
export function shown(page) {
  return page.$$eval(".tasks", (lanes) =>
    lanes.map((lane) => [...lane.querySelectorAll(".task h3")].map((title) => title.textContent)),
  );
}

/** Waits until the page shows these titles. */
export async function shows(page, expected) {
  try {
    await page.waitForFunction(
      (wanted) =>
        JSON.stringify(
          [...document.querySelectorAll(".tasks")].map((lane) =>
            [...lane.querySelectorAll(".task h3")].map((title) => title.textContent),
          ),
        ) === wanted,
      JSON.stringify(expected),
      { timeout: 5_000 },
    );
  } catch {
    assert.deepEqual(await shown(page), expected);
  }
}

/** Waits until the API tells this order. */
export async function stored(board, expected) {
  for (let n = 0; n < 50; n += 1) {
    if (JSON.stringify(await board.order()) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(await board.order(), expected);
}

/** Drags by mouse, in steps as a hand would. */
export async function drag(page, title, target, { below = false } = {}) {
  const from = await page.locator(".task", { hasText: title }).boundingBox();
  const to = await page.locator(target).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 6, from.y + from.height - 2, { steps: 3 });
  const y = below ? to.y + to.height - 4 : to.y + Math.min(10, to.height / 2);
  await page.mouse.move(to.x + to.width / 2, y, { steps: 12 });
  await page.mouse.move(to.x + to.width / 2, y + 1, { steps: 2 });
  await page.mouse.up();
}
