

@pytest.mark.parametrize(
    ("who", "action", "status"),
    [
        <<cases>>
    ],
)
def test_others_may_do_what_they_may(client: TestClient, who: str, action: str, status: int) -> None:
    entry, more = given_<<name>>(), new_<<name>>()
    assert attempt(person_called(who), action, PATH, entry["id"], more) == status
    left = client.get(f"{PATH}/{entry['id']}")
    assert (left.status_code == 404) == (status == 204)
