<<imports>>

export function <<Name>>Shared({ <<names>> }: { entry: api.<<Name>><<types>> }) {
  return (
    <>
      <PageHeader title={api.titleOf(entry)} />
      <<details>>
    </>
  );
}
