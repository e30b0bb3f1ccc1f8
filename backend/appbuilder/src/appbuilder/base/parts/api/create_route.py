
@router.post("", status_code=201)
def create_<<name>>(entry: <<Name>>Input<<who>>) -> <<Name>>Out:
    <<permit_create>>
    with writing(<<person>>) as db:
        return <<Name>>Out(**store.insert(db, TABLE, entry.model_dump()))

