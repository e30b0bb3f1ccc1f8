<ListBody
  list={list}
  query={query}
  one="<<words>>"
  many="<<plural_words>>"
  <<empty>>
>
  {(items) => <<<Name>><<Shape>> entries={items} onChange={<<refresh>>} />}
</ListBody>
