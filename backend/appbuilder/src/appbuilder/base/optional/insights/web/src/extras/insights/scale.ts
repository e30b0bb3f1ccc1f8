/** Where values lie on a chart. */

/** Round numbers from the smallest to the largest value, zero among them. */
export function ticks(values: readonly number[], wanted = 4): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const rough = (high - low || 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The text, cut where it would be too long for the room. */
export function fitted(text: string, room: number, letter = 7): string {
  const letters = Math.max(3, Math.floor(room / letter));
  return [...text].length <= letters ? text : `${[...text].slice(0, letters - 1).join("")}…`;
}
