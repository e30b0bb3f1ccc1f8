<<imports>>

interface <<Name>>TableProps {
  entries: api.<<Name>>[];
  onChange(): void;
  <<without>>
}

export function <<Name>>Table({ entries<<on_change>><<without_argument>> }: <<Name>>TableProps) {
  return (
    <Table
      label="<<Plural>>"
      head={[
        <<heads>>
      ]}
    >
      {entries.map((entry) => (
        <Row key={entry.id}>
          <<cells>>
          <ActionCell>
            <<actions>>
          </ActionCell>
        </Row>
      ))}
    </Table>
  );
}
