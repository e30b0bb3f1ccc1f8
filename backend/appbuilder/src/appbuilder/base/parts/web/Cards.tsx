<<imports>>

interface <<Name>>CardsProps {
  entries: api.<<Name>>[];
  onChange(): void;
  <<without>>
}

export function <<Name>>Cards({ entries<<on_change>><<without_argument>> }: <<Name>>CardsProps) {
  return (
    <CardList>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Card
            to={`/<<slug>>/${entry.id}`}
            title={api.titleOf(entry)}
            created={entry.created_at}
            actions={
              <<actions>>
            }
          >
            <<texts>>
            <<facts>>
          </Card>
        </li>
      ))}
    </CardList>
  );
}
