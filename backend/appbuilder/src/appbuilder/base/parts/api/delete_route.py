

@router.delete("/{entry_id}", status_code=204)
def delete_<<name>>(entry_id: EntryId<<who>>) -> None:
    with writing(<<person>>) as db:
        <<permit_delete>>
        if not store.delete(db, TABLE, entry_id):
            raise HTTPException(404, MISSING)
