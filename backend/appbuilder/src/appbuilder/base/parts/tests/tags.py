

def test_the_list_is_filtered_by_tag_and_tags_are_counted(client: TestClient) -> None:
    wanted = given_<<name>>(tags=["Über", "green"])
    given_<<name>>(tags=["blue"])
    given_<<name>>()
    assert ids(client, tag="über") == [wanted["id"]]
    assert ids(client, tag="gre") == []
    given_<<name>>(tags=["Green"])
    assert client.get(f"{PATH}/tags").json()[0] == {"tag": "Green", "count": 2}
