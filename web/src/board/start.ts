// Begins everything that a board does beyond being read.
import { openTasksInDialog } from "../task/dialog";
import { startAdd } from "./add";
import { startDrag } from "./drag";
import { startFold } from "./fold";
import { startHelp } from "./help";
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
  startHelp();
  openTasksInDialog(root);
  startLive(root, () => {
    startDrag();
    makeStops();
  });
}
