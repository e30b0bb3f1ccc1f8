

def test_an_entry_does_not_come_back_when_its_<<field>>_was_taken(client: TestClient) -> None:
    entry = given_<<name>>()
    assert client.delete(f"{PATH}/{entry['id']}").status_code == 204
    given_<<name>>(<<column>>=entry["<<column>>"])
    response = client.post(f"{PATH}/{entry['id']}/restore")
    assert (response.status_code, "taken by another one" in response.json()["detail"]) == (409, True)
