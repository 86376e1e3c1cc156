// A task opened over the board. The address becomes the task's own; going back closes it.
import { findTask, linkOf } from "../board/dom";
import { patchTask } from "../board/patch";
import { raiseToasts } from "../page/tell";
import { mayLeave } from "./leave";
import { fill, refresh, sheetIn, startSheet, taskIn } from "./sheet";

const dialog = (): HTMLDialogElement => document.querySelector<HTMLDialogElement>("#task-dialog")!;
/** What is open: the address of the panel. */
let current: string | null = null;
let wasPushed = false;

/** Sides of tasks and forms of new ones, which open in the panel. */
const PANEL = /^\/(task\/\d+(\/(activity|transitions|times|analytics|project|recurrence|file\/\d+\/preview))?|board\/\d+\/(new|bulk))$/;

/** Opens the links to tasks, wherever they are on the page of a board, in the dialog instead of a new page. */
export function openTasksInDialog(): void {
  const box = dialog();
  document.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const isPanel = link.origin === location.origin && PANEL.test(link.pathname) && !link.target && !link.download;
    if (!isPanel) return;
    if (box.contains(link) && link.hash.startsWith("#comment") && link.pathname === `/task/${taskIn(box)}`) return;
    event.preventDefault();
    openPanel(link.href);
  });
  addEventListener("popstate", () => {
    const url = (history.state as { panel?: string } | null)?.panel;
    if (url) void open(url);
    else hide();
  });
  document.addEventListener("task-changed", (event) => {
    // Without a number, any task may have changed.
    if ([null, taskIn(box)].includes((event as CustomEvent<string | null>).detail)) void refresh(box);
  });
  listen(box);
  startSheet(box, {
    turn: (url, html) => turn(url.href, html),
    leave: goBack,
    changed: (id) => void patchTask(id),
  });
}

/** Opens a side of a task, or the form of a new one, over the board. */
export function openPanel(url: string): void {
  if (current && !mayLeave(dialog())) return;
  if (current) history.replaceState({ panel: url }, "", url);
  else {
    history.pushState({ panel: url }, "", url);
    wasPushed = true;
  }
  void open(url);
}

function listen(box: HTMLDialogElement): void {
  // Browsers let a page hold back a second Escape only from the key itself.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  });
  box.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  box.addEventListener("close", () => {
    if (current) goBack();
  });
  box.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    if (target === box || target.closest("[data-close]")) {
      event.preventDefault();
      leave();
    }
  });
}

async function open(url: string): Promise<void> {
  const box = dialog();
  current = url;
  box.setAttribute("aria-busy", "true");
  const response = await fetch(url, { headers: { "X-Fragment": "1" } }).catch(() => null);
  if (current !== url) return;
  if (!response?.ok || response.redirected) {
    // The page itself says better what is wrong.
    location.assign(url);
    return;
  }
  fill(box, await response.text());
  box.removeAttribute("aria-busy");
  if (!box.open) box.showModal();
  raiseToasts();
  box.scrollTop = 0;
  // Reading begins with the sheet itself, not with the first link in it.
  (box.querySelector<HTMLElement>("[autofocus]") ?? sheetIn(box))?.focus({ preventScroll: true });
}

/** Another sheet came as the answer to a form. */
function turn(url: string, html: string): void {
  const box = dialog();
  current = url;
  history.replaceState({ panel: url }, "", url);
  fill(box, html);
  box.scrollTop = 0;
  (box.querySelector<HTMLElement>("[autofocus]") ?? sheetIn(box))?.focus({ preventScroll: true });
  if (taskIn(box) !== "0") void patchTask(taskIn(box));
}

function leave(): void {
  if (mayLeave(dialog())) goBack();
}

function goBack(): void {
  if (wasPushed) history.back();
  else hide();
}

function hide(): void {
  const box = dialog();
  const id = taskIn(box);
  current = null;
  wasPushed = false;
  if (box.open) box.close();
  box.replaceChildren();
  raiseToasts();
  const task = findTask(id);
  if (task) linkOf(task).focus({ preventScroll: true });
}
