

def test_whom_<<field>>_names_finds_it(client: TestClient) -> None:
    entry, named = given_<<name>>(), add_person()
    assert signed_in(named).get(f"{PATH}/{entry['id']}").status_code == 404
    assert client.patch(f"{PATH}/{entry['id']}", json={"<<column>>": named}).status_code == 200
    assert signed_in(named).get(f"{PATH}/{entry['id']}").status_code == 200
    assert ids(signed_in(named)) == [entry["id"]]
