

def test_an_entry_is_deleted_and_brought_back(client: TestClient) -> None:
    entry, other = given_<<name>>(), given_<<name>>()
    path = f"{PATH}/{entry['id']}"
    before = client.get(path).json()
    assert client.delete(path).status_code == 204
    assert ids(client) == [other["id"]]
    assert client.delete(path).status_code == 404
    assert client.post(f"{path}/restore").status_code == 204
    assert client.get(path).json() == before
    assert client.post(f"{path}/restore").status_code == 404
