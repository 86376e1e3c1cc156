// A task of the calendar is carried to another day by mouse, pen or touch; its page does the same by keyboard.
import Sortable from "sortablejs";
import { act, Refusal } from "../page/send";
import { announce, toast } from "../page/tell";
import { text } from "../page/words";

const LONG_PRESS_MS = 300;

export function startCalendar(calendar: HTMLElement): void {
  for (const day of calendar.querySelectorAll<HTMLElement>("[data-day]")) {
    Sortable.create(day, {
      group: "days",
      sort: false,
      draggable: ".entry[data-task]",
      delay: LONG_PRESS_MS,
      delayOnTouchOnly: true,
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 4,
      onStart: () => calendar.classList.add("dragging"),
      onEnd: ({ item, from, to }) => {
        calendar.classList.remove("dragging");
        if (from !== to) void carry(item, from, to);
      },
    });
  }
}

async function carry(entry: HTMLElement, from: HTMLElement, to: HTMLElement): Promise<void> {
  const { task, due } = entry.dataset;
  try {
    await act(`/task/${task}/day`, { day: to.dataset["day"]!, seen: due! });
    announce(text("saved"));
    // A task of several days has other parts, and the time it is due has changed: the page is drawn anew.
    location.reload();
  } catch (error) {
    from.append(entry);
    toast(error instanceof Refusal ? error.message : text("refused"), "bad");
  }
}
