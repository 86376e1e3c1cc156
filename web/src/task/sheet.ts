// The sheet of a task, in the panel or on its page: its forms are sent without a new page, and what others change
// appears in it, part by part, around what somebody is writing.
import { post, reason, Refusal } from "../page/send";
import { raiseToasts, toast } from "../page/tell";
import { text } from "../page/words";
import { startAtOnce } from "./at-once";
import { startChecks } from "./checks";
import { forgetDrafts, keepDrafts } from "./draft";
import { isUnsaved } from "./leave";
import { startLazily } from "./lazily";
import { sortSubtasks } from "./order";

/** Where a sheet is: what becomes of an answer that is another page. */
export interface Host {
  /** A sheet of another task, or another side of this one, came. */
  turn(url: URL, html: string): void;
  /** The answer leads away from tasks. */
  leave(url: URL): void;
  /** The task was changed from here. */
  changed(id: string): void;
}

/** An answer with the HTML of a sheet. */
export interface Answer {
  ok: boolean;
  url: string;
  html: string;
}

/** What the server last sent for each part, to tell what changed there. */
const sent = new WeakMap<Element, string>();

export const sheetIn = (box: ParentNode): HTMLElement | null => box.querySelector<HTMLElement>(".sheet");
export const taskIn = (box: ParentNode): string => sheetIn(box)?.dataset["task"] ?? "0";

/** Makes the forms of whatever sheet is in `box` work without a new page. */
export function startSheet(box: HTMLElement, host: Host): void {
  box.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method === "dialog") return;
    event.preventDefault();
    void submit(box, host, form, event.submitter);
  });
  box.addEventListener("keydown", (event) => {
    const field = event.target as HTMLTextAreaElement;
    const isTitle = field.matches("textarea.title-input");
    if (event.key !== "Enter" || event.isComposing || !(event.ctrlKey || event.metaKey || isTitle)) return;
    event.preventDefault();
    field.form?.requestSubmit();
  });
  box.addEventListener("change", (event) => (event.target as HTMLElement).closest<HTMLSelectElement>("[data-at-once]")?.form?.requestSubmit());
  box.addEventListener("change", (event) => {
    const list = (event.target as HTMLElement).closest<HTMLSelectElement>("select[data-insert]");
    if (list?.value) insert(list, list.form!.querySelector<HTMLTextAreaElement>(list.dataset["insert"]!)!);
  });
  box.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const reply = target.closest<HTMLAnchorElement>("a[data-reply]");
    const choose = target.closest<HTMLButtonElement>("button[data-choose]");
    if (choose) choose.form!.querySelector<HTMLSelectElement>(`#${choose.dataset["choose"]}`)!.value = choose.value;
    if (!reply) return;
    event.preventDefault();
    void quote(box, reply.href);
  });
  startChecks(box, () => refresh(box));
  startAtOnce(box, host);
  startLazily(box, host);
  prepare(box);
}

/** Puts another sheet into the box. */
export function fill(box: HTMLElement, html: string): void {
  box.innerHTML = html;
  raiseToasts();
  prepare(box);
}

function prepare(place: HTMLElement): void {
  for (const part of [place, ...place.querySelectorAll<HTMLElement>("[data-part]")]) {
    if (part.dataset["part"]) sent.set(part, part.outerHTML);
  }
  keepDrafts(place);
  for (const check of place.querySelectorAll<HTMLInputElement>("[data-check] input[data-box]")) check.disabled = false;
  sortSubtasks(place);
}

/** Brings the sheet to what the server says now; what somebody is writing in stays as it is. */
export async function refresh(box: HTMLElement): Promise<void> {
  const sheet = sheetIn(box);
  if (!sheet || sheet.dataset["side"] !== undefined) return;
  const id = taskIn(box);
  const response = await fetch(`/task/${id}`, { headers: { "X-Fragment": "1" } }).catch(() => null);
  if (response?.ok && !response.redirected && taskIn(box) === id) patch(box, await response.text(), () => false);
}

/** Replaces the parts that changed, and those that must be. */
export function patch(box: HTMLElement, html: string, mustBe: (name: string, fresh: Element) => boolean): void {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  const fresh = sheetIn(template.content);
  const old = sheetIn(box);
  if (!fresh || !old) return;
  if (old.dataset["side"] !== undefined || fresh.dataset["side"] !== undefined) return fill(box, html);
  const head = fresh.querySelector(".sheet-head")!;
  const oldHead = old.querySelector(".sheet-head")!;
  if (head.outerHTML !== oldHead.outerHTML) oldHead.replaceChildren(...head.childNodes);
  // The form carries what it was made from: text and fields are of one moment, or a change of others goes unnoticed.
  const isWriting = ["text", "fields"].some((name) => isBusy(partOf(old, name)));
  for (const part of fresh.querySelectorAll<HTMLElement>("[data-part]")) {
    const name = part.dataset["part"]!;
    const own = partOf(old, name);
    if (!own || (sent.get(own) === part.outerHTML && !mustBe(name, part))) continue;
    const isHeld = name === "text" || name === "fields" ? isWriting : isBusy(own);
    if (isHeld && !mustBe(name, part)) continue;
    own.replaceWith(part);
    prepare(part);
  }
}

export const partOf = (sheet: ParentNode, name: string): HTMLElement | null => sheet.querySelector(`[data-part="${name}"]`);

function isBusy(part: HTMLElement | null): boolean {
  if (!part) return false;
  const focused = part.contains(document.activeElement) && document.activeElement!.matches("input, textarea, select");
  const fields = [...part.querySelectorAll<HTMLElement>("input, textarea, select")];
  return focused || fields.some(isUnsaved) || part.querySelector("details[open]") !== null;
}

async function submit(box: HTMLElement, host: Host, form: HTMLFormElement, by: HTMLElement | null): Promise<void> {
  const id = taskIn(box);
  try {
    const answer = await send(form, by);
    if (taskIn(box) !== id) return;
    if (answer.ok) forgetDrafts(form);
    const url = new URL(answer.url);
    if (id !== "0" && form.method === "post") host.changed(id);
    if (url.pathname === `/task/${id}` && sheetIn(box)?.dataset["side"] === undefined) take(box, answer, form, by);
    else if (!answer.ok) fill(box, answer.html);
    else if (/^\/(task\/\d+|board\/\d+\/(new|bulk))/.test(url.pathname)) host.turn(url, answer.html);
    else host.leave(url);
  } catch (error) {
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}

async function send(form: HTMLFormElement, by: HTMLElement | null): Promise<Answer> {
  const url = by?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  const data = new FormData(form, by);
  if (form.enctype === "multipart/form-data") return (await import("./upload")).upload(url, data, form.querySelector("progress"));
  const fields = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
  const response =
    form.method === "get" ? await fetch(`${url}?${fields}`, { headers: { "X-Fragment": "1" } }) : await post(url, fields, { "X-Fragment": "1" });
  const isSheet = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (!isSheet) throw new Refusal(await reason(response));
  // A refused form comes back at its own address.
  return { ok: response.ok, url: response.ok ? response.url : new URL(`/task/${form.closest<HTMLElement>(".sheet")!.dataset["task"]}`, location.href).href, html: await response.text() };
}

/** Shows the sheet that came back, and puts the focus where the work goes on. */
function take(box: HTMLElement, answer: Answer, form: HTMLFormElement, by: HTMLElement | null): void {
  const isMain = form.dataset["saves"] !== undefined;
  const part = form.closest<HTMLElement>("[data-part]")?.dataset["part"];
  const fold = form.closest<HTMLElement>("details[data-place]")?.dataset["place"];
  const place = by?.dataset["place"] ?? fold ?? form.dataset["place"];
  patch(box, answer.html, (name, fresh) => {
    if (name === "notes") return true;
    if (isMain) return name === "text" || name === "fields";
    // What was refused stays as it was typed, unless the answer asks something there.
    return name === part && (answer.ok || fresh.querySelector("[role=alert], details[open]") !== null);
  });
  if (!answer.ok) {
    box.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
    return;
  }
  if (isMain) toast(text("saved"));
  const again = place ? box.querySelector<HTMLElement>(`[data-place="${place}"]`) : null;
  if (fold && again instanceof HTMLDetailsElement) again.open = true;
  if (box.contains(document.activeElement) && document.activeElement !== box) return;
  const control = again?.matches("button") ? again : (again?.querySelector<HTMLElement>("textarea") ?? again?.querySelector<HTMLElement>("select, summary, button"));
  (control ?? sheetIn(box))?.focus({ preventScroll: true });
}

/** Puts a text that the project keeps ready into a field, after what stands there. */
function insert(list: HTMLSelectElement, field: HTMLTextAreaElement): void {
  const ready = list.selectedOptions[0]?.dataset["text"] ?? "";
  field.value = field.value.trim() ? `${field.value.trimEnd()}\n\n${ready}` : ready;
  list.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

/** Begins an answer to a comment with its text. */
async function quote(box: HTMLElement, url: string): Promise<void> {
  const response = await fetch(url, { headers: { "X-Fragment": "1" } }).catch(() => null);
  const field = box.querySelector<HTMLTextAreaElement>("#comment");
  if (!response?.ok || !field) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  field.value += page.querySelector<HTMLTextAreaElement>("#comment")?.value ?? "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
