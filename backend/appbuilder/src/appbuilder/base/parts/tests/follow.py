

def test_an_entry_is_followed_until_it_is_not(client: TestClient) -> None:
    path = f"{PATH}/{given_<<name>>()['id']}"
    assert client.put(f"{path}/follow").status_code == 204
    assert client.get(path).json()["is_followed"] is True
    client.delete(f"{path}/follow")
    assert client.get(path).json()["is_followed"] is False
    assert client.get("/api/account/notifications").json() == {"items": [], "unread": 0}
