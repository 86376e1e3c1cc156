// What others do, as it happens: the server names the tasks that changed, and each is fetched and patched.
import { text } from "../page/words";
import { anyHeld } from "./hand";
import { patchTask } from "./patch";
import { recount } from "./dom";

const GATHER_MS = 40;
const RETRY_MS = 5_000;

let changed = new Set<string>();
let timer: number | undefined;
let last = "0";
let source: EventSource | undefined;

/** Follows the board from the event that the page was drawn after, as long as the page is looked at. */
export function startLive(root: HTMLElement, redrawn: () => void): void {
  last = root.dataset["lastEvent"] ?? "0";
  connect(root, redrawn);
  // Browsers keep few connections to a server; pages in the background leave theirs to those in front, and
  // catch up when they are looked at again.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) disconnect();
    else if (!source) connect(root, redrawn);
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", (event) => {
    if (event.persisted && !source) connect(root, redrawn);
  });
}

function disconnect(): void {
  source?.close();
  source = undefined;
}

function connect(root: HTMLElement, redrawn: () => void): void {
  const stream = new EventSource(`/board/${root.dataset["project"]}/live?after=${last}`);
  source = stream;
  stream.addEventListener("open", () => state("on"));
  stream.addEventListener("task", (event) => {
    remember(event);
    const { task } = JSON.parse(event.data) as { task: number };
    gather(String(task));
  });
  stream.addEventListener("board", (event) => {
    remember(event);
    void redraw(root, redrawn);
  });
  stream.addEventListener("error", () => {
    if (source === stream) state("lost");
    // The browser tries again by itself unless the answer was a refusal.
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => {
      if (source === stream) connect(root, redrawn);
    }, RETRY_MS);
  });
}

function remember(event: MessageEvent): void {
  if (event.lastEventId) last = event.lastEventId;
}

/** A burst of events costs one request for each task, not one for each event. */
function gather(id: string): void {
  changed.add(id);
  timer ??= window.setTimeout(() => {
    const ids = [...changed];
    changed = new Set();
    timer = undefined;
    for (const one of ids) {
      void patchTask(one);
      document.dispatchEvent(new CustomEvent("task-changed", { detail: one }));
    }
  }, GATHER_MS);
}

/** Columns or swimlanes changed: the whole board region is drawn anew, once no task is in a hand. */
async function redraw(root: HTMLElement, redrawn: () => void): Promise<void> {
  if (anyHeld()) {
    setTimeout(() => void redraw(root, redrawn), 300);
    return;
  }
  const response = await fetch(`/board/${root.dataset["project"]}`).catch(() => null);
  if (!response?.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const inner = page.querySelector(".board-inner");
  if (!inner) return;
  root.querySelector(".board-inner")?.replaceWith(inner);
  recount();
  redrawn();
}

function state(now: "on" | "lost"): void {
  const sign = document.querySelector<HTMLElement>(".live");
  if (!sign || sign.dataset["state"] === now) return;
  sign.dataset["state"] = now;
  sign.textContent = text(`live-${now}`);
}
