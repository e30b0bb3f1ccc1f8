

def test_whom_<<field>>_names_is_told(client: TestClient) -> None:
    entry, named = given_<<name>>(), add_person()
    client.patch(f"{PATH}/{entry['id']}", json={"<<column>>": named})
    told = signed_in(named).get("/api/account/notifications").json()
    assert [(each["what"], each["entry"]) for each in told["items"]] == [("named", entry["id"])]
