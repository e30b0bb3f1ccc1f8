

def test_others_do_not_find_it(client: TestClient) -> None:
    mine, other = given_<<name>>(), given_<<name>>()
    owner = add_person()
    give("<<plural>>", mine["id"], owner)
    assert ids(signed_in(owner)) == [mine["id"]]
    assert signed_in(owner).get(f"{PATH}/{other['id']}").status_code == 404
    assert ids(somebody()) == []
    assert set(ids(client)) == {mine["id"], other["id"]}
