// "Add a task" at the end of a lane: Enter adds it and is ready for the next.
import { act, Refusal } from "../page/send";
import { announce, toast } from "../page/tell";
import { text } from "../page/words";
import { placeInWords } from "./dom";
import { show } from "./patch";

/** Answers the add forms of the board without a new page. */
export function startAdd(root: HTMLElement): void {
  root.addEventListener("submit", (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>("form.add");
    if (!form) return;
    event.preventDefault();
    void add(form);
  });
  root.addEventListener("keydown", (event) => {
    const input = event.target as HTMLInputElement;
    if (event.key === "Escape" && input.matches('.add input[name="title"]')) input.blur();
  });
}

async function add(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector<HTMLInputElement>('input[name="title"]');
  const title = input?.value.trim();
  if (!input || !title) return;
  const { column, swimlane } = form.dataset;
  input.value = "";
  try {
    const response = await act(form.action, { title, column: column!, swimlane: swimlane! }, { "X-Fragment": "1" });
    const task = show(await response.text());
    if (task) {
      announce(placeInWords("added", task));
      task.scrollIntoView({ block: "nearest" });
    }
    input.scrollIntoView({ block: "nearest" });
  } catch (error) {
    // What was typed comes back, unless the next title is already being typed.
    if (input.value === "") input.value = title;
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}
