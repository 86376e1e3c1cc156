// Rows that are dragged into their order.
import Sortable from "sortablejs";
import { act, Refusal } from "./send";
import { toast } from "./tell";
import { text } from "./words";

/**
 * Makes the rows of a list draggable. Each has the address that takes its new position in `data-move`; what the server
 * answers is handed to `moved`.
 */
export function sortable(list: HTMLElement, moved: (answer: Response) => void | Promise<void>): void {
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
      act(item.dataset["move"] ?? "", { position: newIndex! + 1 })
        .then(moved)
        .catch((error: unknown) => {
          toast(error instanceof Refusal ? error.message : text("refused"), "bad");
        });
    },
  });
}
