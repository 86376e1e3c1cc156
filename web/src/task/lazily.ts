// What most visits do not need is loaded when it is: the editor, uploads, pictures.
import type { Host } from "./sheet";

/** Waits for the first use of each. */
export function startLazily(box: HTMLElement, host: Host): void {
  box.addEventListener("focusin", (event) => {
    const field = event.target as HTMLTextAreaElement;
    if (!field.matches("textarea[data-editor], input[data-suggest]")) return;
    const before = field.value;
    void import("./editor").then(({ edit }) => {
      edit(field);
      // What was typed before the editor came is completed too.
      if (field.value !== before) field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
  box.addEventListener("click", (event) => {
    const picture = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-picture]");
    if (!picture || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import("./pictures").then(({ show }) => show(picture));
  });
  for (const kind of ["drop", "paste"] as const) {
    box.addEventListener(kind, (event) => {
      const files = [...((kind === "drop" ? (event as DragEvent).dataTransfer : (event as ClipboardEvent).clipboardData)?.files ?? [])];
      if (files.length === 0 || !box.querySelector("[data-upload]")) return;
      event.preventDefault();
      void import("./upload").then(({ take }) => take(box, event.target as HTMLElement, files, host));
    });
  }
  box.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
}
