// Every page there is: the routes that the server answers to GET, with something in place of each parameter.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = new URL("../../crates/kanso-web/src", import.meta.url).pathname;

/** Addresses that answer no page of their own, and what they answer. */
const OTHERS = {
  "/assets/{name}": "a file",
  "/b/{project}": "the board, under Kanboard's short address",
  "/board/{project}/live": "a stream",
  "/board/{project}/task/{task}": "a part of a page",
  "/feed/project/{token}": "a feed",
  "/feed/user/{token}": "a feed",
  "/ical/project/{token}": "a calendar",
  "/ical/user/{token}": "a calendar",
  "/task/{task}/file/{file}": "a file",
  "/task/{task}/file/{file}/thumbnail": "a file",
  "/webhooks/{endpoint}/recovery": "a part of a page",
};

/** The addresses of all pages, with the values that `furnish` gave. */
export function pages(values) {
  const found = routes().filter((route) => !(route in OTHERS));
  return found.map((route) => {
    const path = route.replaceAll(/\{(\w+)\}/g, (_, name) => {
      if (!(name in values)) throw new Error(`${route}: furnish.mjs gives no value for {${name}}`);
      return values[name];
    });
    return { route, path, name: route === "/" ? "dashboard" : route.slice(1).replaceAll(/[{}]/g, "").replaceAll("/", "-") };
  });
}

function routes() {
  const found = new Set();
  for (const file of readdirSync(sources, { recursive: true })) {
    if (!file.endsWith(".rs")) continue;
    const text = readFileSync(join(sources, file), "utf8");
    for (const [, path] of text.matchAll(/\.route\(\s*"([^"]+)",\s*get\(/g)) found.add(path);
  }
  return [...found].sort();
}
