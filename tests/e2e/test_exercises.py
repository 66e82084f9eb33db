"""Every exercise of the course, page by page, in each of the four hosts, in a real Chromium."""

import pytest

from tests.e2e.helpers import WALKS, check, fill, ready, saved, serious


def each(activities, work):
    """What went wrong, by activity: one exercise that fails does not hide the next."""
    problems = {}
    for id in activities:
        try:
            work(id)
        except Exception as error:  # the test fails with all of them
            problems[id] = f"{type(error).__name__}: {error}"[:600]
    assert not problems, problems


@pytest.mark.parametrize(("session", "activities"), WALKS)
def test_every_exercise_is_filled_by_keyboard_and_is_there_after_a_reload(
    host, strangers, session, activities
):
    page = host.open(activities, session)

    def filled(id):
        exercise = ready(page, id)
        fill(page, exercise, id)
        saved(exercise)
        check(page, exercise, id)
        assert serious(page, f'[data-exercise="{id}"]') == []

    each(activities, filled)
    page = host.reload(page)
    each(activities, lambda id: check(page, ready(page, id), id))
