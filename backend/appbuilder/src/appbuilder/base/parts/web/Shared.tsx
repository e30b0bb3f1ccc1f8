<<imports>>

export function <<Name>>Shared({ <<names>> }: { entry: api.<<Name>><<types>> }) {
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
