

def test_comments_are_written_answered_and_counted(client: TestClient) -> None:
    path = f"{PATH}/{given_<<name>>()['id']}/comments"
    comment = write_comment(client, path, "First").json()
    write_comment(client, path, "Second", answer_to=comment["id"])
    answer = client.get(path).json()
    assert answer["total"] == 2
    assert [item["text"] for item in answer["items"]] == ["First"]
    assert [item["text"] for item in answer["items"][0]["answers"]] == ["Second"]
    assert client.get(path.removesuffix("/comments")).json()["comment_count"] == 2


def test_an_empty_comment_is_refused(client: TestClient) -> None:
    response = write_comment(client, f"{PATH}/{given_<<name>>()['id']}/comments", " ")
    assert response.json()["errors"] == {"text": "This field is required."}


def test_a_comment_is_deleted_by_who_wrote_it(client: TestClient) -> None:
    path = f"{PATH}/{given_<<name>>()['id']}/comments"
    first, second = write_comment(client, path, "First").json(), write_comment(client, path, "Second").json()
    assert client.delete(f"{path}/{first['id']}").status_code == 204
    assert somebody_else().delete(f"{path}/{second['id']}").status_code == <<refused>>
    assert [item["text"] for item in client.get(path).json()["items"]] == ["Second"]


def test_a_deleted_comment_leaves_its_answers(client: TestClient) -> None:
    path = f"{PATH}/{given_<<name>>()['id']}/comments"
    comment = write_comment(client, path, "First").json()
    answer = write_comment(client, path, "Second", answer_to=comment["id"]).json()
    assert write_comment(client, path, "Third", answer_to=answer["id"]).status_code == 409
    client.delete(f"{path}/{comment['id']}")
    left = client.get(path).json()
    assert (left["total"], left["items"][0]["text"], left["items"][0]["author"]) == (1, None, None)
    client.delete(f"{path}/{answer['id']}")
    assert client.get(path).json() == {"items": [], "total": 0}
