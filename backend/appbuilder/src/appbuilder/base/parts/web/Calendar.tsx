<<imports>>

interface <<Name>>CalendarProps {
  query: CalendarQuery;
  entries: api.<<Name>>[];
}

export function <<Name>>Calendar({ query, entries }: <<Name>>CalendarProps) {
  return (
    <Calendar
      query={query}
      entries={entries}
      list="/<<slug>>"
      dateOf={(entry) => entry.<<column>>}
      titleOf={api.titleOf}
      <<add>>
    />
  );
}
