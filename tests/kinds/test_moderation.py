"""What a facilitator does with the notes of a room."""

import pytest
from govcourse import kinds
from govcourse.kinds.moderation import keyed, moderated


def note(id, votes=0, **more):
    return {"id": id, "text": f"text of {id}", "group": "", "votes": votes, "comments": [], **more}


def test_merged_notes_add_up_and_hidden_ones_are_not_seen_with_them():
    notes = [note("a", 1), note("b", 2, comments=["yes"]), note("c", 4), note("d")]
    settings = {"merged": {"b": "a", "c": "b"}, "hidden": ["c"], "grouped": {"a": "Now"}}
    seen = {one["id"]: one for one in moderated(notes, settings, facilitator=True)}
    assert set(seen) == {"a", "d"}
    assert seen["a"]["votes"] == 7 and seen["a"]["comments"] == ["yes"] and seen["a"]["group"] == "Now"
    assert [one["id"] for one in seen["a"]["merged"]] == ["b", "c"]
    others = {one["id"]: one for one in moderated(notes, settings, facilitator=False)}
    assert others["a"]["votes"] == 3 and "text of c" not in str(others)
    gone = moderated(notes, {"merged": {"b": "a"}, "hidden": ["a"]}, facilitator=False)
    assert "text of b" not in str(gone)


def test_a_note_whose_other_half_was_deleted_stands_alone_again():
    assert [one["id"] for one in moderated([note("b")], {"merged": {"b": "a"}}, facilitator=False)] == ["b"]


def board(settings=None, facilitator=False, **answers):
    """The notes of a room whose people wrote `answers`: of each, texts by id."""
    given = {
        who: {"notes": [{"id": id, "text": text} for id, text in notes.items()]}
        for who, notes in answers.items()
    }
    found = kinds.figures("digital-value", keyed(given))["notes"]
    return moderated(found, settings or {}, facilitator)


def key(text, **answers):
    return next(one["key"] for one in board(facilitator=True, **answers) if one["text"] == text)


def texts(settings, **answers):
    return sorted(one["text"] for one in board(settings, **answers))


@pytest.mark.parametrize(
    "later",
    [
        {"ann": {"a": "rewritten"}},
        {"ann": {"b": "new"}},
        {"ann": {}, "bo": {"a": "good"}},
        {"ann": {}, "bo": {"a": "somebody else's"}},
    ],
)
def test_only_what_was_approved_is_shown_as_it_was_seen(later):
    approved = {"moderate": True, "approved": [key("good", ann={"a": "good"})]}
    assert texts(approved, ann={"a": "good"}) == ["good"]
    assert texts(approved, **later) == []


def test_what_was_hidden_stays_so_when_it_is_rewritten_or_comes_back_under_another_id():
    hidden = {"hidden": [key("rude", ann={"a": "rude"})]}
    assert texts(hidden, ann={"a": "rude"}) == []
    assert texts(hidden, ann={"a": "ruder", "b": "Rude ", "c": "fine"}, bo={"a": "also fine"}) == [
        "also fine",
        "fine",
    ]


def test_what_was_hidden_and_then_shown_again_is_seen():
    given = {"ann": {"b": "rude"}}
    settings = {"hidden": [key("rude", ann={"a": "rude"})], "approved": [key("rude", **given)]}
    assert texts(settings, **given) == ["rude"]


def test_an_id_that_is_used_again_is_neither_pinned_nor_merged_nor_grouped():
    first, second = {"a": "first", "b": "second"}, {"a": "third", "b": "fourth"}
    one, two = key("first", ann=first), key("second", ann=first)
    settings = {"pinned": [one], "merged": {two: one}, "grouped": {one: "Now"}}
    found = {note["text"]: note for note in board(settings, ann=first, bo=second)}
    assert set(found) == {"first", "third", "fourth"}
    assert [found["first"][name] for name in ("pinned", "group")] == [True, "Now"]
    assert [found["third"][name] for name in ("pinned", "group", "merged")] == [False, "", []]
    assert all("key" not in note for note in found.values())


def test_what_was_done_with_ids_before_there_were_keys_still_holds_but_for_what_was_approved():
    settings = {"hidden": ["a"], "merged": {"b": "c"}, "grouped": {"c": "Now"}, "pinned": ["c"]}
    found = board(settings, ann={"a": "rude", "b": "second", "c": "first"})
    (note,) = found
    assert (note["text"], note["group"], note["pinned"]) == ("first", "Now", True)
    assert [one["text"] for one in note["merged"]] == ["second"]
    assert texts({"moderate": True, "approved": ["a"]}, ann={"a": "good"}) == []


def test_keys_have_128_bits_and_what_was_hidden_by_shorter_ones_stays_so():
    given = {"ann": {"a": "rude", "b": "fine"}}
    long = key("rude", **given)
    short = ".".join(part[:12] for part in long.split("."))
    assert [len(part) for part in long.split(".")] == [32, 32, 32]
    assert texts({"hidden": [short]}, **given) == texts({"hidden": [long]}, **given) == ["fine"]
    assert texts({"hidden": [short]}, ann={"a": "rewritten", "b": "fine"}) == ["fine"]
    pinned = board({"pinned": [short], "grouped": {short: "Now"}}, **given)
    assert (pinned[0]["text"], pinned[0]["group"], pinned[0]["pinned"]) == ("rude", "Now", True)
    assert texts({"moderate": True, "approved": [short]}, **given) == []
    almost = f"{long[:12]}{'0' * 20}{long[32:]}"
    assert texts({"moderate": True, "approved": [almost]}, **given) == []
