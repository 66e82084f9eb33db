"""The assessment as a kind."""

from govcourse import kinds


def test_a_debrief_shows_no_room_of_fewer_than_five():
    answer = {"items": {"leadership-1": {"value": 4}}}
    assert kinds.figures("dtca", [answer] * 4 + [{}]) == {"n": 4, "too_few": 5}
    assert kinds.figures("dtca", [answer] * 5)["n"] == 5
