

def test_entries_are_exported(client: TestClient) -> None:
    given_<<name>>()
    response = client.get(f"{PATH}/export")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    lines = response.content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == <<header>>
    assert len(lines) == 3
