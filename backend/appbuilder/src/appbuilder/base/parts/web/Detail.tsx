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
          <<details>>
          <<children>>
        </>
      )}
    </EntryBody>
  );
}
