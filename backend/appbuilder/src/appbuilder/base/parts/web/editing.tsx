<Narrow>
  <PageHeader title="Edit <<words>>" back={{ to: page, label: api.titleOf(entry) }} />
  <<<Name>>Form key={entry.id} entry={entry} cancel={page} onSaved={() => navigate(page)} />
</Narrow>
