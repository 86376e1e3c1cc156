// A move: shown at once, then asked of the server, and taken back if it refuses.
import { act, Refusal } from "../page/send";
import { announce, toast } from "../page/tell";
import { undoable } from "../page/undo";
import { text } from "../page/words";
import { filter, findTask, idOf, place, placeInWords, recount, sameSlot, slotOf, tasksIn, type Slot } from "./dom";
import { hold, release } from "./hand";
import { patchTask } from "./patch";

// One after the other: a position only means something after the moves before it.
let queue: Promise<void> = Promise.resolve();

type Beside = { after?: string; before?: string };

/** Where not all tasks are shown, a neighbour says the place, since a number would not. */
function besideOf({ lane, position }: Slot, id: string): Beside {
  if (filter() === undefined) return {};
  const others = tasksIn(lane).filter((other) => idOf(other) !== id);
  const [above, below] = [others[position - 2], others[position - 1]];
  if (above) return { after: idOf(above) };
  return below ? { before: idOf(below) } : {};
}

/** Tells the server where a task now stands in the page. `from` is where it goes back to when refused. */
export function settle(task: HTMLElement, from: Slot): void {
  const to = slotOf(task);
  recount();
  if (sameSlot(from, to)) return;
  announce(placeInWords("moved", task));
  const id = idOf(task);
  hold(id);
  task.classList.add("pending");
  const beside = besideOf(to, id);
  queue = queue.then(() => ask(id, from, to, beside));
}

async function ask(id: string, from: Slot, to: Slot, beside: Beside): Promise<void> {
  const { column, swimlane } = to.lane.dataset;
  try {
    await act(`/task/${id}/move`, { column: column!, swimlane: swimlane!, position: to.position, ...beside });
    const task = findTask(id);
    task?.classList.remove("pending");
    if (task) undoable(placeInWords("moved", task), () => takeHome(id, from));
    release(id);
  } catch (error) {
    takeBack(id, from, error instanceof Refusal ? error.message : text("refused"));
  }
}

/** Undoes a move: the task goes back to where it was. */
async function takeHome(id: string, { lane, position }: Slot): Promise<void> {
  const { column, swimlane } = lane.dataset;
  await act(`/task/${id}/move`, { column: column!, swimlane: swimlane!, position, ...besideOf({ lane, position }, id) });
  await patchTask(id);
}

function takeBack(id: string, from: Slot, reason: string): void {
  const task = findTask(id);
  release(id);
  if (task) {
    task.classList.remove("pending");
    place(task, from);
    recount();
  }
  toast(text("move-refused", { task: id, reason }), "bad");
  // Others may have moved things meanwhile; the server knows the true place.
  void patchTask(id);
}
