

def test_the_linked_<<field>>_must_exist(client: TestClient) -> None:
    response = client.post(PATH, json=new_<<name>>(<<column>>=987654))
    assert response.json()["errors"] == {"<<column>>": "This entry no longer exists. Choose another one."}
