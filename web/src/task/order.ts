// Subtasks are dragged into their order.
import { sortable } from "../page/order";

/** Makes the subtasks of a sheet draggable. */
export function sortSubtasks(place: HTMLElement): void {
  const list = place.querySelector<HTMLElement>("ul.subtasks[data-sort]");
  if (list) sortable(list, () => undefined);
}
