// Buttons that copy the text beside them.
import { toast } from "./tell";
import { text } from "./words";

/** Makes every `data-copy` button copy the element that it names. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>("button[data-copy]")) {
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset["copy"] ?? "");
      await navigator.clipboard.writeText(source?.textContent ?? "");
      toast(text("copied"));
    });
  }
}
