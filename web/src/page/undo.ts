// What was done last can be taken back: by the button of its toast, or by Ctrl+Z.
import { Refusal } from "./send";
import { toast } from "./tell";
import { text } from "./words";

type Back = () => Promise<void>;

const steps: Back[] = [];

/** Says what was done, and keeps how it is taken back. */
export function undoable(message: string, back: Back): void {
  steps.push(back);
  toast(message, "good", { label: text("undo"), run: () => void takeBack(back) });
}

/** Listens to Ctrl+Z wherever no text is being typed. */
export function startUndo(): void {
  document.addEventListener("keydown", (event) => {
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const last = steps.at(-1);
    if (!isUndo || !last || (event.target as HTMLElement).matches("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    void takeBack(last);
  });
}

async function takeBack(back: Back): Promise<void> {
  const at = steps.lastIndexOf(back);
  if (at < 0) return;
  steps.splice(at, 1);
  try {
    await back();
    toast(text("undone"));
  } catch (error) {
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}
