

def test_files_are_attached_and_removed(client: TestClient) -> None:
    entry = f"{PATH}/{given_<<name>>()['id']}"
    file = client.post(f"{entry}/attachments", params={"name": "dot.gif"}, content=DOT).json()
    assert client.get(f"{entry}/attachments").json() == {"items": [file], "total": 1}
    assert client.get(entry).json()["attachment_count"] == 1
    assert client.get(f"/api/uploads/{file['id']}").content == DOT
    assert client.delete(f"{entry}/attachments/{file['id']}").status_code == 204
    assert client.get(f"{entry}/attachments").json()["total"] == 0
