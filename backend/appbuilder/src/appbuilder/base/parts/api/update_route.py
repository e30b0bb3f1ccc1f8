

@router.patch("/{entry_id}")
def update_<<name>>(entry_id: EntryId, changes: <<Name>>Changes<<who>>) -> <<Name>>Out:
    with writing(<<person>>) as db:
        <<permit_update>>
        entry = store.update(db, TABLE, entry_id, changes.model_dump(exclude_unset=True))
    if entry is None:
        raise HTTPException(404, MISSING)
    return <<Name>>Out(**entry)
