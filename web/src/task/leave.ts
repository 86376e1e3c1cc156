// Changes that no draft keeps (titles, choices, dates) must not be lost without a word.
import { text } from "../page/words";

/** Whether a field holds something else than it came with, and no draft keeps that. */
export function isUnsaved(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return !field.dataset["draft"] && field.value !== field.defaultValue;
  if (field instanceof HTMLInputElement) {
    if (field.dataset["box"] !== undefined || field.type === "hidden") return false;
    if (field.type === "file") return field.value !== "";
    return field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  }
  return field instanceof HTMLSelectElement && field.selectedOptions[0] !== firstChoice(field);
}

/** What a list showed when it came: without a marked option the first one. */
export const firstChoice = (list: HTMLSelectElement): HTMLOptionElement | undefined =>
  [...list.options].find((option) => option.defaultSelected) ?? list.options[0];

/** Whether a sheet's main form holds changes that were not saved. */
export function hasUnsaved(sheet: ParentNode): boolean {
  const form = sheet.querySelector<HTMLFormElement>("form[data-saves]");
  return form !== null && [...form.elements].some(isUnsaved);
}

/** Asks before unsaved changes are left behind. True when it is fine to go. */
export function mayLeave(sheet: ParentNode): boolean {
  return !hasUnsaved(sheet) || confirm(text("leave-unsaved"));
}

/** Lets the browser ask before the page is left with unsaved changes. */
export function warnBeforeLeaving(sheet: HTMLElement): void {
  addEventListener("beforeunload", (event) => {
    if (hasUnsaved(sheet)) event.preventDefault();
  });
}
