"""Who comes into a room, and who comes back."""

import httpx


def test_a_participant_joins_with_the_code_alone_and_gets_a_private_cookie(client, room):
    made = client.post(f"/api/rooms/{room.code.lower()}/participants", json={})
    assert made.status_code == 201
    assert set(made.json()) == {"participant", "token", "resume_code"}
    cookie = made.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    info = client.get(room.path)
    assert info.status_code == 200
    listed = {one["id"]: one for one in info.json()["activities"]}
    assert listed["dtca"]["state"] == "closed" and listed["dtca"]["results"] == "hidden"
    assert "ndp-priorities" not in listed


def test_a_resume_code_brings_the_work_back_on_another_browser(address, client, room, person):
    with httpx.Client(base_url=address) as other:
        back = other.post("/api/resume", json={"resume_code": person["code"]})
        assert back.status_code == 200
        assert other.get(f"{room.path}/answers/dtca").status_code == 200
        assert other.post("/api/resume", json={"resume_code": "NOBODY1234"}).status_code == 404
