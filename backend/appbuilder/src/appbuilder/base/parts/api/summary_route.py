
@router.get("/summary")
def summarize_<<plural>>(<<only_who>>) -> <<Name>>Summary:
    <<permit_read>>
    with reading(<<person>>) as db:
        return <<Name>>Summary(**store.summary(db, TABLE))

