// The board as the page holds it: lanes, the tasks in them, and their places.
import { count, text } from "../page/words";

/** A place on the board: a lane and a number counted from 1. */
export interface Slot {
  lane: HTMLElement;
  position: number;
}

export const board = (): HTMLElement => document.querySelector<HTMLElement>(".board")!;
export const project = (): string => board().dataset["project"]!;
/** The filter of the page; none when all open tasks are shown. */
export const filter = (): string | undefined => board().dataset["filter"];
export const mayWork = (): boolean => board().dataset["mayWork"] !== undefined;
export const lanes = (): HTMLElement[] => [...board().querySelectorAll<HTMLElement>(".tasks")];
export const tasksIn = (lane: HTMLElement): HTMLElement[] => [...lane.querySelectorAll<HTMLElement>(":scope > .task")];
export const idOf = (task: HTMLElement): string => task.dataset["task"]!;
export const linkOf = (task: HTMLElement): HTMLAnchorElement => task.querySelector("a")!;

export function findTask(id: string): HTMLElement | null {
  return board().querySelector(`.task[data-task="${CSS.escape(id)}"]`);
}

export function findLane(column: string, swimlane: string): HTMLElement | null {
  return board().querySelector(`.tasks[data-column="${CSS.escape(column)}"][data-swimlane="${CSS.escape(swimlane)}"]`);
}

export function slotOf(task: HTMLElement): Slot {
  const lane = task.closest<HTMLElement>(".tasks")!;
  return { lane, position: tasksIn(lane).indexOf(task) + 1 };
}

export function sameSlot(a: Slot, b: Slot): boolean {
  return a.lane === b.lane && a.position === b.position;
}

/** Puts a task into a slot, past the end meaning the end. The focus stays where it was. */
export function place(task: HTMLElement, slot: Slot): void {
  const others = tasksIn(slot.lane).filter((other) => other !== task);
  putBefore(task, slot.lane, others[slot.position - 1] ?? null);
}

/** Puts a task before another of a lane, or at its end, unless it is there already. */
export function putBefore(task: HTMLElement, lane: HTMLElement, next: HTMLElement | null): void {
  if (task.parentElement === lane && task.nextElementSibling === next) return;
  keepFocus(task, () => lane.insertBefore(task, next));
}

/** Runs a change to a task's element; if the focus was in it, it is again. */
export function keepFocus(task: HTMLElement, change: () => void): void {
  const hadFocus = task.contains(document.activeElement);
  change();
  if (hadFocus) linkOf(task).focus({ preventScroll: true });
}

export function columnTitle(lane: HTMLElement): string {
  return lane.dataset["title"] ?? "";
}

/** What a screen reader is told about a task's place. */
export function placeInWords(key: string, task: HTMLElement): string {
  const { lane, position } = slotOf(task);
  const total = tasksIn(lane).length;
  return text(key, { task: idOf(task), column: laneTitle(lane), position, total });
}

function laneTitle(lane: HTMLElement): string {
  const swimlane = lane.closest<HTMLElement>(".swimlane")?.querySelector(":scope > header > h2")?.textContent?.trim();
  return swimlane ? `${columnTitle(lane)}, ${swimlane}` : columnTitle(lane);
}

/** Brings the numbers above columns and swimlanes up to date. */
export function recount(): void {
  for (const column of board().querySelectorAll<HTMLElement>(".column")) {
    const here = tally(board(), `.tasks[data-column="${column.dataset["column"]}"]`);
    write(column.querySelector(".count"), here.words);
    if (column.dataset["limit"]) showLimit(column, column.querySelector(".limit"), here.open);
  }
  for (const swimlane of board().querySelectorAll<HTMLElement>(".swimlane")) {
    write(swimlane.querySelector(":scope > header > .count"), tally(swimlane).words);
  }
  for (const limit of document.querySelectorAll<HTMLElement>(".limit[data-limits]")) {
    const all = limit.closest(`.${limit.dataset["limits"]}`) ?? board();
    showLimit(limit, limit, tally(all).open);
  }
}

/** How many tasks are shown in some lanes, how many are open there with those that a filter hides, and both in words. */
function tally(root: ParentNode, which = ".tasks"): { open: number; words: string } {
  let [shown, open] = [0, 0];
  for (const lane of root.querySelectorAll<HTMLElement>(which)) {
    shown += tasksIn(lane).length;
    open += openIn(lane) + Number(lane.dataset["hidden"] ?? 0);
  }
  return { open, words: filter() === undefined ? count("tasks", shown) : text("tasks-filtered", { shown, open }) };
}

const openIn = (lane: HTMLElement): number => tasksIn(lane).filter((task) => !task.classList.contains("closed")).length;

/** Learns how many open tasks each lane holds, of which a filter hides some: `swimlane column number`, with commas. */
export function learnOpen(told: string): void {
  const known = new Map(told.split(",").map((one) => [one.slice(0, one.lastIndexOf(" ")), Number(one.split(" ").at(-1))]));
  for (const lane of lanes()) {
    const open = known.get(`${lane.dataset["swimlane"]} ${lane.dataset["column"]}`) ?? 0;
    lane.dataset["hidden"] = String(Math.max(0, open - openIn(lane)));
  }
}

function showLimit(place: HTMLElement, words: Element | null, here: number): void {
  const limit = Number(place.dataset["limit"]);
  const state = here > limit ? "over" : here === limit ? "full" : "within";
  place.dataset["state"] = state;
  write(words, text(`limit-${state}`, { limit, over: here - limit }));
}

function write(place: Element | null, words: string): void {
  if (place && place.textContent !== words) place.textContent = words;
}
