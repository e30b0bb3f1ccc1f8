

def test_whoever_added_an_entry_may_<<what>>(client: TestClient) -> None:
    entry, owner = given_<<name>>(), add_person()
    give("<<plural>>", entry["id"], owner)
    <<checks>>
