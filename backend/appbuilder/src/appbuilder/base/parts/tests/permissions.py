

@pytest.mark.parametrize(
    ("who", "action", "status"),
    [
        <<cases>>
    ],
)
def test_what_each_role_may_do_with_entries_of_others(client: TestClient, who: str, action: str, status: int) -> None:
    entry, more = given_<<name>>(), new_<<name>>()
    assert attempt(person_called(who), action, PATH, entry["id"], more) == status
    left = client.get(f"{PATH}/{entry['id']}")
    assert (left.status_code == 404) == (status == 204)
