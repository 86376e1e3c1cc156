// Every page there is: the routes that the server answers to GET, with something in place of each parameter.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = new URL("../../crates/kanso-web/src", import.meta.url).pathname;

/** Addresses that are not looked at, and why. */
const OTHERS = {
  "/assets/{name}": "a file",
  "/avatar/{user}/{version}": "a file",
  "/b/{project}": "the board, under Kanboard's short address",
  "/board/{project}/live": "a stream",
  "/feed/project/{token}": "a feed",
  "/feed/user/{token}": "a feed",
  "/ical/project/{token}": "a calendar",
  "/ical/user/{token}": "a calendar",
  "/invitation/{secret}": "a page that an invitation opens once",
  "/login": "looked at by who is not signed in",
  "/login/code": "between the password and the code",
  "/login/oidc": "leads to a provider of identities, if there is one",
  "/login/oidc/callback": "where a provider of identities leads back to",
  "/password/{secret}": "a page that a forgotten password opens once",
  "/project/{project}/exports/file": "a file",
  "/project/{project}/file/{file}": "a file",
  "/project/{project}/file/{file}/thumbnail": "a file",
  "/project/{project}/task-import/template": "a file",
  "/stylesheet.css": "a file",
  "/task/{task}/file/{file}": "a file",
  "/task/{task}/file/{file}/thumbnail": "a file",
  "/users/import/template": "a file",
};

/**
 * The pages, each once: those that links lead to from the dashboard, then those that `values` lead to.
 * `page` is somebody's who is signed in. Parts of pages are left out: they are looked at where they appear.
 */
export async function pages(page, values) {
  const routes = allRoutes().filter((route) => !(route in OTHERS));
  const found = new Map();
  const visit = async (route, path) => {
    found.set(route, null);
    const response = await page.request.get(path);
    const body = await response.text();
    if (!body.startsWith("<!doctype html>") || new URL(response.url()).pathname !== path.split("?")[0]) return [];
    if (response.status() !== 200) throw new Error(`${path} answers ${response.status()}`);
    found.set(route, { route, path, name: nameOf(route) });
    return [...body.matchAll(/ href="(\/[^"#]*)/g)].map(([, link]) => link.replaceAll("&amp;", "&").split("?")[0]);
  };
  const walk = async (links) => {
    for (const path of links) {
      const route = routeOf(routes, path);
      if (route && !found.has(route)) links.push(...(await visit(route, path)));
    }
  };
  await walk(["/"]);
  for (const route of routes) {
    const path = found.has(route) ? null : filled(route, values);
    if (path) await walk(await visit(route, path));
  }
  const left = routes.filter((route) => !found.has(route));
  if (left.length > 0) throw new Error(`nothing leads to ${left.join(", ")}: give furnish.mjs something for it`);
  return [...found.values()].filter(Boolean).sort((a, b) => a.path.localeCompare(b.path));
}

function filled(route, values) {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (!names.every((name) => name in values)) return null;
  return route.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The route of an address: where several fit, the one with the fewest parameters. */
function routeOf(routes, path) {
  const fits = routes.filter((route) => new RegExp(`^${route.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path));
  return fits.sort((a, b) => a.split("{").length - b.split("{").length)[0];
}

function nameOf(route) {
  return route === "/" ? "dashboard" : route.slice(1).replaceAll(/[{}]/g, "").replaceAll("/", "-");
}

function allRoutes() {
  const found = new Set();
  for (const file of readdirSync(sources, { recursive: true })) {
    if (!file.endsWith(".rs")) continue;
    const text = readFileSync(join(sources, file), "utf8");
    for (const [, path] of text.matchAll(/\.route\(\s*"([^"]+)",\s*get\(/g)) found.add(path);
  }
  return [...found].sort();
}
