// Parts of a page that are fetched when they are wanted.
import { toast } from "../page/tell";
import { text } from "../page/words";

/** The first element of a fragment, or nothing when the server has none; why is said in a toast. */
export async function fetchPart<T extends HTMLElement>(url: string): Promise<T | null> {
  const response = await fetch(url, { headers: { "X-Fragment": "1" } }).catch(() => null);
  if (!response) toast(text("offline"), "bad");
  else if (!response.ok || response.redirected) toast(text(response.redirected ? "signed-out" : "refused"), "bad");
  else return partOf<T>(await response.text());
  return null;
}

/** The first element of some HTML. */
export function partOf<T extends HTMLElement>(html: string): T | null {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild as T | null;
}
