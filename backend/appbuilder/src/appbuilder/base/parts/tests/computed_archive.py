

def test_<<field>>_leaves_out_what_is_archived(client: TestClient) -> None:
    entry = given_<<name>>(<<values>>)
    <<children>>
    assert client.get(f"{PATH}/{entry['id']}").json()["<<column>>"] <<wanted>>
