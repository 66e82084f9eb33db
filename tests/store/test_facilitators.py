"""Facilitators on every store: whoever holds a link leads, until it is revoked."""


def test_a_link_of_a_further_facilitator_can_be_revoked(any_store):
    room, first = any_store.rooms.add("Cohort", [2])
    ann, secret = any_store.facilitators.add(room.code, "Ann")
    assert (
        any_store.facilitators.name(room.code, first) == ""
        and any_store.facilitators.name(room.code, secret) == "Ann"
    )
    assert [one.name for one in any_store.facilitators.all(room.code)] == ["Ann"]
    assert any_store.facilitators.revoke(room.code, ann.id)
    assert not any_store.facilitators.revoke(room.code, ann.id)
    assert any_store.facilitators.name(room.code, secret) is None and any_store.facilitators.holds(
        room.code, first
    )


def test_a_secret_of_any_room_is_known_as_one(any_store):
    room, first = any_store.rooms.add("Cohort", [2])
    _, further = any_store.facilitators.add(room.code, "Ann")
    assert all(map(any_store.facilitators.anywhere, (first, further)))
    assert not any_store.facilitators.anywhere("another")
