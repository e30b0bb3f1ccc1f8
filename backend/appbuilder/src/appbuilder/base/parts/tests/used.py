

def test_an_entry_that_is_used_by_<<child_plural>>_stays(client: TestClient) -> None:
    entry = given_<<name>>()
    given_<<child>>(<<column>>=entry["id"])
    response = client.delete(f"{PATH}/{entry['id']}")
    assert response.status_code == 409
    assert "one <<child_words>>" in response.json()["detail"]
    assert entry["id"] in ids(client)
