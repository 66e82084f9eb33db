"""What a facilitator does with a room: what it is told at its start, who has prepared, notes merged, teams that present."""

import httpx

from tests.running import TOKEN


def test_the_form_keeps_what_was_typed_when_something_is_wrong(client):
    given = {"title": "My <room>", "keep": "forever", "sessions": ["1", "2"]}
    page = client.post(f"/facilitator?token={TOKEN}", data=given)
    assert page.status_code == 422 and "My &lt;room&gt;" in page.text and 'role="alert"' in page.text
    made = client.post(f"/facilitator?token={TOKEN}", data={**given, "keep": "7"})
    assert made.status_code == 302 and "/facilitator/" in made.headers["location"]


def test_a_learner_can_delete_all_of_their_work(address):
    with httpx.Client(base_url=address) as client:
        client.get("/voila/render/session-1.ipynb")
        saved = client.put("/api/me/answers/dtca", json={"answer": {}, "version": 0})
        assert saved.status_code == 200
        token = client.cookies["govcourse_learner"]
        assert "deleted" in client.post("/", data={"forget": "yes"}).text
        again = client.get("/api/me/answers/dtca", headers={"Authorization": f"Bearer {token}"})
        assert again.status_code == 401
