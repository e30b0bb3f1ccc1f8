

def test_the_totals_are_there_with_and_without_entries(client: TestClient) -> None:
    keys = {<<keys>>}
    assert set(client.get(f"{PATH}/summary").json()) == keys
    given_<<name>>()
    response = client.get(f"{PATH}/summary")
    assert response.status_code == 200
    assert set(response.json()) == keys
