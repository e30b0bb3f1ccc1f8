

def test_a_choice_that_comes_back_brings_nobody_a_second_vote(client: TestClient) -> None:
    first = given_<<name>>()
    second = given_<<name>>(<<same>>)
    path = f"{PATH}/{first['id']}"
    client.put(f"{path}/vote", json={"value": 1})
    client.delete(path)
    client.put(f"{PATH}/{second['id']}/vote", json={"value": 1})
    assert client.post(f"{path}/restore").status_code == 204
    assert client.get(path).json()["vote_count"] == 0
