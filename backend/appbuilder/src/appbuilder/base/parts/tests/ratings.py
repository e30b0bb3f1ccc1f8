

def test_each_person_rates_once(client: TestClient) -> None:
    path = f"{PATH}/{given_<<name>>()['id']}"
    for stars in (1, 4):
        assert client.put(f"{path}/rating", json={"stars": stars}).status_code == 204
    entry = client.get(path).json()
    assert (entry["rating_average"], entry["rating_count"], entry["my_rating"]) == (4, 1, 4)
    client.delete(f"{path}/rating")
    entry = client.get(path).json()
    assert (entry["rating_average"], entry["rating_count"], entry["my_rating"]) == (None, 0, None)


def test_there_are_no_six_stars(client: TestClient) -> None:
    response = client.put(f"{PATH}/{given_<<name>>()['id']}/rating", json={"stars": 6})
    assert response.json()["errors"] == {"stars": "Must be at most 5."}
