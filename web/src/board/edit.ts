// Title, colour, assignee, due date, category and tags, changed on the task itself.
import { post, reason, Refusal } from "../page/send";
import { toast } from "../page/tell";
import { text } from "../page/words";
import { findTask, idOf, linkOf, mayWork, project } from "./dom";
import { fetchPart, partOf } from "./fragment";
import { hold, release } from "./hand";
import { mayUpdate } from "./may";
import { show } from "./patch";

/** Opens the small form on a task. What others change in the task is shown when it is closed. */
export async function edit(task: HTMLElement): Promise<void> {
  if (!mayWork() || task.classList.contains("editing")) return;
  if (!mayUpdate(task)) return toast(text("fault-role-update"), "bad");
  const form = await fetchPart<HTMLFormElement>(`/board/${project()}/task/${idOf(task)}/edit`);
  if (!form || task.classList.contains("editing")) return;
  hold(idOf(task));
  task.classList.add("editing");
  open(task, form);
}

function open(task: HTMLElement, form: HTMLFormElement): void {
  task.querySelector("form")?.remove();
  task.append(form);
  const title = form.querySelector<HTMLTextAreaElement>("textarea")!;
  title.focus({ preventScroll: true });
  title.select();
  task.scrollIntoView({ block: "nearest", inline: "nearest" });
  form.addEventListener("click", (event) => {
    if ((event.target as HTMLElement).closest("[data-cancel]")) close(task);
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const isSaving = event.key === "Enter" && (event.target === title || event.ctrlKey || event.metaKey);
    if (event.key === "Escape") close(task);
    else if (isSaving && !event.shiftKey) form.requestSubmit();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save(task, form);
  });
}

function close(task: HTMLElement): void {
  task.querySelector("form")?.remove();
  task.classList.remove("editing");
  release(idOf(task));
  linkOf(task).focus({ preventScroll: true });
}

async function save(task: HTMLElement, form: HTMLFormElement): Promise<void> {
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  try {
    const response = await post(form.action, fields, { "X-Fragment": "1" });
    const isHtml = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
    if (!isHtml) throw new Refusal(await reason(response));
    const html = await response.text();
    if (response.ok) {
      close(findTask(idOf(task)) ?? task);
      show(html);
    } else open(task, partOf<HTMLFormElement>(html)!);
  } catch (error) {
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}
