// What comes back when a field of a task was saved by itself, put into the sheet around what somebody is writing.
import { isUnsaved } from "./leave";
import { partOf, patch, taskIn } from "./sheet";

const SEEN = "#task-form [name=seen]";

const within = (part: HTMLElement | null): HTMLInputElement[] => [...(part?.querySelectorAll<HTMLInputElement>("input, select, textarea") ?? [])];

/** What the form of a task was made from, if its sheet is in the box. */
export function seenIn(box: ParentNode, id: string): string | undefined {
  return taskIn(box) === id ? box.querySelector<HTMLInputElement>(SEEN)?.value : undefined;
}

/** By the names of fields, what the form remembers them as. */
const REMEMBERED: Record<string, string> = { assignee: "owner", tag: "tags", new_tags: "tags" };

/** Shows the sheet that came after a field was saved. What somebody is writing stays, with what it was made from. */
export function takeSaved(box: HTMLElement, html: string, ok: boolean, saved: Element | null): void {
  const fields = partOf(box, "fields");
  const before = seenIn(box, taskIn(box)) ?? "{}";
  const written = within(partOf(box, "text")).filter((field) => field === document.activeElement || field.matches("details[open] *") || isUnsaved(field));
  const typed = within(fields).filter((field) => isUnsaved(field) || (field === document.activeElement && field !== saved && field.matches("input:not([type=checkbox])")));
  const back = focusBack(fields);
  patch(box, html, (name) => (name === "text" ? written.length === 0 : name === "fields" ? !ok || typed.length === 0 : name === "notes"));
  back();
  const remembered = box.querySelector<HTMLInputElement>(SEEN);
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector<HTMLInputElement>(SEEN);
  if (remembered && fresh) {
    const kept = [...(written.length > 0 ? ["title", "description"] : []), ...(ok ? typed.map((field) => REMEMBERED[field.name] ?? field.name) : [])];
    const old = JSON.parse(before) as Record<string, unknown>;
    remembered.value = JSON.stringify({ ...JSON.parse(fresh.value), ...Object.fromEntries(kept.map((name) => [name, old[name]])) });
  }
  if (!ok) box.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
}

/** Remembers where the focus is in a part and what is unfolded there; the answer brings that back in the part that came. */
function focusBack(part: HTMLElement | null): () => void {
  const at = part?.contains(document.activeElement) ? (document.activeElement as HTMLInputElement) : null;
  const isOpen = part?.querySelector("details[open]") != null;
  return () => {
    const fresh = document.querySelector<HTMLElement>("[data-part=fields]");
    if (!fresh || fresh === part) return;
    if (isOpen) fresh.querySelector("details")?.setAttribute("open", "");
    const again = at?.id ? `#${at.id}` : at?.name ? `[name="${at.name}"][value="${CSS.escape(at.value)}"]` : null;
    if (again) fresh.querySelector<HTMLElement>(again)?.focus({ preventScroll: true });
  };
}
