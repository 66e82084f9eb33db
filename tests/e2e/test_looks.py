"""Every exercise in every look: phone, zoomed, dark, right to left, printed."""

import pytest
from govcourse import content

from tests.e2e.helpers import PAGES, ready, serious
from tests.e2e.test_exercises import each

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("session", PAGES)
@pytest.mark.parametrize("look", ["360 px", "400 %", "dark", "right to left", "print"])
def test_the_exercises_of_a_page_fit_every_look(browser, book_site, session, look):
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
    page.goto(f"{book_site}/notebooks/session-{session}.html")

    def fits(id):
        exercise = ready(page, id)
        if content.activity(id).example:
            exercise.get_by_role("button", name="Example", exact=True).click()
        if look == "print":
            page.emulate_media(media="print")
            assert not exercise.get_by_role("button", name="Undo").is_visible()
            page.emulate_media(media="screen")
            return
        assert exercise.evaluate("one => one.scrollWidth - one.clientWidth") <= 1
        assert exercise.evaluate("one => one.getBoundingClientRect().right - innerWidth") <= 0
        assert serious(page, f'[data-exercise="{id}"]') == []
        if look == "right to left":
            assert exercise.get_attribute("dir") == "rtl"

    each(PAGES[session], fits)
    if look == "print":
        assert page.pdf()[:4] == b"%PDF"
    context.close()
