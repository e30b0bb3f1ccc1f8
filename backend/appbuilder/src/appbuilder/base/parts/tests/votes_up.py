

def test_nobody_votes_against(client: TestClient) -> None:
    assert client.put(f"{PATH}/{given_<<name>>()['id']}/vote", json={"value": -1}).status_code == 422
