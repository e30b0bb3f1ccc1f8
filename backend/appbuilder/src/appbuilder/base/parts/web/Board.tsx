<<imports>>

interface <<Name>>BoardProps {
  entries: api.<<Name>>[];
  onChange(): void;
}

export function <<Name>>Board({ entries, onChange }: <<Name>>BoardProps) {
  return (
    <Board
      entries={entries}
      list="/<<slug>>"
      columns={<<options>>}
      columnOf={(entry) => entry.<<column>>}
      titleOf={api.titleOf}
      label="<<label>>"
      <<move>>
      <<may_move>>
      onMoved={onChange}
    >
      <<children>>
    </Board>
  );
}
