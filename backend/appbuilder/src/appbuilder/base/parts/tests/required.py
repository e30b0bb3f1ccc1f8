

@pytest.mark.parametrize("field", [<<fields>>])
@pytest.mark.parametrize("value", ["", "  ", None])
def test_a_required_field_must_be_there(client: TestClient, field: str, value: str | None) -> None:
    response = client.post(PATH, json=new_<<name>>(**{field: value}))
    assert response.status_code == 422
    assert response.json()["errors"] == {field: "This field is required."}
    assert ids(client) == []
