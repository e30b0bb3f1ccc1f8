

def test_<<function>>_that_the_person_may_read(client: TestClient) -> None:
    given_<<name>>()
    assert report(client, "<<key>>")["total"] != <<nothing>>
    response = somebody().get(f"{PATH}/<<key>>")
    assert response.status_code == 403 or response.json()["total"] == <<nothing>>
