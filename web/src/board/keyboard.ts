// The board by keyboard: arrows go from task to task, Space or m picks one up, arrows then carry it.
import { isBusy, singleKeys } from "../page/keys";
import { announce } from "../page/tell";
import { text } from "../page/words";
import { board, findTask, idOf, lanes, linkOf, mayWork, place, placeInWords, recount, slotOf, tasksIn, type Slot } from "./dom";
import { hold, release } from "./hand";
import { edit } from "./edit";
import { fold } from "./fold";
import { mayCarry, mayMove } from "./may";
import { openTaskMenu } from "./menu";
import { settle } from "./move";
import { selectNone, toggle } from "./select";

let carried: { id: string; from: Slot } | null = null;

/** Listens to the keys of the board. */
export function startKeyboard(root: HTMLElement): void {
  makeStops();
  root.addEventListener("focusin", (event) => {
    const task = (event.target as HTMLElement).closest<HTMLElement>(".task");
    if (task) makeStop(task);
    if (carried && task?.dataset["task"] !== carried.id) drop();
  });
  root.addEventListener("keydown", onTaskKey);
  document.addEventListener("keydown", onPageKey);
}

/** One task is a stop of the Tab key, the others are reached by arrows. */
export function makeStops(): void {
  const links = [...board().querySelectorAll<HTMLAnchorElement>(".task h3 a")];
  const stop = links.find((link) => link === document.activeElement) ?? links.find((link) => !link.closest(".folded"));
  for (const link of links) link.tabIndex = link === stop ? 0 : -1;
}

function makeStop(task: HTMLElement): void {
  for (const link of board().querySelectorAll<HTMLAnchorElement>('.task a[tabindex="0"]')) link.tabIndex = -1;
  linkOf(task).tabIndex = 0;
}

function onTaskKey(event: KeyboardEvent): void {
  const task = (event.target as HTMLElement).closest<HTMLElement>(".task");
  const isInForm = (event.target as HTMLElement).closest("form, .more") !== null;
  if (!task || isInForm || event.ctrlKey || event.metaKey || event.altKey) return;
  const handled = carried ? carryKey(event.key, task) : walkKey(event.key, task);
  if (handled) {
    event.preventDefault();
    event.stopPropagation();
  }
}

function walkKey(key: string, task: HTMLElement): boolean {
  switch (key) {
    case "ArrowDown":
      return focusTask(neighbor(task, 1));
    case "ArrowUp":
      return focusTask(neighbor(task, -1));
    case "ArrowRight":
    case "ArrowLeft":
      return focusTask(beside(task, direction(key)));
    case "Home":
      return focusTask(tasksIn(slotOf(task).lane)[0]);
    case "End":
      return focusTask(tasksIn(slotOf(task).lane).at(-1));
    case " ":
      return pickUp(task);
    case "ContextMenu":
      return void openTaskMenu(task), true;
    case "m":
    case "e":
    case "x":
    case ".":
      return singleKeys() && letterKey(key, task);
    default:
      return false;
  }
}

function letterKey(key: string, task: HTMLElement): boolean {
  if (key === "m") return pickUp(task);
  if (key === "e") void edit(task);
  else if (key === "x") toggle(task);
  else void openTaskMenu(task);
  return true;
}

function carryKey(key: string, task: HTMLElement): boolean {
  switch (key) {
    case "ArrowDown":
    case "ArrowUp":
      return carry(task, stepWithin(task, key === "ArrowDown" ? 1 : -1));
    case "ArrowRight":
    case "ArrowLeft":
      return carry(task, stepAcross(task, direction(key)));
    case " ":
    case "Enter":
    case "m":
      return drop();
    case "Escape":
      return putBack();
    default:
      return false;
  }
}

function direction(key: string): number {
  const forward = key === "ArrowRight";
  return forward === (document.documentElement.dir !== "rtl") ? 1 : -1;
}

const unfolded = (): HTMLElement[] => lanes().filter((lane) => !lane.closest(".folded"));

/** The lanes of one column, from the top swimlane to the bottom one. */
function columnOf(lane: HTMLElement): HTMLElement[] {
  return unfolded().filter((other) => other.dataset["column"] === lane.dataset["column"]);
}

/** The lanes of one swimlane, in reading order. */
function rowOf(lane: HTMLElement): HTMLElement[] {
  return unfolded().filter((other) => other.dataset["swimlane"] === lane.dataset["swimlane"]);
}

function neighbor(task: HTMLElement, step: number): HTMLElement | undefined {
  const all = columnOf(slotOf(task).lane).flatMap(tasksIn);
  return all[all.indexOf(task) + step];
}

/** The task at about the same height in the next lane that has any. */
function beside(task: HTMLElement, step: number): HTMLElement | undefined {
  const { lane, position } = slotOf(task);
  const row = rowOf(lane);
  for (let at = row.indexOf(lane) + step; at >= 0 && at < row.length; at += step) {
    const tasks = tasksIn(row[at]!);
    if (tasks.length > 0) return tasks[Math.min(position, tasks.length) - 1];
  }
  return undefined;
}

function focusTask(task: HTMLElement | undefined): boolean {
  if (!task) return true;
  linkOf(task).focus({ preventScroll: true });
  task.scrollIntoView({ block: "nearest", inline: "nearest" });
  return true;
}

function pickUp(task: HTMLElement): boolean {
  if (!mayWork()) return false;
  if (!mayCarry(task)) return announce(text("fault-role-move")), true;
  carried = { id: idOf(task), from: slotOf(task) };
  hold(carried.id);
  task.classList.add("held");
  announce(text("picked-up", { task: carried.id }));
  return true;
}

function stepWithin(task: HTMLElement, step: number): Slot | null {
  const { lane, position } = slotOf(task);
  const next = position + step;
  if (next >= 1 && next <= tasksIn(lane).length) return { lane, position: next };
  const column = columnOf(lane);
  const other = column[column.indexOf(lane) + step];
  return other ? { lane: other, position: step > 0 ? 1 : tasksIn(other).length + 1 } : null;
}

function stepAcross(task: HTMLElement, step: number): Slot | null {
  const { lane, position } = slotOf(task);
  const row = rowOf(lane);
  const here = row.indexOf(lane);
  const ahead = step > 0 ? row.slice(here + 1) : row.slice(0, here).reverse();
  // What the role forbids is passed over.
  const other = ahead.find((to) => mayMove(task, carried!.from.lane, to));
  if (!other && ahead.length > 0) announce(text("fault-role-move"));
  return other ? { lane: other, position: Math.min(position, tasksIn(other).length + 1) } : null;
}

function carry(task: HTMLElement, to: Slot | null): boolean {
  if (!to) return true;
  const bag = carried!;
  if (!mayMove(task, bag.from.lane, to.lane)) return announce(text("fault-role-move")), true;
  // Moving the element takes the focus away for a moment; that must not count as letting go.
  carried = null;
  place(task, to);
  carried = bag;
  task.scrollIntoView({ block: "nearest", inline: "nearest" });
  recount();
  announce(placeInWords("carried", task));
  return true;
}

function drop(): boolean {
  const bag = letGo();
  const task = bag && findTask(bag.id);
  if (bag && task) {
    settle(task, bag.from);
    release(bag.id);
  }
  return true;
}

function putBack(): boolean {
  const bag = letGo();
  const task = bag && findTask(bag.id);
  if (bag && task) {
    place(task, bag.from);
    recount();
    announce(placeInWords("put-back", task));
    release(bag.id);
  }
  return true;
}

function letGo(): { id: string; from: Slot } | null {
  const bag = carried;
  carried = null;
  if (bag) findTask(bag.id)?.classList.remove("held");
  return bag;
}

/** Keys that work wherever no text is being typed. */
function onPageKey(event: KeyboardEvent): void {
  if (isBusy(event)) return;
  const target = event.target as HTMLElement;
  if (event.key === "Escape" && selectNone()) target.blur();
  else if (event.key === "n" && singleKeys()) addHere(target);
  else if (event.key === "s" && singleKeys()) fold("c");
  else if (event.key === "c" && singleKeys()) fold("w");
  else if (event.key.startsWith("Arrow") && target === document.body) focusTask(firstTask());
  else return;
  event.preventDefault();
}

function firstTask(): HTMLElement | undefined {
  return unfolded().flatMap(tasksIn)[0];
}

function addHere(target: HTMLElement): void {
  const field = '.add input[name="title"]';
  (target.closest(".lane")?.querySelector<HTMLInputElement>(field) ?? board().querySelector<HTMLInputElement>(field))?.focus();
}
