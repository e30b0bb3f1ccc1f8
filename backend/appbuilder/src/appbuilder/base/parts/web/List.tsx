<<imports>>

export function <<Name>>List() {
  const query = <<query>>;
  const list = useLoad(query.key, () => api.list(query.asked));
  <<totals_load>>
  <<choices_load>>
  <<refresh>>
  return (
    <>
      <<header>>
      <<notes>>
      <<totals>>
      <<body>>
    </>
  );
}
