

def test_entries_are_imported(client: TestClient) -> None:
    entries = [new_<<name>>(), new_<<name>>()]
    response = client.post(f"{PATH}/import", content=csv_of([<<columns>>], entries))
    assert response.json() == {"added": 2, "problems": []}
    assert len(ids(client)) == 2
