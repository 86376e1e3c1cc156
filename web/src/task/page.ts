// The page of a task, or of a new one: the same sheet as in the panel.
import { mayLeave, warnBeforeLeaving } from "./leave";
import { fill, refresh, startSheet, taskIn } from "./sheet";

/** Makes the page work without a new page for each change, and shows what others do. */
export function startTaskPage(main: HTMLElement): void {
  startSheet(main, {
    turn: (url, html) => {
      history.pushState(null, "", url);
      fill(main, html);
      main.querySelector<HTMLElement>("[autofocus]")?.focus();
    },
    leave: (url) => location.assign(url),
    changed: () => undefined,
  });
  addEventListener("popstate", () => mayLeave(main) && location.reload());
  warnBeforeLeaving(main);
  const sheet = main.querySelector<HTMLElement>(".sheet[data-last-event]");
  if (sheet) follow(main, sheet);
}

function follow(main: HTMLElement, sheet: HTMLElement): void {
  const { project, lastEvent } = sheet.dataset;
  let stream: EventSource | undefined;
  const connect = () => {
    stream = new EventSource(`/board/${project}/live?after=${lastEvent}`);
    stream.addEventListener("task", ({ data }) => {
      if (String((JSON.parse(data) as { task: number }).task) === taskIn(main)) void refresh(main);
    });
    stream.addEventListener("board", () => void refresh(main));
  };
  const pause = () => {
    stream?.close();
    stream = undefined;
  };
  connect();
  // Browsers keep few connections to a server: pages in the background leave theirs to those in front.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return pause();
    if (!stream) connect();
    void refresh(main);
  });
  addEventListener("pagehide", pause);
}
