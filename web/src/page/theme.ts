// Light, dark, or what the system says. The account keeps it; the cookie has it for the sign-in page.
import { act } from "./send";

/** Makes the theme buttons work without a new page. */
export function themeChoice(): void {
  const form = document.querySelector<HTMLFormElement>("form.choices[data-theme-choice]");
  form?.addEventListener("submit", (event) => {
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!button) return;
    event.preventDefault();
    apply(button.value);
    // A theme that could not be kept is no reason to disturb anybody: this page has it.
    void act("/theme", { theme: button.value }).catch(() => undefined);
    for (const other of form.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
  });
}

function apply(theme: string): void {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  document.cookie = `kanso_theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
