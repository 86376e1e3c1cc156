// The board as the page holds it: lanes, the tasks in them, and their places.
import { count, text } from "../page/words";

/** A place on the board: a lane and a number counted from 1. */
export interface Slot {
  lane: HTMLElement;
  position: number;
}

export const board = (): HTMLElement => document.querySelector<HTMLElement>(".board")!;
export const project = (): string => board().dataset["project"]!;
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
    const here = tasksOf(`.tasks[data-column="${column.dataset["column"]}"] > .task`);
    write(column.querySelector(".count"), count("tasks", here));
    if (column.dataset["limit"]) showLimit(column, column.querySelector(".limit"), here);
  }
  for (const swimlane of board().querySelectorAll<HTMLElement>(".swimlane")) {
    const here = swimlane.querySelectorAll(".task").length;
    write(swimlane.querySelector(":scope > header > .count"), count("tasks", here));
  }
  for (const limit of document.querySelectorAll<HTMLElement>(".limit[data-limits]")) {
    const all = limit.closest(`.${limit.dataset["limits"]}`) ?? board();
    showLimit(limit, limit, all.querySelectorAll(".task").length);
  }
}

const tasksOf = (which: string): number => board().querySelectorAll(which).length;

function showLimit(place: HTMLElement, words: Element | null, here: number): void {
  const limit = Number(place.dataset["limit"]);
  const state = here > limit ? "over" : here === limit ? "full" : "within";
  place.dataset["state"] = state;
  write(words, text(`limit-${state}`, { limit, over: here - limit }));
}

function write(place: Element | null, words: string): void {
  if (place && place.textContent !== words) place.textContent = words;
}
