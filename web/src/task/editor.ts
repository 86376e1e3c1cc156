// Writing Markdown: a toolbar, a preview, and what #12 and @name may mean.
import { act } from "../page/send";
import { complete } from "./complete";

const known = new WeakSet<Element>();

/** Gives a field its tools, once. */
export function edit(field: HTMLTextAreaElement): void {
  if (known.has(field)) return;
  known.add(field);
  complete(field);
  const template = document.querySelector<HTMLTemplateElement>("template[data-toolbar]");
  if (!template || !field.matches("textarea")) return;
  const bar = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  field.before(bar);
  // A press must not take the selection away.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("button");
    const { around, before } = button?.dataset ?? {};
    if (around !== undefined) wrap(field, around);
    else if (before !== undefined) prefix(field, before);
    else if (button) void preview(field, button);
  });
  field.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const around = { b: "**|**", i: "_|_" }[event.key];
    if (!around) return;
    event.preventDefault();
    wrap(field, around);
  });
}

/** Puts marks around what is selected, or takes them away. */
function wrap(field: HTMLTextAreaElement, around: string): void {
  const [left = "", right = ""] = around.split("|");
  const { selectionStart: start, selectionEnd: end, value } = field;
  const isThere = value.slice(start - left.length, start) === left && value.slice(end, end + right.length) === right;
  if (isThere) insert(field, start - left.length, end + right.length, value.slice(start, end), 0, end - start);
  else insert(field, start, end, left + value.slice(start, end) + right, left.length, left.length + end - start);
}

/** Begins each selected line with a mark. */
function prefix(field: HTMLTextAreaElement, mark: string): void {
  const start = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const lines = field.value.slice(start, field.selectionEnd).split("\n").map((line) => mark + line).join("\n");
  insert(field, start, field.selectionEnd, lines, lines.length, lines.length);
}

function insert(field: HTMLTextAreaElement, start: number, end: number, words: string, from: number, to: number): void {
  field.focus();
  field.setSelectionRange(start, end);
  // The only way that keeps what the browser can undo.
  if (!document.execCommand("insertText", false, words)) field.setRangeText(words, start, end, "end");
  field.setSelectionRange(start + from, start + to);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

async function preview(field: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  const isShown = button.getAttribute("aria-pressed") === "true";
  button.setAttribute("aria-pressed", String(!isShown));
  field.hidden = !isShown;
  if (isShown) {
    field.nextElementSibling?.remove();
    field.focus();
    return;
  }
  const shown = document.createElement("div");
  shown.className = "prose preview";
  field.after(shown);
  const response = await act("/markdown", { text: field.value }).catch(() => null);
  shown.innerHTML = (await response?.text()) ?? "";
}
