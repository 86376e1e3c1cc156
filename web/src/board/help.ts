// The list of keys, and the switch for those that are a single letter.

const SETTING = "kanso.single-keys";

/** Whether single letters do something. Some people's software types for them. */
export function singleKeys(): boolean {
  return document.documentElement.dataset["keys"] !== "off" && localStorage.getItem(SETTING) !== "off";
}

export function showHelp(): void {
  document.querySelector<HTMLDialogElement>("#help")?.showModal();
}

/** Wires the button, the dialog and its switch. */
export function startHelp(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#help");
  document.querySelector("[data-help]")?.addEventListener("click", showHelp);
  dialog?.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  const box = dialog?.querySelector<HTMLInputElement>("[data-single-keys]");
  if (!box) return;
  box.checked = singleKeys();
  box.addEventListener("change", () => localStorage.setItem(SETTING, box.checked ? "on" : "off"));
}
