// Several tasks at once: selected with x, Shift+click or the menu; a bar says what can be done with them.
import { count } from "../page/words";
import { actOn } from "./act";
import { board, idOf, lanes, mayWork, project, tasksIn } from "./dom";
import { fetchPart } from "./fragment";
import { mayDo } from "./may";

let bar: Promise<HTMLFormElement | null> | undefined;
let anchor: HTMLElement | null = null;

const selected = (): HTMLElement[] => [...board().querySelectorAll<HTMLElement>(".task.selected")];

/** Shift+click selects, all up to there if something is selected; after the first, a click is enough. */
export function startSelect(root: HTMLElement): void {
  root.addEventListener(
    "click",
    (event) => {
      const task = (event.target as HTMLElement).closest<HTMLElement>(".task");
      const isElsewhere = event.ctrlKey || event.metaKey || event.button !== 0;
      const isPick = event.shiftKey || selected().length > 0;
      if (!task || isElsewhere || !isPick || !mayWork() || task.classList.contains("editing")) return;
      if ((event.target as HTMLElement).closest(".more")) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey && anchor?.classList.contains("selected") && anchor.isConnected) selectAll(between(anchor, task));
      else toggle(task);
    },
    true,
  );
}

function between(from: HTMLElement, to: HTMLElement): HTMLElement[] {
  const all = lanes().flatMap(tasksIn);
  const [start, end] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b) as [number, number];
  return all.slice(start, end + 1);
}

/** Selects a task, or not any more. */
export function toggle(task: HTMLElement): void {
  if (!mayWork()) return;
  task.classList.toggle("selected");
  anchor = task;
  void showBar();
}

export function selectAll(tasks: HTMLElement[]): void {
  for (const task of tasks) task.classList.add("selected");
  void showBar();
}

/** Lets go of the selection; true when there was one. */
export function selectNone(): boolean {
  const all = selected();
  for (const task of all) task.classList.remove("selected");
  void showBar();
  return all.length > 0;
}

/** Brings the bar up to date with the selection, which others may have made smaller. */
export async function showBar(): Promise<void> {
  if (!bar && selected().length === 0) return;
  bar ??= makeBar();
  const form = await bar;
  if (!form) {
    bar = undefined;
    return;
  }
  const n = selected().length;
  form.hidden = n === 0;
  for (const field of form.querySelectorAll<HTMLSelectElement>("[data-act]")) {
    field.disabled = !selected().every((task) => mayDo(field.dataset["act"]!, task));
  }
  form.querySelector("[data-selected]")!.textContent = n > 0 ? count("selected", n) : "";
}

async function makeBar(): Promise<HTMLFormElement | null> {
  const form = await fetchPart<HTMLFormElement>(`/board/${project()}/selection`);
  if (!form) return null;
  document.querySelector(".board-main")?.append(form);
  form.addEventListener("change", (event) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    if (field.dataset["act"] && field.value !== "") void send(form, field.dataset["act"], field);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const what = (event.submitter as HTMLElement | null)?.dataset["act"];
    if (what) void send(form, what);
  });
  form.addEventListener("click", (event) => {
    if ((event.target as HTMLElement).closest("[data-cancel]")) selectNone();
  });
  return form;
}

async function send(form: HTMLFormElement, what: string, field?: HTMLInputElement | HTMLSelectElement): Promise<void> {
  const fields: Record<string, string> = { act: what };
  if (field) fields[field.name] = field.value;
  const swimlane = form.querySelector<HTMLSelectElement>("[name=swimlane]");
  if (what === "move" && swimlane?.value) fields["swimlane"] = swimlane.value;
  const done = await actOn(selected().map(idOf), fields);
  if (field) field.value = "";
  if (done && (what === "close" || what === "move")) selectNone();
  else void showBar();
}
