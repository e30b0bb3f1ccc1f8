/** A list that can be seen as a calendar: the address names the month, and only its entries are asked for. */

import { daysOfGrid, monthOf } from "./days";
import { today } from "./format";
import { type ViewQuery, WHOLE } from "./viewQuery";

export interface CalendarQuery extends ViewQuery {
  /** As in 2026-11. */
  month: string;
}

/** The field by which entries stand in the calendar. */
interface Dates {
  name: string;
  withTime?: boolean;
}

export function useCalendarQuery(query: ViewQuery, { name, withTime }: Dates): CalendarQuery {
  const month = monthOf(query.get("month")) || today().slice(0, 7);
  if (query.view !== "calendar") return { ...query, month };
  const days = daysOfGrid(month);
  const [from, to] = withTime ? ["T00:00", "T23:59"] : ["", ""];
  const span = { [`${name}_min`]: `${days[0]}${from}`, [`${name}_max`]: `${days[days.length - 1]}${to}` };
  return { ...query, month, isPaged: false, asked: { ...query.asked, ...WHOLE, ...span } };
}
