"""Facilitators on every store: whoever holds a link leads, until it is revoked."""

import pytest
from govcourse.store import LinkEnded


def test_a_link_of_a_further_facilitator_can_be_revoked(any_store):
    room, first = any_store.rooms.add("Cohort", [2])
    ann, secret = any_store.facilitators.add(room.code, "Ann")
    assert (
        any_store.facilitators.name(room.code, first) == ""
        and any_store.facilitators.name(room.code, secret) == "Ann"
    )
    assert [one.name for one in any_store.facilitators.all(room.code)] == ["Ann"]
    assert any_store.facilitators.revoke(room.code, ann.id)
    assert any_store.facilitators.revoke(room.code, ann.id) == []
    assert any_store.facilitators.name(room.code, secret) is None and any_store.facilitators.holds(
        room.code, first
    )


def test_a_secret_of_any_room_is_known_as_one(any_store):
    room, first = any_store.rooms.add("Cohort", [2])
    _, further = any_store.facilitators.add(room.code, "Ann")
    assert all(map(any_store.facilitators.anywhere, (first, further)))
    assert not any_store.facilitators.anywhere("another")


def lineage(store):
    """The code of a room, and links by name: Ann made one for Ben and one for Cem, Ben one for Dan; Eva's is by the first link."""
    room, _ = store.rooms.add("Cohort", [2])
    links = {}
    for name, maker in (("Ann", None), ("Ben", "Ann"), ("Cem", "Ann"), ("Dan", "Ben"), ("Eva", None)):
        links[name] = store.facilitators.add(room.code, name, maker and links[maker][0].id)
    return room.code, links


def left(store, code, links):
    names = {name for name, (_, secret) in links.items() if store.facilitators.holds(code, secret)}
    assert {one.name for one in store.facilitators.all(code)} == names
    return names


def test_by_whose_link_a_link_was_made_is_kept(any_store):
    code, links = lineage(any_store)
    ids = {name: made.id for name, (made, _) in links.items()}
    makers = {one.name: one.maker for one in any_store.facilitators.all(code)}
    assert makers == {"Ann": None, "Ben": ids["Ann"], "Cem": ids["Ann"], "Dan": ids["Ben"], "Eva": None}
    assert any_store.facilitators.find(code, links["Dan"][1]) == links["Dan"][0]


def test_the_links_that_somebody_made_end_with_their_own_if_one_says_so(any_store):
    code, links = lineage(any_store)
    ended = any_store.facilitators.revoke(code, links["Ann"][0].id, made=True)
    assert {one.name for one in ended} == {"Ann", "Ben", "Cem", "Dan"}
    assert left(any_store, code, links) == {"Eva"}
    code, links = lineage(any_store)
    any_store.facilitators.revoke(code, links["Ann"][0].id)
    assert left(any_store, code, links) == {"Ben", "Cem", "Dan", "Eva"}


def test_whoever_revokes_the_links_that_somebody_made_keeps_their_own(any_store):
    code, links = lineage(any_store)
    any_store.facilitators.revoke(code, links["Ann"][0].id, made=True, but=links["Cem"][0].id)
    assert left(any_store, code, links) == {"Cem", "Eva"}


def test_a_link_that_was_revoked_makes_no_other_one(any_store):
    code, links = lineage(any_store)
    ann = links["Ann"][0].id
    any_store.facilitators.revoke(code, ann, made=True)
    with pytest.raises(LinkEnded):
        any_store.facilitators.add(code, "Fay", ann)
    assert left(any_store, code, links) == {"Eva"}


def test_links_of_another_room_stay(any_store):
    code, links = lineage(any_store)
    other, _ = any_store.rooms.add("Other", [2])
    assert any_store.facilitators.revoke(other.code, links["Ann"][0].id, made=True) == []
    assert len(left(any_store, code, links)) == 5
