// Ways to tell the user something: aloud to a screen reader, or in a toast for everybody.
import { text } from "./words";

const TOAST_MS = 7_000;

/** Says it in the polite live region. */
export function announce(message: string): void {
  const region = document.getElementById("announcer");
  if (!region) return;
  // The same words twice are read only if the node changes.
  region.textContent = region.textContent === message ? `${message}\u00a0` : message;
}

/** A button on a toast. */
export interface Offer {
  label: string;
  run: () => void;
}

const frame = document.getElementById("toasts");

/** Puts the toasts on top, and into the dialog that makes all besides it deaf to presses, if there is one. */
export function raiseToasts(): void {
  if (!frame || frame.childElementCount === 0) return;
  const place = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
  if (frame.matches(":popover-open")) frame.hidePopover();
  if (frame.parentElement !== place) place.append(frame);
  frame.showPopover();
}

// Before a dialog that was closed is taken away with them.
document.addEventListener("close", raiseToasts, true);

/** Shows it for some seconds, above dialogs too; a pointer or the focus on it keeps it. */
export function toast(message: string, kind: "good" | "bad" = "good", offer?: Offer): void {
  if (!frame) return;
  const note = document.createElement("div");
  note.className = `toast ${kind}`;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "icon-close";
  close.setAttribute("aria-label", text("close"));
  const gone = () => {
    note.remove();
    if (frame.childElementCount === 0 && frame.matches(":popover-open")) frame.hidePopover();
  };
  close.addEventListener("click", gone);
  note.append(message);
  if (offer) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = offer.label;
    button.addEventListener("click", () => {
      gone();
      offer.run();
    });
    note.append(button);
  }
  note.append(close);
  // An older one makes room: three at once are enough to read.
  while (frame.childElementCount > 2) frame.firstElementChild?.remove();
  frame.append(note);
  raiseToasts();
  leaveLater(note, gone);
}

function leaveLater(note: HTMLElement, gone: () => void): void {
  let timer = setTimeout(gone, TOAST_MS);
  const stay = () => clearTimeout(timer);
  const go = () => {
    clearTimeout(timer);
    timer = setTimeout(gone, TOAST_MS);
  };
  note.addEventListener("pointerenter", stay);
  note.addEventListener("pointerleave", go);
  note.addEventListener("focusin", stay);
  note.addEventListener("focusout", go);
}
