"""The card of every exercise on its session's page: where one begins, and whether what is filled in can be read."""

import pytest
from govcourse import content

from tests.e2e.helpers import PAGES, ready

FIRST = """card => {
    const controls = card.querySelectorAll(".gc-work :is(input, select, textarea, button, [role=button])");
    const seen = [...controls].find(one => one.checkVisibility() && one.getBoundingClientRect().height > 1);
    return seen.getBoundingClientRect().top - card.getBoundingClientRect().top;
}"""
CUT = """card => [...card.querySelectorAll("textarea")].filter(one =>
    one.checkVisibility() && one.scrollHeight > one.clientHeight + 2).map(one => one.value)"""
# A word is broken where its line would be wider if words stayed whole.
BROKEN = """card => {
    card.style.overflowWrap = "normal";
    const found = [...card.querySelectorAll("label, legend, h4, th")].filter(one =>
        one.checkVisibility() && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1);
    card.style.overflowWrap = "";
    return found.map(one => one.textContent);
}"""


@pytest.mark.long
def test_two_cases_stand_beside_each_other_in_columns_alike(context, course):
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{course}/cases")
    explorer = ready(page, "case-explorer")
    for box in explorer.get_by_role("checkbox", name="Compare").all()[:2]:
        box.check()
    explorer.get_by_role("button", name="Compare (2 of 2)").click()
    explorer.locator(".gc-compare").wait_for()
    widths = explorer.locator(".gc-compare thead :is(th, td)").evaluate_all(
        "all => all.map(one => one.clientWidth)"
    )
    assert abs(widths[1] - widths[2]) <= 2 and widths[2] > widths[0]
    assert explorer.evaluate(BROKEN) == []


@pytest.mark.long
@pytest.mark.parametrize("session", range(1, 6))
def test_every_exercise_begins_at_the_top_of_its_card_and_shows_all_that_is_filled_in(
    context, course, session
):
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{course}/sessions/{session}")
    ids = PAGES[session]
    page.evaluate(
        "ids => localStorage.setItem('govcourse-seen', JSON.stringify(ids))", ids
    )  # not the first time
    for state in ("empty", "filled in"):
        page.reload()
        for id in ids:
            card = ready(page, id)
            assert card.evaluate(FIRST) <= 200, (id, state)
            assert card.evaluate(CUT) == [], (id, state)
            assert card.evaluate(BROKEN) == [], (id, state)
        for id in ids:
            if state == "empty" and (example := content.activity(id).example):
                given = page.request.put(
                    f"{course}/api/me/answers/{id}", data={"answer": example, "version": 0}
                )
                assert given.ok, id
