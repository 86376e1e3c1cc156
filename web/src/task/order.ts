// Subtasks are dragged into their order.
import Sortable from "sortablejs";
import { act, Refusal } from "../page/send";
import { toast } from "../page/tell";
import { text } from "../page/words";

/** Makes the subtasks of a sheet draggable. */
export function sortSubtasks(place: HTMLElement): void {
  const list = place.querySelector<HTMLElement>("ul.subtasks[data-sort]");
  if (!list) return;
  Sortable.create(list, {
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    delay: 300,
    delayOnTouchOnly: true,
    forceFallback: true,
    fallbackTolerance: 4,
    filter: "input, textarea, select, button, summary",
    preventOnFilter: false,
    ghostClass: "ghost",
    onEnd: ({ item, oldIndex, newIndex }) => {
      if (oldIndex === newIndex) return;
      act(`/subtask/${item.dataset["subtask"]}/move`, { position: newIndex! + 1 }).catch((error: unknown) => {
        toast(error instanceof Refusal ? error.message : text("refused"), "bad");
      });
    },
  });
}
