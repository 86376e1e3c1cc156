// The filter's box. What it can do beyond being sent is fetched when somebody goes to it.

/** Completes what is typed, and opens the menu in place. */
export function startFilter(): void {
  const box = document.querySelector<HTMLFormElement>("form[data-words]");
  const input = box?.querySelector<HTMLInputElement>('input[name="q"]');
  if (!box || !input) return;
  const help = async (): Promise<void> => {
    const begun = input.value;
    await (await import("./complete")).complete(box, input, begun);
  };
  input.addEventListener("focus", () => void help(), { once: true });
  const link = box.querySelector<HTMLAnchorElement>("[data-filter-menu]");
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void openMenu(link);
  });
}

async function openMenu(link: HTMLAnchorElement): Promise<void> {
  let menu = document.getElementById("filter-menu");
  if (!menu) {
    const response = await fetch(link.href, { headers: { "X-Fragment": "1" } }).catch(() => null);
    if (!response?.ok || response.redirected) {
      location.assign(link.href);
      return;
    }
    menu = document.createElement("div");
    menu.id = "filter-menu";
    menu.className = "menu filters";
    menu.popover = "auto";
    menu.innerHTML = await response.text();
    menu.addEventListener("toggle", (event) => {
      link.setAttribute("aria-expanded", String((event as ToggleEvent).newState === "open"));
    });
    link.after(menu);
  }
  menu.togglePopover();
  menu.querySelector("a")?.focus();
}
