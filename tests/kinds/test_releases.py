"""Two looks at a room differ by what five people changed, or not at all."""

from govcourse.kinds.releases import Releases
from hypothesis import given
from hypothesis import strategies as st

PEOPLE = [f"p{n}" for n in range(9)]


def of(*people, said=1):
    return {who: {"said": said} for who in people}


def test_the_first_look_is_given_again_until_five_are_others():
    releases = Releases()
    assert releases.take("ROOM", "dtca", of(*PEOPLE[:4])) == {}
    first = of(*PEOPLE[:5])
    assert releases.take("ROOM", "dtca", first) == first
    for n in range(6, 9):
        assert releases.take("ROOM", "dtca", of(*PEOPLE[:n])) == first
    changed = {**of(*PEOPLE[:8]), **of("p0", "p1", said=2)}
    assert releases.take("ROOM", "dtca", changed) == changed
    assert releases.take("OTHER", "dtca", of(*PEOPLE[:6])) == of(*PEOPLE[:6])


def test_what_somebody_deleted_goes_at_once():
    releases = Releases()
    releases.take("ROOM", "dtca", of(*PEOPLE[:6]))
    assert releases.take("ROOM", "dtca", of(*PEOPLE[1:6])) == of(*PEOPLE[1:6])
    assert releases.take("ROOM", "dtca", of(*PEOPLE[2:6])) == {}


def test_of_a_room_that_is_gone_nothing_is_remembered():
    releases = Releases()
    releases.take("ROOM", "dtca", of(*PEOPLE))
    releases.take("OTHER", "dtca", of(*PEOPLE))
    releases.forget("ROOM")
    assert list(releases._last) == [("OTHER", "dtca")]


@given(st.lists(st.dictionaries(st.sampled_from(PEOPLE), st.integers(0, 2)), max_size=12))
def test_whatever_happens_no_two_looks_differ_by_fewer_unless_some_are_gone(looks):
    releases, last = Releases(), {}
    for look in looks:
        answers = {who: {"said": said} for who, said in look.items()}
        shown = releases.take("ROOM", "dtca", answers)
        assert not shown or len(shown) >= 5
        others = {who for who in shown.keys() | last.keys() if shown.get(who) != last.get(who)}
        gone = last.keys() - answers.keys()
        assert len(others) == 0 or len(others) >= 5 or others <= gone or not shown
        last = shown
