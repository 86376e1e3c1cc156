// Begins everything that a board does beyond being read.
import { openTasksInDialog } from "../task/dialog";
import { startAdd } from "./add";
import { linkOf } from "./dom";
import { startDrag } from "./drag";
import { edit } from "./edit";
import { startFold } from "./fold";
import { makeStops, startKeyboard } from "./keyboard";
import { startLive } from "./live";
import { startMenus } from "./menu";
import { startSelect } from "./select";

export function startBoard(root: HTMLElement): void {
  startDrag();
  startKeyboard(root);
  startAdd(root);
  startFold(root);
  startSelect(root);
  startMenus(root);
  openTasksInDialog();
  openAnywhere(root);
  startLive(root, () => {
    startDrag();
    makeStops();
  });
}

/** The whole of a task opens it; its assignee is changed where it stands. */
function openAnywhere(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const task = target.closest<HTMLElement>(".task");
    if (!task || event.defaultPrevented || target.closest("a, form, .more")) return;
    if (target.closest(".avatar")) void edit(task);
    else linkOf(task).click();
  });
}
