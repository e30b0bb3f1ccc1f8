

def test_what_is_archived_is_out_of_the_way_and_comes_back(client: TestClient) -> None:
    kept, archived = given_<<name>>()["id"], given_<<name>>()["id"]
    assert client.put(f"{PATH}/{archived}/archive").status_code == 204
    assert ids(client) == [kept]
    assert ids(client, archived=True) == [archived]
    assert client.get(f"{PATH}/{archived}").json()["archived"] is True
    client.delete(f"{PATH}/{archived}/archive")
    assert len(ids(client)) == 2
