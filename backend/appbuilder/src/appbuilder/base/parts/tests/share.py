

def test_a_shared_entry_is_seen_until_the_link_is_withdrawn(client: TestClient) -> None:
    entry = given_<<name>>()
    path = f"{PATH}/{entry['id']}/share"
    assert client.get(path).json() == {"token": None}
    token = client.post(path).json()["token"]
    assert client.post(path).json() == {"token": token}
    shared = somebody_else().get(f"/api/shared/{token}").json()
    assert (shared["kind"], shared["entry"]["id"]) == ("<<plural>>", entry["id"])
    assert shared["entry"].items() <= client.get(f"{PATH}/{entry['id']}").json().items()
    client.delete(path)
    assert somebody_else().get(f"/api/shared/{token}").status_code == 404
    assert somebody_else().get(f"/api/shared/{token}x").status_code == 404
