// What others do, as it happens: the server names the tasks that changed, and each is fetched and patched.
import { text } from "../page/words";
import { filter, project, recount } from "./dom";
import { anyHeld } from "./hand";
import { patchTask } from "./patch";
import { carryOver } from "./redraw";

const GATHER_MS = 40;
const RETRY_MS = 5_000;
// A stream that says nothing for so long is held back on its way: asking now and then works everywhere.
const SILENCE_MS = 8_000;
/** So many changed tasks are fetched one by one; for more the board is drawn anew. */
const MOST = 20;
/** So many times the board asks before it tries to be told again. */
const LOOKS = 6;
/** How soon a board is looked at again while a task is in a hand. */
const HELD_MS = 300;
const PAUSED = "kanso.paused";

let changed = new Set<string>();
let timer: number | undefined;
let last = "0";
let source: EventSource | undefined;
let silence: number | undefined;
let polling: number | undefined;
let looks = 0;
let redrawn = (): void => {};

/** What was chosen here, else what the account says. */
function isPaused(): boolean {
  const chosen = localStorage.getItem(PAUSED);
  return chosen ? chosen === "on" : document.documentElement.dataset["live"] === "off";
}

/** Follows the board from the event that the page was drawn after, as long as the page is looked at. */
export function startLive(root: HTMLElement, afterRedraw: () => void): void {
  last = root.dataset["lastEvent"] ?? "0";
  redrawn = afterRedraw;
  follow();
  // Browsers keep few connections to a server; pages in the background leave theirs to those in front, and
  // catch up when they are looked at again.
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : follow()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => event.persisted && follow());
  const button = document.querySelector<HTMLElement>("[data-pause]");
  button?.setAttribute("aria-pressed", String(isPaused()));
  button?.addEventListener("click", () => {
    localStorage.setItem(PAUSED, isPaused() ? "off" : "on");
    button.setAttribute("aria-pressed", String(isPaused()));
    leave();
    follow();
  });
}

function follow(): void {
  if (isPaused()) say("paused", text("live-paused"));
  else if (!source && !polling) connect();
}

function leave(): void {
  source?.close();
  source = undefined;
  clearTimeout(silence);
  clearInterval(polling);
  polling = undefined;
}

function connect(): void {
  const stream = new EventSource(`/board/${project()}/live?after=${last}`);
  source = stream;
  silence = window.setTimeout(poll, SILENCE_MS);
  stream.addEventListener("hello", () => {
    clearTimeout(silence);
    say("on", text("live-on"));
  });
  stream.addEventListener("task", (event) => {
    last = event.lastEventId || last;
    refresh([String((JSON.parse(event.data) as { task: number }).task)]);
    document.dispatchEvent(new Event("kanso:news"));
  });
  stream.addEventListener("board", (event) => {
    last = event.lastEventId || last;
    boardChanged();
  });
  stream.addEventListener("error", () => {
    if (source !== stream) return;
    say("lost", text("live-lost"));
    clearTimeout(silence);
    silence = window.setTimeout(poll, SILENCE_MS);
    // The browser tries again by itself unless the answer was a refusal.
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => {
      if (source === stream) connect();
    }, RETRY_MS);
  });
}

/** Asks what is new every few seconds, in place of being told. */
function poll(): void {
  leave();
  const seconds = Number(document.querySelector<HTMLElement>(".board")?.dataset["askEvery"] ?? 10);
  if (seconds <= 0) return;
  polling = window.setInterval(() => void look(seconds), seconds * 1000);
  void look(seconds);
}

async function look(seconds: number): Promise<void> {
  const response = await fetch(`/board/${project()}/news?after=${last}`).catch(() => null);
  if (!response?.ok || response.redirected) return say("lost", text("live-lost"));
  const news = (await response.json()) as { last: number; board: boolean; tasks: number[] };
  say("on", text("live-polling", { seconds }));
  last = String(news.last);
  if (news.board) boardChanged();
  else refresh(news.tasks.map(String));
  looks = (looks + 1) % LOOKS;
  if (looks > 0 || !polling) return;
  leave();
  connect();
}

/** Brings tasks up to date. A burst of events costs one request for each task, not one for each event. */
export function refresh(ids: string[]): void {
  ids.forEach((id) => changed.add(id));
  timer ??= window.setTimeout(() => {
    const all = [...changed];
    changed = new Set();
    timer = undefined;
    if (all.length > MOST) void redraw();
    else all.forEach((id) => void patchTask(id));
    for (const detail of all) document.dispatchEvent(new CustomEvent("task-changed", { detail }));
  }, GATHER_MS);
}

/** The board itself changed, and perhaps what is open over it. */
function boardChanged(): void {
  void redraw();
  document.dispatchEvent(new CustomEvent("task-changed"));
}

/** The board itself changed: its region is drawn anew, once no task is in a hand. */
export async function redraw(): Promise<void> {
  if (isInHand()) return;
  const response = await fetch(`/board/${project()}?q=${encodeURIComponent(filter() ?? "status:open")}`, { headers: { "X-Fragment": "1" } }).catch(() => null);
  if (!response?.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // Somebody may have taken a task or opened an editor meanwhile.
  if (isInHand()) return;
  const [old, fresh] = [document, page].map((from) => from.querySelector<HTMLElement>(".board-inner"));
  if (!old || !fresh) return;
  carryOver(old, fresh);
  recount();
  redrawn();
}

/** Whether a task is in a hand; then the board is drawn anew once it is not. */
function isInHand(): boolean {
  const held = anyHeld();
  if (held) setTimeout(() => void redraw(), HELD_MS);
  return held;
}

function say(state: string, words: string): void {
  const sign = document.querySelector<HTMLElement>(".live");
  if (!sign || (sign.dataset["state"] === state && sign.textContent === words)) return;
  sign.dataset["state"] = state;
  sign.textContent = words;
}
