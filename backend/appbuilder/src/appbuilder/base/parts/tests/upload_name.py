

def test_the_file_in_<<field>>_comes_with_its_name(client: TestClient) -> None:
    entry = given_<<name>>(<<field>>=given_upload(name="plan.gif"))
    assert client.get(f"{PATH}/{entry['id']}").json()["<<file_name>>"] == "plan.gif"
