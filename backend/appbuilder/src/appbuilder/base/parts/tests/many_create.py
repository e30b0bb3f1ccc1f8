

def test_all_<<field>>_must_exist(client: TestClient) -> None:
    response = client.post(PATH, json=new_<<name>>(<<column>>=[given_<<parent>>()["id"], 987654]))
    assert response.json()["errors"] == {"<<column>>": "One of these entries no longer exists. Choose again."}
