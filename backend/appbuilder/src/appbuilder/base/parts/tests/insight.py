

def test_<<function>>(client: TestClient) -> None:
    assert report(client, "<<key>>")["total"] == <<nothing>>
    <<given>>
    answer = report(client, "<<key>>")
    assert answer["total"] == <<expected>>
    assert [row["result"] for row in answer["rows"]] == [answer["total"]]
    assert numbers_in_csv(client, "<<key>>") == [answer["total"]]
