

def test_tags_are_tidied(client: TestClient) -> None:
    created = client.post(PATH, json=new_<<name>>(tags=[" two  words ", "A", "a"]))
    assert created.json()["tags"] == ["two words", "A"]
    assert client.post(PATH, json=new_<<name>>(tags=["x" * 41])).status_code == 422
