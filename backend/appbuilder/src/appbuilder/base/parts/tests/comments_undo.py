

def test_comments_come_back_with_their_entry(client: TestClient) -> None:
    entry = f"{PATH}/{given_<<name>>()['id']}"
    write_comment(client, f"{entry}/comments", "First")
    before = client.get(f"{entry}/comments").json()
    assert client.delete(entry).status_code == 204
    assert client.get(f"{entry}/comments").status_code == 404
    assert client.post(f"{entry}/restore").status_code == 204
    assert client.get(f"{entry}/comments").json() == before
