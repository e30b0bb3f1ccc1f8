<Aside aside={<<form>>}>
  <<content>>
</Aside>
