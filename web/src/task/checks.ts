// The boxes of check lists: a click is stored in the text.
import { act, Refusal } from "../page/send";
import { toast } from "../page/tell";
import { text } from "../page/words";

/** Stores each click; `stored` is called when the text has changed. */
export function startChecks(box: HTMLElement, stored: () => Promise<void>): void {
  box.addEventListener("change", (event) => {
    const check = event.target as HTMLInputElement;
    const url = check.closest<HTMLElement>("[data-check]")?.dataset["check"];
    if (url && check.dataset["box"]) void turn(check, url, stored);
  });
}

async function turn(check: HTMLInputElement, url: string, stored: () => Promise<void>): Promise<void> {
  const fields = { number: check.dataset["box"]!, label: check.getAttribute("aria-label") ?? "", ticked: Number(check.checked) };
  try {
    await act(url, fields);
  } catch (error) {
    check.checked = !check.checked;
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
  await stored();
}
