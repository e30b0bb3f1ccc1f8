
export function New<<Name>>() {
  const navigate = useNavigate();
  <<parameters>>
  <<refusal>>
  return (
    <Narrow>
      <PageHeader title="<<form_title>>" back={{ to: "/<<slug>>", label: "<<list_title>>" }} />
      <<<Name>>Form <<initial>>cancel="/<<slug>>" onSaved={(entry) => navigate(`/<<slug>>/${entry.id}`)} />
    </Narrow>
  );
}
