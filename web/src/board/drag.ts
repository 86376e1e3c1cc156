// Drag and drop by mouse, pen and touch.
import Sortable from "sortablejs";
import { text } from "../page/words";
import { idOf, lanes, mayWork, slotOf, type Slot } from "./dom";
import { hold, release } from "./hand";
import { mayCarry, mayMove } from "./may";
import { settle } from "./move";

// Long enough that a swipe scrolls, short enough that it does not feel like waiting.
const LONG_PRESS_MS = 300;

/** Makes the tasks of every lane draggable. */
export function startDrag(): void {
  if (!mayWork()) return;
  for (const lane of lanes()) Sortable.create(lane, options());
}

function options(): Sortable.Options {
  let from: Slot | null = null;
  return {
    group: "tasks",
    draggable: ".task",
    // Forms on tasks are for typing, and buttons for pressing; what may go nowhere stays.
    filter: ({ target }, task) => (target as HTMLElement).closest(".editing, .more") !== null || !mayCarry(task),
    preventOnFilter: false,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
    delay: LONG_PRESS_MS,
    delayOnTouchOnly: true,
    touchStartThreshold: 5,
    // The browser's own drag and drop knows no touch and draws a blurred picture; one way for all pointers.
    forceFallback: true,
    fallbackOnBody: true,
    fallbackTolerance: 4,
    ghostClass: "ghost",
    fallbackClass: "lifted",
    scroll: true,
    bubbleScroll: true,
    scrollSensitivity: 64,
    scrollSpeed: 14,
    onMove: ({ dragged, to }) => from === null || mayMove(dragged, from.lane, to),
    onStart: ({ item }) => {
      from = slotOf(item);
      for (const lane of lanes()) if (!mayMove(item, from.lane, lane)) lane.dataset["refused"] = text("fault-role-move");
      hold(idOf(item));
      document.body.classList.add("dragging");
    },
    onEnd: ({ item }) => {
      document.body.classList.remove("dragging");
      for (const lane of lanes()) delete lane.dataset["refused"];
      // The move takes its own hold before this one ends, so that no patch slips in between.
      if (from) settle(item, from);
      from = null;
      release(idOf(item));
    },
  };
}
