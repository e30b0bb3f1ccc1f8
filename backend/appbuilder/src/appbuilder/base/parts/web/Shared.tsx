<<imports>>

export function <<Name>>Shared({ entry }: { entry: api.<<Name>> }) {
  return (
    <>
      <PageHeader title={api.titleOf(entry)} />
      <Details>
        <<details>>
        <Detail label="Added">{formatDateTime(entry.created_at)}</Detail>
      </Details>
    </>
  );
}
