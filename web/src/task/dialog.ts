// A task opened over the board. The address becomes the task's own; going back closes it.
import { findTask, linkOf } from "../board/dom";
import { patchTask } from "../board/patch";
import { post, reason, Refusal } from "../page/send";
import { toast } from "../page/tell";
import { text } from "../page/words";
import { forgetDrafts, keepDrafts } from "./draft";
import { mayLeave } from "./leave";

const dialog = (): HTMLDialogElement => document.querySelector<HTMLDialogElement>("#task-dialog")!;
let current: string | null = null;
let wasPushed = false;

/** Opens the links of tasks in the dialog instead of a new page. */
export function openTasksInDialog(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>(".task a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const id = link.closest<HTMLElement>(".task")!.dataset["task"]!;
    history.pushState({ task: id }, "", link.href);
    wasPushed = true;
    void open(id);
  });
  addEventListener("popstate", () => {
    const id = (history.state as { task?: string } | null)?.task;
    if (id) void open(id);
    else hide();
  });
  listen(dialog());
}

function listen(box: HTMLDialogElement): void {
  // Browsers let a page hold back a second Escape only from the key itself.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    leave();
  });
  box.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  box.addEventListener("close", () => {
    if (current) goBack();
  });
  box.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    if (target === box || target.closest("[data-close]")) {
      event.preventDefault();
      leave();
    }
  });
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(event.target as HTMLFormElement, event.submitter);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    (event.target as HTMLInputElement).form?.requestSubmit();
  });
}

async function open(id: string): Promise<void> {
  const box = dialog();
  current = id;
  box.setAttribute("aria-busy", "true");
  const response = await fetch(`/task/${id}`, { headers: { "X-Fragment": "1" } }).catch(() => null);
  if (current !== id) return;
  if (!response?.ok || response.redirected) {
    // The page of the task says better what is wrong.
    location.assign(`/task/${id}`);
    return;
  }
  fill(await response.text());
  box.removeAttribute("aria-busy");
  if (!box.open) box.showModal();
  box.scrollTop = 0;
  // Reading begins with the sheet itself, not with the first link in it.
  box.querySelector<HTMLElement>(".sheet")?.focus({ preventScroll: true });
}

function fill(html: string): void {
  const box = dialog();
  box.innerHTML = html;
  keepDrafts(box);
}

function leave(): void {
  if (mayLeave(dialog())) goBack();
}

function goBack(): void {
  if (wasPushed) history.back();
  else hide();
}

function hide(): void {
  const box = dialog();
  const id = current;
  current = null;
  wasPushed = false;
  if (box.open) box.close();
  box.replaceChildren();
  const task = id && findTask(id);
  if (task) linkOf(task).focus({ preventScroll: true });
}

/** Sends a form of the sheet and shows the sheet that comes back. */
async function submit(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const id = current;
  if (!id) return;
  const fields = new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]));
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  try {
    const response = await post(action, fields, { "X-Fragment": "1" });
    const isSheet = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
    if (!isSheet) throw new Refusal(await reason(response));
    if (response.ok) forgetDrafts(form);
    await patchTask(id);
    if (current !== id) return;
    if (new URL(response.url).pathname.startsWith("/board/")) goBack();
    else refill(await response.text(), form, response.ok);
  } catch (error) {
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}

function refill(html: string, form: HTMLFormElement, isSaved: boolean): void {
  const place = form.dataset["place"];
  const scroll = dialog().scrollTop;
  fill(html);
  dialog().scrollTop = isSaved ? scroll : 0;
  if (isSaved && form.dataset["saves"] !== undefined) toast(text("saved"));
  const again = place ? dialog().querySelector<HTMLElement>(`[data-place="${place}"]`) : null;
  (again?.querySelector<HTMLElement>("textarea, select, summary, button") ?? dialog().querySelector<HTMLElement>("[data-close]"))?.focus({ preventScroll: true });
}
