// Requests that change something. A refusal carries the reason in words for people.
import { text } from "./words";

/** The server said no, or could not be reached; the message says why. */
export class Refusal extends Error {}

function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

/** Posts a form. Redirects are followed; a page that comes back is asked for as a fragment. */
export async function post(url: string, fields: URLSearchParams, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(url, {
    method: "POST",
    body: fields,
    headers: { "X-CSRF-Token": token(), Accept: "application/problem+json", ...headers },
  }).catch(() => {
    throw new Refusal(text("offline"));
  });
  if (new URL(response.url).pathname === "/login") throw new Refusal(text("signed-out"));
  return response;
}

/** Posts, and turns every answer but a good one into a `Refusal`. */
export async function act(url: string, fields: Record<string, string | number>, headers: Record<string, string> = {}): Promise<Response> {
  const pairs = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
  const response = await post(url, new URLSearchParams(pairs), headers);
  if (!response.ok) throw new Refusal(await reason(response));
  return response;
}

/** Why the server refused, in its own words if it said any. */
export async function reason(response: Response): Promise<string> {
  const isProblem = response.headers.get("Content-Type")?.includes("problem+json");
  const problem: { detail?: string } = isProblem ? await response.json().catch(() => ({})) : {};
  return problem.detail ?? text("refused");
}
