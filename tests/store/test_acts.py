"""The log of a room on every store."""


def test_acts_are_logged_newest_first(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    for act in ("opened dtca", "closed dtca"):
        any_store.acts.record(room.code, "Ann", act)
    assert [(one["who"], one["act"]) for one in any_store.acts.all(room.code)] == [
        ("Ann", "closed dtca"),
        ("Ann", "opened dtca"),
    ]
