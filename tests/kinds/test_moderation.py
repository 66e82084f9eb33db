"""What a facilitator does with the notes of a room."""

from govcourse.kinds.moderation import moderated


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
