/** Where the keyboard goes when what it was on is removed. */

/** Remembers the neighbour of a part that may go; the answer focuses its first field or button. */
export function besides(part: Element | null): () => void {
  const neighbour = part?.nextElementSibling ?? part?.previousElementSibling;
  return () => neighbour?.querySelector<HTMLElement>("input, button")?.focus();
}
