
export function Edit<<Name>>() {
  const navigate = useNavigate();
  const id = useEntryId();
  const page = `/<<slug>>/${id}`;
  const loaded = useLoad(page, () => api.read(id));
  return (
    <EntryBody loaded={loaded} list="/<<slug>>">
      {(entry) => (
        <Narrow>
          <PageHeader title="Edit <<words>>" back={{ to: page, label: api.titleOf(entry) }} />
          <<<Name>>Form entry={entry} cancel={page} onSaved={() => navigate(page)} />
        </Narrow>
      )}
    </EntryBody>
  );
}
