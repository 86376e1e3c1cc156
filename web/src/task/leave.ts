// Changes that no draft keeps (titles, choices, dates) must not be lost without a word.
import { text } from "../page/words";

const isDirty = (form: HTMLFormElement): boolean =>
  [...form.elements].some((element) => {
    if (element instanceof HTMLTextAreaElement) return !element.dataset["draft"] && element.value !== element.defaultValue;
    if (element instanceof HTMLInputElement) return element.type !== "hidden" && element.value !== element.defaultValue;
    if (element instanceof HTMLSelectElement) return element.selectedOptions[0] !== firstChoice(element);
    return false;
  });

/** What a list showed when it came: without a marked option the first one. */
const firstChoice = (list: HTMLSelectElement): HTMLOptionElement | undefined =>
  [...list.options].find((option) => option.defaultSelected) ?? list.options[0];

/** Whether a sheet's main form holds changes that were not saved. */
export function hasUnsaved(sheet: ParentNode): boolean {
  const form = sheet.querySelector<HTMLFormElement>("form[data-saves]");
  return form !== null && isDirty(form);
}

/** Asks before unsaved changes are left behind. True when it is fine to go. */
export function mayLeave(sheet: ParentNode): boolean {
  return !hasUnsaved(sheet) || confirm(text("leave-unsaved"));
}

/** Lets the browser ask before the page is left, unless a form of it is being sent. */
export function warnBeforeLeaving(sheet: HTMLElement): void {
  let isSending = false;
  sheet.addEventListener("submit", () => (isSending = true));
  addEventListener("beforeunload", (event) => {
    if (!isSending && hasUnsaved(sheet)) event.preventDefault();
  });
}
