

def test_entries_are_moved(client: TestClient) -> None:
    one, two, three = (given_<<name>>()["id"] for _ in range(3))
    assert ids(client, sort="position") == [one, two, three]
    for where, order in [
        ({"step": "up"}, [one, three, two]),
        ({"step": "up"}, [three, one, two]),
        ({"step": "up"}, [three, one, two]),
        ({"step": "down"}, [one, three, two]),
        ({"before": one}, [three, one, two]),
    ]:
        assert client.put(f"{PATH}/{three}/position", json=where).status_code == 204
        assert ids(client, sort="position") == order
    four = given_<<name>>()["id"]
    assert ids(client, sort="position") == [three, one, two, four]
    assert client.put(f"{PATH}/{three}/position", json={}).status_code == 422
