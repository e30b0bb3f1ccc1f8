<Aside label="New <<words>>" aside={<<form>>}>
  <<content>>
</Aside>
