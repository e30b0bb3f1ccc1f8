

def test_<<field>>_must_be_an_image_that_is_there(client: TestClient) -> None:
    text = given_upload(b"no image", "image.png")
    response = client.post(PATH, json=new_<<name>>(<<field>>=text))
    assert response.json()["errors"] == {"<<field>>": "Choose an image: PNG, JPEG, GIF or WebP."}
    response = client.post(PATH, json=new_<<name>>(<<field>>="x" * 22))
    assert response.json()["errors"] == {"<<field>>": "This file is not there any more. Choose it again."}
