// The table of tasks: what was chosen counts at once, and rows can be ticked together.

export function startList(): void {
  const sorting = document.querySelector<HTMLFormElement>("form[data-goes-by-itself]");
  sorting?.addEventListener("change", () => sorting.requestSubmit());
  const bulk = document.querySelector<HTMLFormElement>("form#bulk");
  if (bulk) startBulk(bulk);
}

function startBulk(bulk: HTMLFormElement): void {
  const ticks = [...document.querySelectorAll<HTMLInputElement>('input[name="tasks"]')];
  const all = document.querySelector<HTMLInputElement>("[data-tick-all]");
  const show = (): void => {
    const ticked = ticks.filter((tick) => tick.checked).length;
    bulk.hidden = ticked === 0;
    if (!all) return;
    all.checked = ticked === ticks.length;
    all.indeterminate = ticked > 0 && ticked < ticks.length;
  };
  all?.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
    show();
  });
  for (const tick of ticks) tick.addEventListener("change", show);
  bulk.addEventListener("change", (event) => {
    const field = event.target as HTMLInputElement;
    const button = field.nextElementSibling;
    if (field.value !== "" && button instanceof HTMLButtonElement) bulk.requestSubmit(button);
  });
  // A page that comes back from the browser's memory keeps its ticks.
  addEventListener("pageshow", show);
  show();
}
