// A board that is open to everybody looks for news by itself: only what changed is replaced, and nothing scrolls.

/** Asks for the page again every so many seconds, as long as it is looked at. */
export function refresh(board: HTMLElement): void {
  const seconds = Number(board.dataset["refresh"] ?? 0);
  if (seconds > 0) setInterval(() => void look(board), seconds * 1000);
}

async function look(board: HTMLElement): Promise<void> {
  if (document.hidden) return;
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const [fresh, shown] = [page, board].map((root) => root.querySelector(".board-inner"));
  if (fresh && shown && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh);
}
