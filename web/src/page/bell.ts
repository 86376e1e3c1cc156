// How much the reader has not read, kept true while the page is open.
const LOOK_MS = 30_000;
/** So long after something happened: more may follow at once. */
const GATHER_MS = 1_000;

export function startBell(): void {
  const bell = document.querySelector<HTMLElement>("[data-bell]");
  if (!bell) return;
  const look = async (): Promise<void> => {
    if (document.hidden) return;
    const response = await fetch("/notifications/count", { headers: { "X-Fragment": "1" } }).catch(() => null);
    if (response?.ok && !response.redirected) bell.textContent = (await response.text()).replace(/^0$/, "");
  };
  let timer = 0;
  document.addEventListener("kanso:news", () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, GATHER_MS);
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, LOOK_MS);
}
