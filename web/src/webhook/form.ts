// The form of an endpoint: its address is judged and its preview made anew while it is filled in.
import { post, reason } from "../page/send";
import { headerRows } from "./headers";

const PAUSE_MS = 350;

/** Makes the form answer while somebody fills it in. */
export function startEndpointForm(form: HTMLFormElement): void {
  const preview = keeping(form, "/webhooks/preview", "#preview");
  const address = keeping(form, "/webhooks/address", "#address");
  headerRows(form, () => preview.soon());
  form.addEventListener("input", (event) => {
    preview.soon();
    if ((event.target as HTMLInputElement).name === "url") address.soon();
  });
  form.addEventListener("change", (event) => {
    const field = event.target as HTMLInputElement;
    if (field.name === "format") showExample(form, field);
  });
  preview.soon();
}

function showExample(form: HTMLFormElement, chosen: HTMLInputElement): void {
  const url = form.querySelector<HTMLInputElement>("input[name=url]");
  if (url) url.placeholder = chosen.dataset["example"] ?? "";
}

/** Keeps a part of the page as the server makes it of the form; only the latest answer counts. */
function keeping(form: HTMLFormElement, url: string, target: string): { soon: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  async function ask(): Promise<void> {
    const place = form.querySelector<HTMLElement>(target);
    if (!place) return;
    const mine = ++latest;
    if (target === "#address" && !form.querySelector<HTMLInputElement>("input[name=url]")?.value.trim()) {
      place.replaceChildren();
      return;
    }
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    place.parentElement?.setAttribute("aria-busy", "true");
    try {
      const response = await post(url, fields, { "X-Fragment": "1" });
      const html = response.ok ? await response.text() : null;
      if (mine !== latest) return;
      if (html === null) place.textContent = await reason(response);
      else replace(place, html);
    } catch (error) {
      if (mine === latest) place.textContent = (error as Error).message;
    } finally {
      if (mine === latest) place.parentElement?.removeAttribute("aria-busy");
    }
  }
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    },
  };
}

/** Puts the new content in, but leaves what is folded open, and the focus, where they are. */
function replace(place: HTMLElement, html: string): void {
  const open = [...place.querySelectorAll("details")].map((fold) => fold.open);
  const focused = place.contains(document.activeElement) ? (document.activeElement as HTMLElement).id : "";
  place.innerHTML = html;
  for (const [at, fold] of [...place.querySelectorAll("details")].entries()) fold.open = open[at] ?? fold.open;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}
