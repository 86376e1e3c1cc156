// Rows of headers that come and go.

/** Makes the buttons beside the rows add and remove them. */
export function headerRows(form: HTMLFormElement, changed: () => void): void {
  const rows = form.querySelector<HTMLElement>(".header-rows");
  if (!rows) return;
  dropSpare(rows);
  form.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    if (target.closest("[data-add-row]")) add(rows);
    const row = target.closest("[data-remove-row]")?.closest<HTMLElement>(".header-row");
    if (!row) return;
    if (rows.childElementCount > 1) row.remove();
    else empty(row);
    form.querySelector<HTMLElement>("[data-add-row]")?.focus();
    changed();
  });
}

/** The server offers empty rows for forms without script; one is enough with it. */
function dropSpare(rows: HTMLElement): void {
  for (const row of [...rows.children].slice(1).reverse()) {
    if ([...row.querySelectorAll("input")].every((input) => !input.value)) row.remove();
  }
}

function add(rows: HTMLElement): void {
  const last = rows.lastElementChild;
  if (!last) return;
  const row = last.cloneNode(true) as HTMLElement;
  empty(row);
  rows.append(row);
  row.querySelector("input")?.focus();
}

function empty(row: HTMLElement): void {
  for (const input of row.querySelectorAll("input")) input.value = "";
  for (const select of row.querySelectorAll("select")) select.selectedIndex = 0;
}
