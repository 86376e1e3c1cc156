// The pictures of a task, one after the other.

/** Shows a picture; arrows and clicks go to the others beside it. */
export function show(link: HTMLAnchorElement): void {
  const links = [...link.closest("ul")!.querySelectorAll<HTMLAnchorElement>("a[data-picture]")];
  let at = links.indexOf(link);
  const dialog = document.createElement("dialog");
  dialog.className = "slides";
  const image = document.createElement("img");
  const caption = document.createElement("p");
  dialog.append(image, caption);
  const turn = (step: number) => {
    at = (at + step + links.length) % links.length;
    const now = links[at]!;
    image.src = now.href;
    image.alt = now.querySelector("img")?.alt ?? "";
    caption.textContent = `${now.title} · ${at + 1}/${links.length}`;
  };
  turn(0);
  dialog.setAttribute("aria-label", image.alt);
  image.addEventListener("click", () => turn(1));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") turn(event.key === "ArrowRight" ? 1 : -1);
  });
  dialog.addEventListener("cancel", (event) => event.stopPropagation());
  dialog.addEventListener("close", (event) => {
    event.stopPropagation();
    dialog.remove();
    link.focus();
  });
  link.closest(".sheet")!.append(dialog);
  dialog.showModal();
}
