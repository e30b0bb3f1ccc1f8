<<imports>>

/** <<Plural>> on a content page: to look at, and to follow. */
export function <<Name>>Teasers({ entries }: { entries: api.<<Name>>[] }) {
  return (
    <Teasers>
      {entries.map((entry) => (
        <Teaser key={entry.id} to={`/<<slug>>/${entry.id}`} title={api.titleOf(entry)}<<cover>>>
          <<texts>>
          <<facts>>
        </Teaser>
      ))}
    </Teasers>
  );
}
