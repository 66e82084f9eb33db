"""Who has prepared for a session."""

from tests.server.conftest import FACILITATOR


def test_who_has_prepared_is_counted_and_named_only_where_a_name_was_given(client):
    made = client.post("/api/rooms", json={"sessions": [1, 2], "expected": 12}, headers=FACILITATOR).json()
    path = f"/api/rooms/{made['code']}"
    client.put(path, json={"session": 2}, headers=FACILITATOR)
    client.put(f"{path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    for name, answer in (
        ("Ann", {"items": {"legal-6": {"value": 2}}}),
        ("", {"items": {"legal-6": {"value": 3}}}),
        ("Ben", None),
    ):
        token = client.post(f"{path}/participants", json={"name": name}).json()["token"]
        client.cookies.clear()
        if answer:
            body = {"answer": answer, "version": 0}
            client.put(f"{path}/answers/dtca", json=body, headers={"Authorization": f"Bearer {token}"})
    found = client.get(f"{path}/preparation", headers=FACILITATOR).json()
    assert (found["expected"], found["joined"], found["session"]) == (12, 3, 2)
    assert [(task["id"], task["all"], task["done"], task["begun"]) for task in found["tasks"]] == [
        ("dtca", 3, 0, 2)
    ]
    assert found["named"] == [
        {"name": "Ann", "stages": {"dtca": "begun"}},
        {"name": "Ben", "stages": {"dtca": "not"}},
    ]
