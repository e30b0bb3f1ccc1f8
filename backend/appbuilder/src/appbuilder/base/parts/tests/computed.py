

def test_<<field>>_is_worked_out(client: TestClient) -> None:
    entry = given_<<name>>(<<values>>)
    <<children>>
    assert client.get(f"{PATH}/{entry['id']}").json()["<<column>>"] <<wanted>>
