// Every page is complete without this script; what a page holds decides what is added to it.
import { startBoard } from "./board/start";
import { keepDrafts } from "./task/draft";
import { warnBeforeLeaving } from "./task/leave";
import { copyButtons } from "./page/copy";
import { themeChoice } from "./page/theme";
import { startEndpointForm } from "./webhook/form";
import { followProgress } from "./webhook/progress";

const board = document.querySelector<HTMLElement>(".board[data-project]");
if (board) startBoard(board);

const open = document.querySelector<HTMLElement>(".board[data-refresh]");
if (open) void import("./page/refresh").then(({ refresh }) => refresh(open));

const sheet = document.querySelector<HTMLElement>("main .sheet");
if (sheet) {
  keepDrafts(sheet);
  warnBeforeLeaving(sheet);
}

const endpointForm = document.querySelector<HTMLFormElement>("form[data-endpoint-form]");
if (endpointForm) startEndpointForm(endpointForm);

themeChoice();
followProgress();
copyButtons();
