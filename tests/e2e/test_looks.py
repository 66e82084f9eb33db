"""Each exercise in every look: phone, zoomed, dark, right to left, printed."""

import pytest

from tests.e2e.helpers import EXERCISES, ready, serious

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("activity", EXERCISES)
@pytest.mark.parametrize("look", ["360 px", "400 %", "dark", "right to left", "print"])
def test_an_exercise_fits_every_look(browser, book_site, activity, look):
    width = {"360 px": 360, "400 %": 320}.get(look, 1280)
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if look == "dark" else "light"
    )
    page = context.new_page()
    if look == "dark":
        page.add_init_script("localStorage.setItem('mode', 'dark'); localStorage.setItem('theme', 'dark')")
    if look == "right to left":
        page.add_init_script(
            "document.addEventListener('readystatechange', () => document.documentElement.dir = 'rtl')"
        )
    page.goto(f"{book_site}/notebooks/session-{EXERCISES[activity][0]}.html")
    exercise = ready(page, activity)
    exercise.get_by_role("button", name="Example").click()
    if look == "print":
        page.emulate_media(media="print")
        assert not exercise.get_by_role("button", name="Undo").is_visible()
        assert page.pdf()[:4] == b"%PDF"
    else:
        assert exercise.evaluate("one => one.scrollWidth - one.clientWidth") <= 1
        assert exercise.evaluate("one => one.getBoundingClientRect().right - innerWidth") <= 0
        assert serious(page, f'[data-exercise="{activity}"]') == []
    if look == "right to left":
        assert exercise.get_attribute("dir") == "rtl"
    context.close()
