<ListBody
  list={list}
  query={query}
  <<empty>>
>
  {(items) => <<<Name>><<Shape>> entries={items} onChange={<<refresh>>} />}
</ListBody>
