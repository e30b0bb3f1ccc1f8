

def test_an_entry_stays_while_<<child_plural>>_name_it_as_<<field>>(client: TestClient) -> None:
    entry = given_<<name>>()
    given_<<child>>(<<column>>=entry["id"])
    response = client.delete(f"{PATH}/{entry['id']}")
    assert response.status_code == 409
    assert "one <<child_words>>" in response.json()["detail"]
    assert entry["id"] in ids(client)
