"""Every exercise in every look: phone, zoomed, dark, right to left, printed."""

import pytest
from govcourse import content

from tests.e2e.helpers import WALKS, notebook, ready, serious, show_example
from tests.e2e.test_exercises import each

LOOKS = {
    "on a phone and at 400 %": {"viewport": {"width": 360, "height": 800}},
    "dark and on paper": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "from right to left": {"viewport": {"width": 1280, "height": 800}},
}
BEFORE = {
    "dark and on paper": "localStorage.setItem('mode', 'dark'); localStorage.setItem('theme', 'dark')",
    "from right to left": "document.addEventListener('readystatechange', () => document.documentElement.dir = 'rtl')",
}


# A phone is what most have: so it is looked at in `make test`, and in every other look in `make long`.
@pytest.mark.parametrize(("session", "activities"), WALKS)
@pytest.mark.parametrize(
    "look", [look if "phone" in look else pytest.param(look, marks=pytest.mark.long) for look in LOOKS]
)
def test_the_exercises_of_a_page_fit_every_look(browser, book_site, session, activities, look):
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    if look in BEFORE:
        page.add_init_script(BEFORE[look])
    page.goto(f"{book_site}/notebooks/{notebook(session)}.html")

    def fits(id):
        exercise = ready(page, id)
        if content.activity(id).example:
            show_example(exercise)
        assert serious(page, f'[data-exercise="{id}"]') == []
        if look == "from right to left":
            assert exercise.get_attribute("dir") == "rtl"
        for width in (360, 320) if look.startswith("on a phone") else (1280,):
            page.set_viewport_size({"width": width, "height": 800})
            assert exercise.evaluate("one => one.scrollWidth - one.clientWidth") <= 1
            assert exercise.evaluate("one => one.getBoundingClientRect().right - innerWidth") <= 0
        if look == "dark and on paper":
            page.emulate_media(media="print")
            assert not exercise.get_by_role("button", name="Undo").is_visible()
            assert not exercise.get_by_role("dialog").is_visible()
            assert exercise.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
            assert exercise.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
            page.emulate_media(media="screen")
        page.keyboard.press("Escape")
        exercise.get_by_role("dialog").wait_for(state="detached")

    each(activities, fits)
    if look == "dark and on paper":
        assert page.pdf()[:4] == b"%PDF"
    context.close()
