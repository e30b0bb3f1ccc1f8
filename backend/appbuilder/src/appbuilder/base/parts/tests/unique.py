

def test_<<field>>_is_taken_only_once(client: TestClient) -> None:
    taken = given_<<name>>()["<<column>>"]
    response = client.post(PATH, json=new_<<name>>(<<column>>=taken))
    assert response.json()["errors"] == {"<<column>>": "This is already taken. Enter another one."}
