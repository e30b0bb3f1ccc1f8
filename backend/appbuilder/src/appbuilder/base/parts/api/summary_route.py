
@router.get("/summary")
def summarize_<<plural>>() -> <<Name>>Summary:
    with reading() as db:
        return <<Name>>Summary(**store.summary(db, TABLE))

