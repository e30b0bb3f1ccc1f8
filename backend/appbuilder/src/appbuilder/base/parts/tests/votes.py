

def test_each_person_votes_once(client: TestClient) -> None:
    entry = given_<<name>>()
    for _ in range(2):
        assert client.put(f"{PATH}/{entry['id']}/vote", json={"value": 1}).status_code == 204
    voted = client.get(f"{PATH}/{entry['id']}").json()
    assert (voted["vote_count"], voted["my_vote"]) == (1, 1)
    client.delete(f"{PATH}/{entry['id']}/vote")
    voted = client.get(f"{PATH}/{entry['id']}").json()
    assert (voted["vote_count"], voted["my_vote"]) == (0, 0)
