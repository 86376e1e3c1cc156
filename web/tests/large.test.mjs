// A board of a thousand tasks: nothing jumps, and how long an act takes until it is seen is written down.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, signedIn } from "./browser.mjs";
import { board, start } from "./server.mjs";

const TASKS = 1_000;

let server, browser;
before(async () => ([server, browser] = await Promise.all([start(), launch()])));
after(() => Promise.all([server?.stop(), browser?.close()]));

test("a board of a thousand tasks does not jump when others work on it", async (context) => {
  const demo = await board(server, [[], [], [], []]);
  for (let n = 0; n < TASKS; n += 50) {
    const some = Array.from({ length: 50 }, (_, at) => ({
      title: `Task ${n + at} with a title that takes about two lines of its card`,
      project_id: demo.project,
      column_id: demo.columns[(n + at) % 4],
    }));
    await Promise.all(some.map((fields) => server.call("createTask", fields)));
  }
  const page = await signedIn(browser, server);
  const size = (await (await page.request.get(demo.path)).text()).length;
  assert.ok(size < 1_500_000, `${size} bytes`);
  await page.addInitScript(() => {
    window.measured = { shift: 0, slowest: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.measured.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.duration > window.measured.slowest) Object.assign(window.measured, { slowest: entry.duration, name: entry.name });
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  await page.goto(demo.path);
  await page.locator(".live[data-state=on]").waitFor();
  await page.locator(".task a").first().focus();
  for (const key of ["ArrowDown", "ArrowRight", "ArrowDown", "Space", "ArrowRight", "ArrowDown", "Space", "x", "s", "s"]) {
    await page.keyboard.press(key);
  }
  // Others work below what is seen.
  const last = (await server.call("getAllTasks", [demo.project])).filter((task) => task.column_id === demo.columns[3]).slice(-5);
  for (const task of last) await server.call("moveTaskPosition", [demo.project, task.id, demo.columns[0], TASKS, task.swimlane_id]);
  await server.call("updateTask", { id: last[0].id, title: "Renamed" });
  await server.call("createTask", { title: "The last of all", project_id: demo.project, column_id: demo.columns[2] });
  await page.locator(".task", { hasText: "The last of all" }).waitFor({ state: "attached" });
  const { shift, slowest, name } = await page.evaluate(() => window.measured);
  context.diagnostic(`layout shift ${shift.toFixed(4)}, slowest input ${slowest} ms (${name}), page ${size} bytes`);
  assert.ok(shift < 0.1, `layout shift ${shift}`);
  await page.finish();
});
