// What is done to one task or to many: one request, one toast, one way back.
import { act, Refusal } from "../page/send";
import { toast } from "../page/tell";
import { undoable } from "../page/undo";
import { text } from "../page/words";
import { board, project } from "./dom";
import { refresh } from "./live";
import { remove } from "./patch";

type Fields = Record<string, string | number>;

/** Asks the server to act on tasks; true when it did. What it answers undoes it. */
export async function actOn(ids: string[], fields: Fields): Promise<boolean> {
  try {
    const { words, undo } = await ask(ids, fields);
    if (undo) undoable(words, async () => void (await ask(ids, undo)));
    else toast(words);
    return true;
  } catch (error) {
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
    return false;
  }
}

async function ask(ids: string[], fields: Fields): Promise<{ words: string; undo?: Fields }> {
  const all = ids.length > 0 ? { tasks: ids.join(","), ...fields } : fields;
  const response = await act(`/board/${project()}/tasks`, all);
  // Where a filter says what is shown, a closed task may stay.
  if (fields["act"] === "close" && board().dataset["filter"] === undefined) ids.forEach(remove);
  else refresh(ids);
  return (await response.json()) as { words: string; undo?: Fields };
}
