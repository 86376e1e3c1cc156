// Puts a board that was drawn anew in place of the old one, without taking anything from who is at work on it.
import { idOf } from "./dom";

/** Replaces the old region by the fresh one. What is being typed, the selection and the focus go along. */
export function carryOver(old: HTMLElement, fresh: HTMLElement): void {
  const focused = document.activeElement as HTMLElement | null;
  const task = focused && old.contains(focused) ? focused.closest<HTMLElement>(".task") : null;
  for (const form of old.querySelectorAll<HTMLElement>("form.add")) {
    const { column, swimlane } = form.dataset;
    fresh.querySelector(`form.add[data-column="${column}"][data-swimlane="${swimlane}"]`)?.replaceWith(form);
  }
  for (const chosen of old.querySelectorAll<HTMLElement>(".task.selected")) {
    fresh.querySelector(`.task[data-task="${idOf(chosen)}"]`)?.classList.add("selected");
  }
  old.replaceWith(fresh);
  const again = task ? fresh.querySelector<HTMLElement>(`.task[data-task="${idOf(task)}"] a`) : focused;
  if (again?.isConnected && again !== document.activeElement) again.focus({ preventScroll: true });
}
