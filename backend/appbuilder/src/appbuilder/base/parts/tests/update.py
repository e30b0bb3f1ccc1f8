

def test_an_entry_is_changed(client: TestClient) -> None:
    before, after = given_<<name>>(), new_<<name>>()
    response = client.patch(f"{PATH}/{before['id']}", json=after)
    assert response.status_code == 200, response.text
    entry = client.get(f"{PATH}/{before['id']}").json()
    assert {field: entry[field] for field in after} == after
    assert entry["created_at"] == before["created_at"]
    assert client.patch(f"{PATH}/{before['id'] + 1}", json={}).status_code == 404
