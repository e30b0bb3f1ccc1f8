<<imports>>

interface <<Name>>TableProps {
  entries: api.<<Name>>[];
  onChange(): void;
}

export function <<Name>>Table({ entries<<on_change>> }: <<Name>>TableProps) {
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
