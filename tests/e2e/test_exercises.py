"""Each of the four exercises, in each of the four hosts, in a real Chromium."""

import pytest

from tests.e2e.helpers import EXERCISES, ready, saved, serious

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("activity", EXERCISES)
def test_an_exercise_is_filled_by_keyboard_and_is_there_after_a_reload(host, strangers, activity):
    session, fill, check = EXERCISES[activity]
    page = host.open(activity, session)
    exercise = ready(page, activity)
    fill(page, exercise)
    saved(exercise)
    check(page, exercise)
    assert serious(page, f'[data-exercise="{activity}"]') == []
    page = host.reload(page)
    exercise = ready(page, activity)
    check(page, exercise)
