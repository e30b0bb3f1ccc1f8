

def test_followers_are_told_of_comments_of_others(client: TestClient) -> None:
    other, entry = somebody(ADMIN.name), given_<<name>>()
    path = f"{PATH}/{entry['id']}"
    for follower in (client, other):
        follower.put(f"{path}/follow")
    write_comment(other, f"{path}/comments", "Look at this")
    told = client.get("/api/account/notifications").json()
    assert told["unread"] == 1
    assert (told["items"][0]["what"], told["items"][0]["entry"]) == ("commented", entry["id"])
    assert other.get("/api/account/notifications").json()["items"] == []
    client.post("/api/account/notifications/read")
    assert client.get("/api/account/notifications").json()["unread"] == 0
