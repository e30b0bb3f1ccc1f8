
export function Edit<<Name>>() {
  const navigate = useNavigate();
  const id = useEntryId();
  const page = `/<<slug>>/${id}`;
  const loaded = useLoad(page, () => api.read(id));
  return (
    <EntryBody loaded={loaded} list="/<<slug>>">
      <<editing>>
    </EntryBody>
  );
}
