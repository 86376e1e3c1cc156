// The fields beside the text save themselves, one by one; a toast takes each back.
import { post, reason, Refusal } from "../page/send";
import { toast } from "../page/tell";
import { undoable } from "../page/undo";
import { text } from "../page/words";
import { firstChoice, isUnsaved } from "./leave";
import { seenIn, takeSaved } from "./saved";
import { taskIn, type Host } from "./sheet";

type Field = HTMLInputElement | HTMLSelectElement;
type Pairs = [name: string, value: string][];

const FIELDS = "[data-part=fields] :is(select, input)[form=task-form]";
/** What each task was last seen with: what is taken back after its sheet was closed goes by that. */
const seen = new Map<string, string>();
// One after the other: each carries what the one before left.
let queue: Promise<unknown> = Promise.resolve();

/** Saves what is chosen at once, and what is typed when the field is left or Enter is pressed. */
export function startAtOnce(box: HTMLElement, host: Host): void {
  const saves = (event: Event, whenTyped: boolean): Field | null => {
    const field = (event.target as HTMLElement).closest<Field>(FIELDS);
    return field && isTyped(field) === whenTyped && isUnsaved(field) ? field : null;
  };
  const listen = (event: Event, whenTyped: boolean): void => {
    const field = saves(event, whenTyped);
    if (field) save(box, host, field);
  };
  box.addEventListener("change", (event) => listen(event, false));
  box.addEventListener("focusout", (event) => listen(event, true));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !(event.target as HTMLElement).matches(FIELDS)) return;
    event.preventDefault();
    listen(event, true);
  });
}

const isTyped = (field: Field): boolean => field instanceof HTMLInputElement && field.type !== "checkbox";

function save(box: HTMLElement, host: Host, field: Field): void {
  const [id, before, after] = [taskIn(box), pairs(field, true), pairs(field, false)];
  const again = settle(field);
  const done = queue.then(() => send(box, host, id, after, field));
  queue = done.then(
    (ok) => {
      if (ok) undoable(text("saved"), () => takeBack(box, host, id, before));
    },
    (error) => {
      again();
      toast(error instanceof Refusal ? error.message : text("refused"), "bad");
    },
  );
}

async function takeBack(box: HTMLElement, host: Host, id: string, before: Pairs): Promise<void> {
  if (!(await send(box, host, id, before, null))) throw new Refusal(text("refused"));
}

/** The field as a form sends it, as it is or as it came. Tags go together, because a box that is not ticked says nothing. */
function pairs(field: Field, asItCame: boolean): Pairs {
  if (field instanceof HTMLSelectElement) return [[field.name, (asItCame ? firstChoice(field)?.value : field.value) ?? ""]];
  if (field.name !== "tag" && field.name !== "new_tags") return [[field.name, asItCame ? field.defaultValue : field.value]];
  const boxes = [...field.form!.elements].filter((one): one is HTMLInputElement => (one as HTMLInputElement).name === "tag");
  const chosen = boxes.filter((one) => (asItCame ? one.defaultChecked : one.checked));
  const tags: Pairs = [["tags", "1"], ...chosen.map((one): [string, string] => ["tag", one.value])];
  return field.name === "new_tags" && !asItCame ? [...tags, ["new_tags", field.value]] : tags;
}

/** From now on the field counts as saved; what is answered takes that back. */
function settle(field: Field): () => void {
  if (field instanceof HTMLSelectElement) {
    const before = firstChoice(field);
    const mark = (chosen: HTMLOptionElement | undefined): void => [...field.options].forEach((option) => (option.defaultSelected = option === chosen));
    const value = field.value;
    mark(field.selectedOptions[0]);
    field.value = value;
    return () => {
      mark(before);
      field.value = value;
    };
  }
  const { defaultValue, defaultChecked } = field;
  if (isTyped(field)) field.defaultValue = field.value;
  else field.defaultChecked = field.checked;
  return () => Object.assign(field, isTyped(field) ? { defaultValue } : { defaultChecked });
}

/** Sends some fields of a task; false when the answer shows what stands in the way. */
async function send(box: HTMLElement, host: Host, id: string, fields: Pairs, field: Field | null): Promise<boolean> {
  const known = seenIn(box, id) ?? seen.get(id) ?? "{}";
  const response = await post(`/task/${id}`, new URLSearchParams([["seen", known], ...fields]), { "X-Fragment": "1" });
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) throw new Refusal(await reason(response));
  const html = await response.text();
  if (taskIn(box) === id) takeSaved(box, html, response.ok, field);
  const now = seenIn(box, id);
  if (now) seen.set(id, now);
  host.changed(id);
  return response.ok;
}
