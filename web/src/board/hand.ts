// Which tasks must not be touched from outside right now: in a hand, or on their way to the server.

const held = new Map<string, number>();
const waiting = new Map<string, () => void>();

/** Keeps a task from being patched until `release` was called as often. */
export function hold(id: string): void {
  held.set(id, (held.get(id) ?? 0) + 1);
}

/** Lets go of a task, and does what was put off for it. */
export function release(id: string): void {
  const left = (held.get(id) ?? 1) - 1;
  if (left > 0) {
    held.set(id, left);
    return;
  }
  held.delete(id);
  const later = waiting.get(id);
  waiting.delete(id);
  later?.();
}

export function isHeld(id: string): boolean {
  return held.has(id);
}

export function anyHeld(): boolean {
  return held.size > 0;
}

/** Does something once the task is free; only the last such wish counts. */
export function whenFree(id: string, what: () => void): void {
  if (isHeld(id)) waiting.set(id, what);
  else what();
}
