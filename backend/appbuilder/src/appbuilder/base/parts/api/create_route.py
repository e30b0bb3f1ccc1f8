
@router.post("", status_code=201)
def create_<<name>>(entry: <<Name>>Input) -> <<Name>>Out:
    with writing() as db:
        return <<Name>>Out(**store.insert(db, TABLE, entry.model_dump()))

