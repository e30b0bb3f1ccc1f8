

def test_the_file_in_<<field>>_belongs_to_the_entry(client: TestClient) -> None:
    file = given_upload()
    entry = given_<<name>>(<<field>>=file)
    assert client.get(f"{PATH}/{entry['id']}").json()["<<field>>"] == file
    assert client.get(f"/api/uploads/{file}").status_code == 200
    assert client.delete(f"/api/uploads/{file}").status_code == 409
