

def test_<<function>>_that_are_not_archived(client: TestClient) -> None:
    before = report(client, "<<key>>")
    client.put(f"/api/<<slug>>/{given_<<name>>()['id']}/archive")
    assert report(client, "<<key>>") == before
