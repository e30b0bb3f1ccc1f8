<<imports>>

/** The <<plural_words>> of one <<parent_words>>. */
export function <<Component>>({ <<parent>>Id }: { <<parent>>Id: number }) {
  const list = useLoad(`${<<parent>>Id}`, () => api.list({ <<column>>: <<parent>>Id, limit: 200 }));
  return (
    <<section>>
      <PartBody list={list} empty="No <<plural_words>> yet.">
        {(items) => <<<Name>><<Shape>> entries={items} onChange={list.reload}<<without>> />}
      </PartBody>
      <<form>>
    </Section>
  );
}
