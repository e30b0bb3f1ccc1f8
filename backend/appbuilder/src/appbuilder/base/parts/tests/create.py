

def test_an_entry_is_added_and_read_back(client: TestClient) -> None:
    sent = new_<<name>>()
    created = client.post(PATH, json=sent)
    assert created.status_code == 201, created.text
    entry = client.get(f"{PATH}/{created.json()['id']}").json()
    assert entry == created.json()
    assert {field: entry[field] for field in sent} == sent


def test_an_unknown_field_is_refused(client: TestClient) -> None:
    response = client.post(PATH, json=new_<<name>>(no_such_field=1))
    assert response.json()["errors"] == {"no_such_field": "There is no such field."}
