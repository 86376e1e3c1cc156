// The texts of the page's language that scripts need. The server puts them into the page.

type Forms = [sample: number, text: string][];
type Words = Record<string, string | Forms>;

const words: Words = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="words"]')?.content || "{}");
const plural = new Intl.PluralRules(document.documentElement.lang || "en");
const digits = new Intl.NumberFormat(document.documentElement.lang || "en");

/** The text with this key, its `{names}` replaced. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  const found = words[key];
  return fill(typeof found === "string" ? found : key, values);
}

/** The text for `n` things: the form of a sample number that takes the same plural as `n`. */
export function count(key: string, n: number): string {
  const forms = words[key];
  if (!Array.isArray(forms)) return key;
  const wanted = plural.select(n);
  const form = forms.find(([sample]) => plural.select(sample) === wanted) ?? forms.at(-1);
  return fill(form?.[1] ?? key, { n: digits.format(n) });
}

function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
