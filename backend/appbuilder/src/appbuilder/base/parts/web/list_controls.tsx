<ListControls>
  <<controls>>
</ListControls>
