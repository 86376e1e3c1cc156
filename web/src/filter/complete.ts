// Completion of the search language: first the attributes, then the values of the one that stands before the caret.

type Words = Record<string, string[]>;

const MOST = 12;

/** Offers what can be written next, as a combobox with a list; at once, if something was typed since it was `begun`. */
export async function complete(box: HTMLFormElement, input: HTMLInputElement, begun: string): Promise<void> {
  const response = await fetch(box.dataset["words"]!, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!response?.ok || response.redirected) return;
  const words = (await response.json()) as Words;
  const list = document.createElement("ul");
  list.id = "filter-words";
  list.className = "words";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label") ?? "");
  input.after(list);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", list.id],
    ["aria-expanded", "false"],
  ] as const) {
    input.setAttribute(name, value);
  }

  let chosen = -1;
  const options = (): HTMLElement[] => [...list.children] as HTMLElement[];
  const close = (): void => {
    list.hidden = true;
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  };
  const choose = (at: number): void => {
    chosen = at;
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const option = options()[at];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const offer = (evenNothing = false): void => {
    const found = offers(words, beforeCaret(input), evenNothing);
    list.replaceChildren(...found.map((text, at) => option(text, at)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };
  const take = (at: number): void => {
    const text = options()[at]?.textContent;
    if (!text) return;
    put(input, text);
    if (text.endsWith(":")) offer();
    else close();
  };

  input.addEventListener("input", () => offer());
  input.addEventListener("blur", close);
  if (input.value !== begun && input === document.activeElement) offer();
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take(options().indexOf((event.target as HTMLElement).closest("li")!));
  });
  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    if (event.key === "ArrowDown" && list.hidden) offer(true);
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : 0);
    else if (event.key === "ArrowUp") choose(chosen > 0 ? chosen - 1 : last);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function option(text: string, at: number): HTMLElement {
  const item = document.createElement("li");
  item.id = `filter-word-${at}`;
  item.setAttribute("role", "option");
  item.textContent = text;
  return item;
}

const beforeCaret = (input: HTMLInputElement): string => input.value.slice(0, input.selectionStart ?? input.value.length);

/** The word that the caret is in, up to it: a value in quotes belongs to its attribute. */
function wordOf(before: string): string {
  return /(?:^|\s)([a-z:]+:[<>=]*"[^"]*|\S*)$/i.exec(before)?.[1] ?? "";
}

/** What can stand in place of the word before the caret. */
export function offers(words: Words, before: string, evenNothing: boolean): string[] {
  const word = wordOf(before);
  const names = Object.keys(words);
  const small = word.toLowerCase();
  // The longest, since one name may begin with another.
  const name = names.filter((known) => small.startsWith(`${known.toLowerCase()}:`)).sort((a, b) => b.length - a.length)[0];
  if (name === undefined) {
    if (word === "" && !evenNothing) return [];
    return names.filter((known) => known.toLowerCase().startsWith(small)).map((known) => `${known}:`).slice(0, MOST);
  }
  const typed = word.slice(name.length + 1).replaceAll('"', "").toLowerCase();
  const values = (words[name] ?? []).filter((value) => value.toLowerCase().includes(typed));
  return values.map((value) => `${name}:${quoted(value)}`).slice(0, MOST);
}

/** A value as the language takes it: quotes hold blanks together, behind an operator. */
function quoted(value: string): string {
  const [, operator = "", rest = ""] = /^([<>=]*)(.*)$/.exec(value) ?? [];
  return /\s/.test(rest) ? `${operator}"${rest.replaceAll('"', "")}"` : value;
}

/** Puts a text in place of the word before the caret. */
function put(input: HTMLInputElement, text: string): void {
  const before = beforeCaret(input);
  const after = input.value.slice(before.length);
  const begin = before.slice(0, before.length - wordOf(before).length);
  const whole = text.endsWith(":") || after.startsWith(" ") ? text : `${text} `;
  input.value = begin + whole + after;
  const caret = begin.length + whole.length;
  input.setSelectionRange(caret, caret);
}
