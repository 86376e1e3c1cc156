// Text that was typed and not yet saved is kept in the browser until it is.
import { text } from "../page/words";

interface Draft {
  value: string;
  /** What the field held when typing began. */
  base: string;
  sent?: boolean;
}

const key = (name: string): string => `kanso.draft.${name}`;

function read(name: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key(name)) ?? "null");
  } catch {
    return null;
  }
}

/** Brings drafts back into the fields of a sheet, and keeps them up to date. */
export function keepDrafts(sheet: HTMLElement): void {
  for (const field of sheet.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")) keep(field);
}

/** Forgets the drafts of a form whose text has arrived. */
export function forgetDrafts(form: HTMLFormElement): void {
  for (const element of form.elements) {
    const name = (element as HTMLElement).dataset["draft"];
    if (name) localStorage.removeItem(key(name));
  }
}

function keep(field: HTMLTextAreaElement): void {
  const name = field.dataset["draft"]!;
  const base = field.value;
  const draft = read(name);
  if (draft && hasArrived(draft, base)) localStorage.removeItem(key(name));
  else if (draft) restore(field, name, draft.value, base);
  field.addEventListener("input", () => {
    if (field.value === base) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), JSON.stringify({ value: field.value, base } satisfies Draft));
  });
  field.form?.addEventListener("submit", () => {
    const typed = read(name);
    if (typed) localStorage.setItem(key(name), JSON.stringify({ ...typed, sent: true }));
  });
}

/** A text has arrived when the page shows it, or when it was sent and the page came back with its comment. */
function hasArrived(draft: Draft, shown: string): boolean {
  return draft.value === shown || (draft.sent === true && location.hash.startsWith("#comment-"));
}

function restore(field: HTMLTextAreaElement, name: string, value: string, base: string): void {
  field.value = value;
  field.closest("details")?.setAttribute("open", "");
  const note = document.createElement("p");
  note.className = "hint";
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "button plain small";
  discard.textContent = text("draft-discard");
  discard.addEventListener("click", () => {
    field.value = base;
    localStorage.removeItem(key(name));
    note.remove();
    field.focus();
  });
  note.append(`${text("draft-restored")} `, discard);
  field.after(note);
}
