// What is folded away on this board: facts of tasks, columns, swimlanes. The server reads the cookie, so that the page
// comes as it was left.
import { board, project } from "./dom";
import { makeStops } from "./keyboard";

const YEAR_S = 31_536_000;

/** Makes the buttons fold and unfold. */
export function startFold(root: HTMLElement): void {
  document.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const what = target.closest<HTMLElement>("[data-fold]")?.dataset["fold"];
    const strip = root.contains(target) ? target.closest<HTMLElement>(".column.folded") : null;
    if (what) fold(what);
    else if (strip) fold(`h${strip.dataset["column"]}`);
  });
}

/** Turns one thing over: `c` all tasks, `w` the width, `h12` the column 12, `s7` the swimlane 7. */
export function fold(what: string): void {
  const id = what.slice(1);
  if (what === "c") board().classList.toggle("collapsed");
  else if (what === "w") board().classList.toggle("compact");
  else if (what.startsWith("h")) {
    for (const part of board().querySelectorAll(`:is(.column, .lane)[data-column="${id}"]`)) part.classList.toggle("folded");
  } else board().querySelector(`.swimlane[data-swimlane="${id}"]`)?.classList.toggle("folded");
  keep();
  showState();
  makeStops();
}

function keep(): void {
  const ids = (which: string, letter: string, name: string): string[] =>
    [...board().querySelectorAll<HTMLElement>(which)].map((part) => letter + part.dataset[name]);
  const parts = [...ids(".column.folded", "h", "column"), ...ids(".swimlane.folded", "s", "swimlane")];
  if (board().classList.contains("collapsed")) parts.push("c");
  if (board().classList.contains("compact")) parts.push("w");
  const age = parts.length > 0 ? YEAR_S : 0;
  document.cookie = `kanso_board_${project()}=${parts.join(".")}; Path=/board/${project()}; Max-Age=${age}; SameSite=Lax`;
}

function showState(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-fold][aria-pressed]")) {
    const name = button.dataset["fold"] === "c" ? "collapsed" : "compact";
    button.setAttribute("aria-pressed", String(board().classList.contains(name)));
  }
  for (const button of board().querySelectorAll<HTMLElement>("[data-fold][aria-expanded]")) {
    button.setAttribute("aria-expanded", String(!button.closest(".swimlane")?.classList.contains("folded")));
  }
}
