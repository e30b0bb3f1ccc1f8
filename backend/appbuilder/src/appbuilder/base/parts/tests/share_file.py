

def test_a_shared_entry_comes_with_its_file_in_<<field>>(client: TestClient) -> None:
    entry = given_<<name>>(<<field>>=given_upload())
    other = given_<<name>>(<<field>>=given_upload())
    token = client.post(f"{PATH}/{entry['id']}/share").json()["token"]
    files = f"/api/shared/{token}/files"
    assert somebody_else().get(f"{files}/{entry['<<field>>']}").content == DOT
    assert somebody_else().get(f"{files}/{other['<<field>>']}").status_code == 404
