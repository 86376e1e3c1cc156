// What the reader's role lets them do on this board. The server decides; here it is only not offered in vain.
import { board, lanes, mayWork, slotOf } from "./dom";

/** By the ids of columns: where tasks may go, others' first and then one's own, and where they may be closed. */
interface Rights {
  moves: Record<string, [number[], number[]]>;
  turns: number[];
  updates: boolean;
  assigns: boolean;
}

let told: string | undefined;
let rights: Rights | null = null;

/** Nothing where the role is not restricted. */
function restricted(): Rights | null {
  const now = board().querySelector<HTMLElement>(".board-inner")?.dataset["rights"];
  if (now !== told) [told, rights] = [now, now ? (JSON.parse(now) as Rights) : null];
  return rights;
}

const isOwn = (task: HTMLElement): boolean => task.dataset["own"] !== undefined;
const columnOf = (lane: HTMLElement): number => Number(lane.dataset["column"]);

/** Whether a task may be taken from one lane to another, or inside one. */
export function mayMove(task: HTMLElement, from: HTMLElement, to: HTMLElement): boolean {
  const known = restricted();
  return known ? Boolean(known.moves[columnOf(from)]?.[isOwn(task) ? 1 : 0].includes(columnOf(to))) : mayWork();
}

/** Whether a task may be moved at all. */
export function mayCarry(task: HTMLElement): boolean {
  const { lane } = slotOf(task);
  return lanes().some((to) => mayMove(task, lane, to));
}

/** Whether the fields of a task may be changed. */
export function mayUpdate(task: HTMLElement): boolean {
  const known = restricted();
  return known ? known.updates || isOwn(task) : mayWork();
}

/** Whether something may be done with a task, by the name it has in the bar of selected tasks. */
export function mayDo(act: string, task: HTMLElement): boolean {
  const known = restricted();
  if (act === "move") return mayCarry(task);
  if (act === "close") return known ? known.turns.includes(columnOf(slotOf(task).lane)) : mayWork();
  return mayUpdate(task) && (act !== "assign" || !known || known.assigns);
}
