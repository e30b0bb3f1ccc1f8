

def test_the_totals_leave_out_what_is_archived(client: TestClient) -> None:
    before = client.get(f"{PATH}/summary").json()
    client.put(f"{PATH}/{given_<<name>>()['id']}/archive")
    assert client.get(f"{PATH}/summary").json() == before
