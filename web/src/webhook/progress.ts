// A recovery that tells how far it is.

const PAUSE_MS = 1_000;

/** Asks again and again for each part of the page that says where it comes from, until it says so no more. */
export function followProgress(): void {
  for (const part of document.querySelectorAll<HTMLElement>(".recovery[data-poll]")) void follow(part);
}

async function follow(part: HTMLElement): Promise<void> {
  let shown: HTMLElement | null = part;
  for (let url = part.dataset["poll"]; url && shown?.isConnected; url = shown?.dataset["poll"]) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    // What is lost on the way, or comes from another page, is asked for again.
    const response: Response | null = await fetch(url, { headers: { "X-Fragment": "1" } }).catch(() => null);
    if (!response?.ok || response.redirected) continue;
    const template = document.createElement("template");
    template.innerHTML = await response.text();
    const next = template.content.firstElementChild as HTMLElement | null;
    if (!next) return;
    shown.replaceWith(next);
    shown = next;
  }
}
