

def test_a_vote_can_be_turned_round(client: TestClient) -> None:
    path = f"{PATH}/{given_<<name>>()['id']}"
    for value in (1, -1):
        client.put(f"{path}/vote", json={"value": value})
        assert client.get(path).json()["vote_count"] == value
