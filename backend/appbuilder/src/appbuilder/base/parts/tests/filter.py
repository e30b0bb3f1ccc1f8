

def test_the_list_is_filtered_by_<<field>>(client: TestClient) -> None:
    <<parents>>
    wanted = given_<<name>>(<<column>>=<<wanted>>)
    given_<<name>>(<<column>>=<<other>>)
    assert ids(client, <<column>>=<<wanted>>) == [wanted["id"]]
