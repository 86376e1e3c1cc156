// A picture of every page, in both themes, on a desk and on a phone. The one of the board is that of the README.
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch, signedIn } from "../tests/browser.mjs";
import { furnish } from "../tests/furnish.mjs";
import { pages } from "../tests/pages.mjs";
import { start } from "../tests/server.mjs";

const root = new URL("../..", import.meta.url).pathname;
const folder = process.env.KANSO_SCREENSHOTS ?? join(root, "target/screenshots");
const only = process.argv[2];

await mkdir(folder, { recursive: true });
const [server, browser] = await Promise.all([start(), launch()]);
try {
  const { values } = await furnish(server);
  for (const colorScheme of ["light", "dark"]) {
    for (const [width, height] of [[1400, 900], [360, 740]]) {
      const page = await signedIn(browser, server, { colorScheme, viewport: { width, height }, reducedMotion: "reduce" });
      for (const { path, name } of await pages(page, values)) {
        if (only && !name.includes(only)) continue;
        await page.goto(path);
        const file = join(folder, `${name}-${colorScheme}-${width}.png`);
        await page.screenshot({ path: file, fullPage: true });
      }
      await page.context().close();
    }
  }
} finally {
  // A server that is left behind would keep whoever waits for the end of this.
  await Promise.all([server.stop(), browser.close()]);
}
if (!only) await copyFile(join(folder, "board-project-light-1400.png"), join(root, "docs/board.png"));
console.log(folder);
