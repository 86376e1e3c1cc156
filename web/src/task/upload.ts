// Files on their way to a task: with progress, dropped, or pasted into a text.
import { Refusal } from "../page/send";
import { toast } from "../page/tell";
import { text } from "../page/words";
import { refresh, taskIn, type Answer, type Host } from "./sheet";

/** Sends a form with files and shows how far it is. */
export function upload(url: string, data: FormData, progress: HTMLProgressElement | null, wants = "X-Fragment"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("X-CSRF-Token", document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "");
    request.setRequestHeader("Accept", "application/json");
    if (wants) request.setRequestHeader(wants, "1");
    if (progress) {
      progress.hidden = false;
      request.upload.addEventListener("progress", (event) => (progress.value = (100 * event.loaded) / event.total));
    }
    request.addEventListener("error", () => reject(new Refusal(text("offline"))));
    request.addEventListener("loadend", () => {
      if (progress) progress.hidden = true;
    });
    request.addEventListener("load", () => {
      const ok = request.status < 400;
      const kind = request.getResponseHeader("Content-Type") ?? "";
      if (kind.includes("problem+json")) reject(new Refusal((JSON.parse(request.responseText) as { detail?: string }).detail ?? text("refused")));
      else if (new URL(request.responseURL).pathname === "/login") reject(new Refusal(text("signed-out")));
      else resolve({ ok, url: request.responseURL, html: request.responseText });
    });
    request.send(data);
  });
}

interface Added {
  name: string;
  url: string;
  is_picture: boolean;
}

/** Attaches files that were dropped or pasted; what was meant for a text is written into it. */
export async function take(box: HTMLElement, target: HTMLElement, files: File[], host: Host): Promise<void> {
  const chosen = box.querySelector<HTMLInputElement>('[data-upload] input[type="file"]');
  const id = taskIn(box);
  if (id === "0") {
    // A task that is not made yet takes them along.
    const all = new DataTransfer();
    for (const file of [...(chosen?.files ?? []), ...files]) all.items.add(file);
    if (chosen) chosen.files = all.files;
    return;
  }
  const data = new FormData();
  for (const file of files) data.append("file", file, named(file));
  chosen?.closest("details")?.setAttribute("open", "");
  try {
    const answer = await upload(`/task/${id}/file`, data, box.querySelector("[data-upload] progress"), "");
    const field = target.closest<HTMLTextAreaElement>("textarea[data-editor]");
    if (field) write(field, JSON.parse(answer.html) as Added[]);
    chosen?.closest("details")?.removeAttribute("open");
    host.changed(id);
    await refresh(box);
  } catch (error) {
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}

/** Pictures from the clipboard are all called the same. */
function named(file: File): string {
  if (file.name && file.name !== "image.png") return file.name;
  return `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}.png`;
}

function write(field: HTMLTextAreaElement, added: Added[]): void {
  const marks = added.map(({ name, url, is_picture }) => `${is_picture ? "!" : ""}[${name.replace(/[[\]]/g, "")}](${url})`);
  field.setRangeText(marks.join("\n"), field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
