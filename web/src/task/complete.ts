// What `#` and `@` may mean, offered while somebody types.

interface Offer {
  text: string;
  label: string;
}

const BEGUN = /(?:^|[\s(])([#@][\p{L}\p{N}._-]*)$/u;

/** Offers tasks and people in a field; one that names a task and nothing else is all completed. */
export function complete(field: HTMLTextAreaElement | HTMLInputElement): void {
  const list = document.createElement("ul");
  list.className = "offers";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.id = `offers-${field.id || field.name}`;
  field.setAttribute("aria-controls", list.id);
  field.after(list);
  const isWhole = field instanceof HTMLInputElement;
  let asked = 0;
  const hide = () => (list.hidden = true);
  const begun = (): string => {
    const before = field.value.slice(0, field.selectionStart ?? 0);
    return isWhole ? field.value : (BEGUN.exec(before)?.[1] ?? "");
  };
  const choose = (option: HTMLElement) => {
    const end = field.selectionStart ?? 0;
    const words = isWhole ? option.textContent! : `${option.dataset["text"]} `;
    field.setRangeText(words, isWhole ? 0 : end - begun().length, isWhole ? field.value.length : end, "end");
    hide();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    hide();
    field.focus();
  };
  const mark = (option: Element | null) => {
    for (const other of list.children) other.setAttribute("aria-selected", String(other === option));
    field.setAttribute("aria-activedescendant", option?.id ?? "");
  };
  const offer = async () => {
    const typed = begun();
    const turn = ++asked;
    if (!typed) return hide();
    const project = field.closest<HTMLElement>("[data-project]")?.dataset["project"];
    const response = await fetch(`/project/${project}/suggest?${new URLSearchParams({ q: typed })}`).catch(() => null);
    if (turn !== asked || !response?.ok || begun() !== typed) return;
    const offers = (await response.json()) as Offer[];
    const options = offers.map(({ text, label }, at) => {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.id = `${list.id}-${at}`;
      option.dataset["text"] = text;
      option.textContent = label;
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = offers.length === 0 || (isWhole && offers[0]!.label === typed);
    mark(list.firstElementChild);
  };
  field.addEventListener("input", () => void offer());
  field.addEventListener("blur", () => setTimeout(hide, 150));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const option = (event.target as HTMLElement).closest<HTMLElement>("li");
    if (option) choose(option);
  });
  field.addEventListener("keydown", (pressed) => {
    const event = pressed as KeyboardEvent;
    if (list.hidden) return;
    const marked = list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (event.key === "ArrowDown") mark(marked?.nextElementSibling ?? list.firstElementChild);
    else if (event.key === "ArrowUp") mark(marked?.previousElementSibling ?? list.lastElementChild);
    else if ((event.key === "Enter" || event.key === "Tab") && marked && !event.ctrlKey) choose(marked);
    else if (event.key === "Escape") hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
