// Columns and swimlanes are dragged into their order in the settings of their project.
import { sortable } from "../page/order";

/** Makes the rows of a table draggable; the page that answers has them with buttons that fit their new places. */
export function sortRows(table: HTMLElement): void {
  sortable(table, async (answer) => {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const rows = page.querySelectorAll("tbody[data-sort] > tr");
    if (rows.length > 0) table.replaceChildren(...rows);
  });
}
