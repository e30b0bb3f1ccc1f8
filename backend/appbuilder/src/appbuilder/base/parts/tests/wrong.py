

@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        <<cases>>
    ],
)
def test_a_wrong_value_is_explained(client: TestClient, field: str, value: object, message: str) -> None:
    response = client.post(PATH, json=new_<<name>>(**{field: value}))
    assert response.status_code == 422
    assert response.json()["errors"] == {field: message}
