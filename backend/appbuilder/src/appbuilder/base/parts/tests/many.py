

def test_the_list_is_filtered_by_one_of_<<field>>(client: TestClient) -> None:
    one, two = given_<<parent>>()["id"], given_<<parent>>()["id"]
    wanted = given_<<name>>(<<column>>=[one, two])
    given_<<name>>(<<column>>=[two])
    assert ids(client, <<column>>=one) == [wanted["id"]]
    assert client.get(f"{PATH}/{wanted['id']}").json()["<<column>>"] == [one, two]
