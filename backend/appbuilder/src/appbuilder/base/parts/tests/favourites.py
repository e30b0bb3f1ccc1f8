

def test_favourites_are_ones_own(client: TestClient) -> None:
    wanted, other = given_<<name>>(), given_<<name>>()
    assert client.put(f"{PATH}/{wanted['id']}/favourite").status_code == 204
    assert client.get(f"{PATH}/{wanted['id']}").json()["is_favourite"] is True
    assert ids(client, favourites=True) == [wanted["id"]]
    assert ids(client, favourites=False) == [other["id"]]
    client.delete(f"{PATH}/{wanted['id']}/favourite")
    assert ids(client, favourites=True) == []
