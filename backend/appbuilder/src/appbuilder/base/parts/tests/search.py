

def test_search_finds_parts_of_words(client: TestClient) -> None:
    given_<<name>>()
    wanted = given_<<name>>(<<field>>="<<value>>")
    assert ids(client, q="<<part>>") == [wanted["id"]]
    assert ids(client, q="no such words %") == []
