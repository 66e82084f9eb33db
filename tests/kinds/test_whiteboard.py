"""The whiteboard: what a room's notes come to."""

from govcourse import kinds


def test_a_room_s_whiteboard_sums_dots_and_collects_comments():
    found = kinds.figures(
        "mindset-action",
        [
            {"notes": [{"id": "a", "text": "Mine", "group": "g"}], "groups": [{"id": "g", "title": "Time"}]},
            {
                "notes": [{"id": "b", "text": " "}, {"id": "c", "text": "Theirs"}],
                "comments": {"a": "I like it"},
            },
            {"votes": {"c": 2}, "comments": {"a": " "}},
        ],
    )
    assert [(note["id"], note["votes"], note["group"], note["comments"]) for note in found["notes"]] == [
        ("c", 2, "", []),
        ("a", 0, "Time", ["I like it"]),
    ]
