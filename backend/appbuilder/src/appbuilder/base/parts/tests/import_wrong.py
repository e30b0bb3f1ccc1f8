

def test_an_unknown_column_is_explained(client: TestClient) -> None:
    response = client.post(f"{PATH}/import", content=b"No such field\nx\n")
    assert response.json()["problems"][0]["line"] == 1
    assert ids(client) == []
