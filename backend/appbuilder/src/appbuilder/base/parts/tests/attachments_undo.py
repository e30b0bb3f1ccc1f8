

def test_attachments_come_back_with_their_entry(client: TestClient) -> None:
    entry = f"{PATH}/{given_<<name>>()['id']}"
    file = client.post(f"{entry}/attachments", params={"name": "dot.gif"}, content=DOT).json()
    assert client.delete(entry).status_code == 204
    assert client.get(f"/api/uploads/{file['id']}").status_code == 404
    assert client.post(f"{entry}/restore").status_code == 204
    assert client.get(f"/api/uploads/{file['id']}").content == DOT
