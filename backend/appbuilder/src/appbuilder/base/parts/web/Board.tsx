<<imports>>

interface <<Name>>BoardProps {
  entries: api.<<Name>>[];
  onChange(): void;
}

export function <<Name>>Board({ entries, onChange }: <<Name>>BoardProps) {
  <<session>>
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
      <<targets>>
      onMoved={onChange}
    >
      <<children>>
    </Board>
  );
}
