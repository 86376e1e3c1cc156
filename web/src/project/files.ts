// The files of a project on their way: with progress.
import { Refusal } from "../page/send";
import { toast } from "../page/tell";
import { text } from "../page/words";

/** What the page that came back says of it. */
function reason(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").querySelector('[role="alert"]')?.textContent ?? text("refused");
}

/** Sends the form without leaving the page, which then shows what is attached. */
export function sendFiles(form: HTMLFormElement): void {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { upload } = await import("../task/upload");
    try {
      const answer = await upload(form.action, new FormData(form), form.querySelector("progress"));
      if (!answer.ok) throw new Refusal(reason(answer.html));
      location.assign(answer.url);
    } catch (error) {
      toast(error instanceof Refusal ? error.message : text("refused"), "bad");
    }
  });
}
