

def test_an_entry_is_deleted(client: TestClient) -> None:
    entry, other = given_<<name>>(), given_<<name>>()
    assert client.delete(f"{PATH}/{entry['id']}").status_code == 204
    assert ids(client) == [other["id"]]
    assert client.delete(f"{PATH}/{entry['id']}").status_code == 404
