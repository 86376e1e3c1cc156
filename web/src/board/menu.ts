// The menu of a task or a column: fetched when it is opened, walked by arrows.
import { act, Refusal } from "../page/send";
import { toast } from "../page/tell";
import { undoable } from "../page/undo";
import { text } from "../page/words";
import { actOn } from "./act";
import { findTask, idOf, linkOf, project, tasksIn } from "./dom";
import { edit } from "./edit";
import { fetchPart } from "./fragment";
import { refresh } from "./live";
import { remove } from "./patch";
import { openPlace } from "./place";
import { selectAll, toggle } from "./select";

const GAP = 4;
let opened: HTMLElement | null = null;

/** Makes the buttons of tasks and columns open their menus. */
export function startMenus(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>(".more");
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    const task = button.closest<HTMLElement>(".task");
    const column = button.closest<HTMLElement>(".column");
    if (task) void openTaskMenu(task);
    else if (column) void open(button, `/board/${project()}/column/${column.dataset["column"]}/menu`, (item) => onColumn(column, item));
  });
}

/** Opens the menu of a task beside its button. */
export async function openTaskMenu(task: HTMLElement): Promise<void> {
  const button = task.querySelector<HTMLElement>(".more");
  if (button) await open(button, `/board/${project()}/task/${idOf(task)}/menu`, (item) => onTask(idOf(task), item));
}

async function open(button: HTMLElement, url: string, chosen: (item: HTMLElement) => void): Promise<void> {
  opened?.remove();
  const menu = await fetchPart(url);
  if (!menu) return;
  opened = menu;
  document.body.append(menu);
  menu.showPopover();
  button.setAttribute("aria-expanded", "true");
  put(menu, button.getBoundingClientRect());
  items(menu)[0]?.focus();
  menu.addEventListener("keydown", (event) => walk(menu, event));
  menu.addEventListener("click", (event) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>("[role^=menuitem]");
    if (!item) return;
    const leaves = item instanceof HTMLAnchorElement && item.dataset["open"] === undefined;
    if (!leaves) event.preventDefault();
    menu.hidePopover();
    if (!leaves) chosen(item);
  });
  menu.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState !== "closed") return;
    button.setAttribute("aria-expanded", "false");
    const task = button.closest<HTMLElement>(".task");
    if (menu.contains(document.activeElement) || document.activeElement === document.body) (task ? linkOf(task) : button).focus({ preventScroll: true });
    menu.remove();
  });
}

const items = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];

/** Under the button, or above it where there is no room, and always inside the window. */
function put(menu: HTMLElement, at: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + GAP + height <= innerHeight;
  const top = below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
  menu.style.inset = `${Math.min(top, innerHeight - height - GAP)}px auto auto ${Math.max(GAP, Math.min(at.right - width, innerWidth - width - GAP))}px`;
}

function walk(menu: HTMLElement, event: KeyboardEvent): void {
  const all = items(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 };
  const next = steps[event.key];
  if (event.key === "Tab") menu.hidePopover();
  else if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (next !== undefined) all.at(next % all.length)?.focus();
}

/** What the item's attributes say to do. */
function fieldsOf(item: HTMLElement): Record<string, string> {
  const { act: what, assignee, color, swimlane, order } = item.dataset;
  const fields = { act: what, assignee, color, swimlane, order };
  return Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function onTask(id: string, item: HTMLElement): void {
  const task = findTask(id);
  if (!task) return;
  if (item.dataset["act"]) void actOn([id], fieldsOf(item));
  else if (item.dataset["open"] !== undefined) linkOf(task).click();
  else if (item.dataset["do"] === "edit") void edit(task);
  else if (item.dataset["do"] === "move") void openPlace(task);
  else if (item.dataset["do"] === "select") toggle(task);
  else if (item.dataset["do"] === "duplicate") void trying(() => act(`/task/${id}/duplicate`, {}));
  else if (item.dataset["do"] === "remove") void trying(() => removeTask(id));
}

function onColumn(column: HTMLElement, item: HTMLElement): void {
  const id = column.dataset["column"]!;
  if (item.dataset["act"]) void actOn([], { ...fieldsOf(item), column: id });
  else if (item.dataset["do"] === "select-column") {
    selectAll([...document.querySelectorAll<HTMLElement>(`.tasks[data-column="${id}"]`)].flatMap(tasksIn));
  }
}

/** Does it, and says why when it is refused. What it changes comes with the news of the board. */
async function trying(what: () => Promise<unknown>): Promise<void> {
  try {
    await what();
  } catch (error) {
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}

/** Removes a task into the trash, from where it can be taken back. */
async function removeTask(id: string): Promise<void> {
  await act(`/task/${id}/remove`, {});
  remove(id);
  undoable(text("removed", { task: id }), async () => {
    await act(`/task/${id}/restore`, {});
    refresh([id]);
  });
}
