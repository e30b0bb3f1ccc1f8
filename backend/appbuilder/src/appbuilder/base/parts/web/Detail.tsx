<<imports>>

export function <<Name>>Detail() {
  <<navigate>>
  const id = useEntryId();
  const loaded = useLoad(`/<<slug>>/${id}`, () => api.read(id));
  return (
    <EntryBody loaded={loaded} list="/<<slug>>">
      {(entry) => (
        <>
          <<header>>
          <Details>
            <<details>>
            <Detail label="Added">{formatDateTime(entry.created_at)}</Detail>
          </Details>
          <<children>>
        </>
      )}
    </EntryBody>
  );
}
