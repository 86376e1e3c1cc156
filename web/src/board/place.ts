// Moving a task without dragging: a dialog that asks where to.
import { findLane, idOf, linkOf, mayWork, place, project, slotOf, tasksIn } from "./dom";
import { fetchPart } from "./fragment";
import { mayCarry } from "./may";
import { settle } from "./move";

/** Asks where a task shall go, and moves it there. */
export async function openPlace(task: HTMLElement): Promise<void> {
  if (!mayWork() || !mayCarry(task)) return;
  const form = await fetchPart<HTMLFormElement>(`/board/${project()}/task/${idOf(task)}/place`);
  if (!form) return;
  const dialog = document.createElement("dialog");
  dialog.className = "small-dialog";
  dialog.setAttribute("aria-labelledby", "place-title");
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (task.isConnected) linkOf(task).focus({ preventScroll: true });
  });
  dialog.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const step = target.closest<HTMLElement>("[data-step]")?.dataset["step"];
    if (step) change(form, task, step);
    else if (target === dialog || target.closest("[data-close]")) dialog.close();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    const lane = laneOf(form);
    if (!lane || !task.isConnected) return;
    const from = slotOf(task);
    place(task, { lane, position: position(form).valueAsNumber });
    task.scrollIntoView({ block: "nearest", inline: "nearest" });
    settle(task, from);
  });
}

const position = (form: HTMLFormElement): HTMLInputElement => form.querySelector<HTMLInputElement>("[name=position]")!;

function laneOf(form: HTMLFormElement): HTMLElement | null {
  const fields = new FormData(form);
  return findLane(String(fields.get("column")), String(fields.get("swimlane")));
}

function change(form: HTMLFormElement, task: HTMLElement, step: string): void {
  const [field, lane] = [position(form), laneOf(form)];
  const most = lane ? tasksIn(lane).filter((other) => other !== task).length + 1 : 1;
  const wanted = step === "top" ? 1 : step === "end" ? most : field.valueAsNumber + Number(step);
  field.value = String(Math.max(1, Math.min(most, wanted || 1)));
}
