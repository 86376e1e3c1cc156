// Every page is complete without this script; what a page holds decides what is added to it.
import { startBoard } from "./board/start";
import { startTaskPage } from "./task/page";
import { copyButtons } from "./page/copy";
import { startFilter } from "./filter/box";
import { startList } from "./list/list";
import { sendFiles } from "./project/files";
import { startBell } from "./page/bell";
import { startKeys } from "./page/keys";
import { startUndo } from "./page/undo";
import { themeChoice } from "./page/theme";
import { startEndpointForm } from "./webhook/form";
import { followProgress } from "./webhook/progress";

// First, so that keys of two strokes come before those of one.
startKeys();

const board = document.querySelector<HTMLElement>(".board[data-project]");
if (board) startBoard(board);

const task = document.querySelector<HTMLElement>("main.task-page");
if (task) startTaskPage(task);

const open = document.querySelector<HTMLElement>(".board[data-refresh]");
if (open) void import("./page/refresh").then(({ refresh }) => refresh(open));

const endpointForm = document.querySelector<HTMLFormElement>("form[data-endpoint-form]");
if (endpointForm) startEndpointForm(endpointForm);

const calendar = document.querySelector<HTMLElement>(".calendar[data-may-work]");
if (calendar) void import("./calendar/carry").then(({ startCalendar }) => startCalendar(calendar));

const png = document.querySelector<HTMLButtonElement>("button[data-png]");
if (png) void import("./report/png").then(({ offerPng }) => offerPng(png));

const rows = document.querySelector<HTMLElement>("tbody[data-sort]");
if (rows) void import("./project/order").then(({ sortRows }) => sortRows(rows));

const files = document.querySelector<HTMLFormElement>("form[data-send-files]");
if (files) sendFiles(files);

startBell();
startFilter();
startList();
themeChoice();
startUndo();
followProgress();
copyButtons();
