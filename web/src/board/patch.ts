// Brings one task of the page to what the server says now, without moving anything else.
import { filter, findLane, findTask, idOf, keepFocus, learnOpen, linkOf, place, putBefore, recount, tasksIn } from "./dom";
import { isHeld, whenFree } from "./hand";

/** Fetches a task and shows it where it belongs; a task that left the board goes away. */
export async function patchTask(id: string): Promise<void> {
  if (isHeld(id)) return whenFree(id, () => void patchTask(id));
  const project = document.querySelector<HTMLElement>(".board")?.dataset["project"];
  const query = filter() === undefined ? "" : `?q=${encodeURIComponent(filter()!)}`;
  const response = await fetch(`/board/${project}/task/${id}${query}`, { headers: { "X-Fragment": "1" } }).catch(() => null);
  if (!response) return;
  if (response.status === 404) return remove(id);
  if (!response.ok || response.redirected) return;
  const html = await response.text();
  whenFree(id, () => show(html));
}

/** Shows a task from the HTML of its element, which also says its place. */
export function show(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const fresh = template.content.querySelector<HTMLElement>(".task");
  if (!fresh) return null;
  const { column, swimlane, position, order, open, gone } = fresh.dataset;
  for (const name of ["column", "swimlane", "position", "order", "open"]) delete fresh.dataset[name];
  const lane = findLane(column ?? "", swimlane ?? "");
  if (!lane || gone !== undefined) {
    remove(idOf(fresh));
    if (open !== undefined) learnOpen(open);
    recount();
    return null;
  }
  const task = takeOver(fresh);
  if (order) arrange(lane, task, order.split(" "));
  else place(task, { lane, position: Number(position) });
  if (open !== undefined) learnOpen(open);
  recount();
  return task;
}

/** The element already in the page, made like `fresh`; or `fresh` itself, when it is new here. */
function takeOver(fresh: HTMLElement): HTMLElement {
  const known = findTask(idOf(fresh));
  if (!known) {
    linkOf(fresh).tabIndex = -1;
    fresh.classList.add("fresh");
    return fresh;
  }
  known.dataset["color"] = fresh.dataset["color"] ?? "";
  known.toggleAttribute("data-own", fresh.hasAttribute("data-own"));
  for (const name of ["recent", "closed"]) known.classList.toggle(name, fresh.classList.contains(name));
  const tab = linkOf(known).tabIndex;
  linkOf(fresh).tabIndex = tab;
  if (known.innerHTML !== fresh.innerHTML) keepFocus(known, () => known.replaceChildren(...fresh.childNodes));
  return known;
}

/** Puts the tasks of a lane in the server's order. Those in a hand, or not here yet, are passed over. */
function arrange(lane: HTMLElement, task: HTMLElement, order: string[]): void {
  const rank = new Map(order.map((id, index) => [id, index]));
  if (task.parentElement !== lane) lane.append(task);
  let next: HTMLElement | null = null;
  const known = tasksIn(lane).filter((other) => rank.has(idOf(other)) && !isHeld(idOf(other)));
  known.sort((a, b) => rank.get(idOf(b))! - rank.get(idOf(a))!);
  for (const other of known) {
    if (followerOf(other, rank) !== next) putBefore(other, lane, next);
    next = other;
  }
}

/** The next task of the lane that the server's order knows. */
function followerOf(task: HTMLElement, rank: Map<string, number>): HTMLElement | null {
  let next = task.nextElementSibling as HTMLElement | null;
  while (next && (!rank.has(idOf(next)) || isHeld(idOf(next)))) next = next.nextElementSibling as HTMLElement | null;
  return next;
}

/** Takes a task off the page; if it had the focus, its neighbour gets it. */
export function remove(id: string): void {
  const task = findTask(id);
  if (!task) return;
  const neighbor = (task.nextElementSibling ?? task.previousElementSibling) as HTMLElement | null;
  const hadFocus = task.contains(document.activeElement);
  const wasStop = linkOf(task).tabIndex === 0;
  task.remove();
  if (wasStop && neighbor) linkOf(neighbor).tabIndex = 0;
  if (hadFocus && neighbor) linkOf(neighbor).focus({ preventScroll: true });
  recount();
}
