// Keys that work on every page, and the list of all keys.
import { text } from "./words";

const SETTING = "kanso.single-keys";
const PAUSE_MS = 1_200;
/** The pages of a project that follow `v`. */
const VIEWS: Record<string, RegExp> = { o: /^\/project\/\d+$/, b: /^\/board\/\d+$/, l: /\/list$/, c: /\/calendar$/ };

let before = "";
let beforeAt = 0;
/** What is typed while the palette is fetched. */
let ahead: string | null = null;

/** Whether single letters do something. Some people's software types for them. */
export function singleKeys(): boolean {
  return document.documentElement.dataset["keys"] !== "off" && localStorage.getItem(SETTING) !== "off";
}

/** Whether a key belongs to what has the focus, or to something that lies over the page. */
export function isBusy(event: KeyboardEvent): boolean {
  const isTyping = (event.target as HTMLElement).matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const isElsewhere = document.querySelector("dialog[open], [role=menu]:popover-open") !== null;
  return isTyping || isElsewhere || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
}

/** Listens to the keys of every page, and wires the buttons for those who use none. */
export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    const isPalette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (isPalette) {
      event.preventDefault();
      void openPalette(false);
    } else if (ahead !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      ahead += event.key;
    } else if (!isBusy(event) && pressed(event.key)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    if ((event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey) return;
    if (target.closest("[data-palette]")) void openPalette(false);
    else if (target.closest("[data-help]")) void showHelp();
    else return;
    event.preventDefault();
  });
  wireSwitch(document);
}

function pressed(key: string): boolean {
  if (key === "?") return void showHelp(), true;
  if (!singleKeys()) return false;
  const view = before === "v" && Date.now() - beforeAt < PAUSE_MS ? VIEWS[key] : undefined;
  [before, beforeAt] = [key, Date.now()];
  if (view) return follow([...document.querySelectorAll<HTMLAnchorElement>(".views a")].find((link) => view.test(link.pathname)));
  if (key === "b") return void openPalette(true), true;
  if (key === "r") return follow(document.querySelector<HTMLAnchorElement>("[data-filter-reset]"));
  if (key === "f") return intoFilter();
  return false;
}

function follow(link: HTMLAnchorElement | null | undefined): boolean {
  link?.click();
  return Boolean(link);
}

function intoFilter(): boolean {
  const field = document.querySelector<HTMLInputElement>('[role=search] input[type="search"]');
  field?.focus();
  field?.select();
  return field !== null;
}

async function openPalette(onlyProjects: boolean): Promise<void> {
  if (ahead !== null) return;
  ahead = "";
  try {
    (await import("./palette")).open(onlyProjects, ahead);
  } finally {
    ahead = null;
  }
}

/** Shows the list of keys. */
export async function showHelp(): Promise<void> {
  const { openDialog } = await import("./palette");
  const response = await fetch("/keys", { headers: { "X-Fragment": "1" } }).catch(() => null);
  if (!response?.ok || response.redirected) return location.assign("/keys");
  const dialog = openDialog(text("keys"));
  dialog.insertAdjacentHTML("beforeend", await response.text());
  wireSwitch(dialog);
}

function wireSwitch(within: ParentNode): void {
  const box = within.querySelector<HTMLInputElement>("[data-single-keys]");
  if (!box) return;
  box.checked = singleKeys();
  box.addEventListener("change", () => localStorage.setItem(SETTING, box.checked ? "on" : "off"));
}
