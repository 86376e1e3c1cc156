// Going anywhere by typing: a field, and below it what it could mean.
import { text } from "./words";

const WAIT_MS = 90;

/** A dialog with a title and a button that closes it; it goes when it is closed. */
export function openDialog(title: string): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "small-dialog";
  const head = document.createElement("header");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const close = document.createElement("button");
  close.className = "tool icon-close";
  close.setAttribute("aria-label", text("close"));
  close.addEventListener("click", () => dialog.close());
  head.append(heading, close);
  dialog.append(head);
  dialog.setAttribute("aria-label", title);
  document.body.append(dialog);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  return dialog;
}

/** Opens the palette with what was typed already, with projects only if that is wanted. */
export function open(onlyProjects: boolean, typed: string): void {
  if (document.querySelector(".palette")) return;
  const dialog = openDialog(text("palette"));
  dialog.classList.add("palette");
  const field = document.createElement("input");
  const attributes = { class: "input", role: "combobox", "aria-expanded": "true", "aria-controls": "goals", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  field.placeholder = text("palette-hint");
  field.setAttribute("aria-label", text("palette-hint"));
  const list = document.createElement("div");
  dialog.append(field, list);
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void fill(list, field, onlyProjects), WAIT_MS);
  });
  list.addEventListener("click", (event) => {
    const goal = (event.target as HTMLElement).closest<HTMLElement>("[role=option]");
    if (!goal) return;
    dialog.close();
    if (goal.dataset["href"]) location.assign(goal.dataset["href"]);
  });
  field.addEventListener("keydown", (event) => {
    // What is chosen is what was typed, not what an older list begins with.
    if (event.key !== "Enter" || list.dataset["of"] === field.value) return onKey(event, list, field);
    event.preventDefault();
    clearTimeout(timer);
    void fill(list, field, onlyProjects).then(() => list.dataset["of"] === field.value && goals(list)[0]?.click());
  });
  field.value = typed;
  field.focus();
  void fill(list, field, onlyProjects);
}

const goals = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];

async function fill(list: HTMLElement, field: HTMLInputElement, onlyProjects: boolean): Promise<void> {
  const wanted = field.value;
  const query = new URLSearchParams({ q: wanted, projects: String(onlyProjects) });
  const response = await fetch(`/palette?${query}`, { headers: { "X-Fragment": "1" } }).catch(() => null);
  // A slow answer to what was typed before is worth nothing.
  if (!response?.ok || response.redirected || field.value !== wanted) return;
  list.innerHTML = await response.text();
  list.dataset["of"] = wanted;
  if (!onlyProjects) offerCommands(list, wanted.trim().toLowerCase());
  choose(list, field, 0);
}

/** What the page itself offers: its views, and what its menu does. */
function offerCommands(list: HTMLElement, wanted: string): void {
  for (const [at, command] of [...document.querySelectorAll<HTMLElement>(".views a, #board-menu button")].entries()) {
    const label = command.firstChild?.textContent?.trim() ?? "";
    if (!label.toLowerCase().includes(wanted)) continue;
    const goal = document.createElement("li");
    goal.id = `command-${at}`;
    goal.role = "option";
    goal.append(label);
    goal.addEventListener("click", () => command.click());
    list.querySelector("[role=presentation]")?.remove();
    list.firstElementChild?.append(goal);
  }
}

function choose(list: HTMLElement, field: HTMLInputElement, at: number): void {
  const all = goals(list);
  all.forEach((goal, index) => goal.setAttribute("aria-selected", String(index === at)));
  const chosen = all[at];
  if (!chosen) return field.removeAttribute("aria-activedescendant");
  field.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function onKey(event: KeyboardEvent, list: HTMLElement, field: HTMLInputElement): void {
  const all = goals(list);
  const at = all.findIndex((goal) => goal.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown") choose(list, field, (at + 1) % all.length);
  else if (event.key === "ArrowUp") choose(list, field, (at - 1 + all.length) % all.length);
  else if (event.key === "Enter") all[at]?.click();
  else return;
  event.preventDefault();
}
