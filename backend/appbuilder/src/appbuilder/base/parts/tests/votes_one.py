

def test_a_person_votes_for_one_only(client: TestClient) -> None:
    first = given_<<name>>()
    second = given_<<name>>(<<same>>)
    for entry in (first, second):
        client.put(f"{PATH}/{entry['id']}/vote", json={"value": 1})
    counts = [client.get(f"{PATH}/{entry['id']}").json()["vote_count"] for entry in (first, second)]
    assert counts == [0, 1]
