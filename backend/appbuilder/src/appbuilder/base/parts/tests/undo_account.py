

def test_it_goes_with_the_account_of_whoever_added_it(client: TestClient) -> None:
    entry, owner = given_<<name>>(), add_person()
    give("<<plural>>", entry["id"], owner)
    path = f"{PATH}/{entry['id']}"
    assert client.delete(path).status_code == 204
    assert client.delete(f"/api/account/people/{owner}").status_code == 204
    assert client.post(f"{path}/restore").status_code == 404
