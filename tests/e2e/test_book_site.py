"""The published book in a browser: every page accessible, found by search, kept offline, reported to a platform."""

import io
import re
from pathlib import Path

import pytest
from govcourse import content
from PIL import Image
from playwright.sync_api import Error, expect

from tests.e2e.conftest import serve_files
from tests.e2e.helpers import fill, ready, saved, serious

ALL = len(content.activity_ids())


def pages_of(book):
    found = sorted(path.relative_to(book).as_posix() for path in book.rglob("*.html"))
    return [path for path in found if path.startswith(("book/", "notebooks/"))]


# Many pages are made alike: of these folders a phone shows some, and a desk shows all.
FEW = {"welcome", "medellin", "session-4"}
ALIKE = {
    "cases": ("index", "medellin", "country-x", "wfp-building-blocks"),
    "facilitators": ("index", "during", "session-2", "day-3"),
    "notebooks": ("session-1", "session-4", "further-ai", "further-cases"),
}


@pytest.mark.parametrize(
    "look",
    [
        "dark on a phone, a few",
        *(pytest.param(one, marks=pytest.mark.long) for one in ("dark on a phone", "light at a desk")),
    ],
)
def test_every_page_passes_axe(browser, book, book_site, look):
    dark = look.startswith("dark")
    size = {"width": 360, "height": 740} if dark else {"width": 1280, "height": 900}
    context = browser.new_context(viewport=size, color_scheme="dark" if dark else "light")
    page = context.new_page()
    found = {}
    for path in pages_of(book):
        folder, name = Path(path).parent.name, Path(path).stem
        if dark and name not in (FEW if look.endswith("a few") else ALIKE.get(folder, name)):
            continue
        page.goto(f"{book_site}/{path}", wait_until="load")
        page.evaluate("dark => { document.documentElement.dataset.theme = dark ? 'dark' : 'light' }", dark)
        if problems := serious(page, "article"):
            found[path] = problems
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            found.setdefault(path, []).append(("wider than the screen", wide))
    context.close()
    assert found == {}


def test_the_progress_stands_on_every_page_and_grows(context, book_site):
    page = context.new_page()
    page.goto(f"{book_site}/notebooks/session-4.html")
    page.get_by_text(f"You have worked on 0 of {ALL} exercises").wait_for()
    exercise = ready(page, "risk-poll")
    fill(page, exercise, "risk-poll")
    saved(exercise)
    page.get_by_text(f"You have worked on 1 of {ALL} exercises").wait_for()
    page.goto(f"{book_site}/book/glossary.html")
    page.get_by_text(f"You have worked on 1 of {ALL} exercises").wait_for()


def test_the_first_exercise_of_all_is_the_beginning_of_a_bar_and_no_spot(context, book_site):
    """From right to left, as in Arabic, where it was once taken for a blue square on the page."""
    page = context.new_page()
    page.goto(f"{book_site}/book/cases/index.html")
    page.evaluate("""() => {
      document.documentElement.dir = "rtl";
      localStorage.setItem("govcourse-answers", JSON.stringify({ answers: { dtca: { items: {} } } }));
      dispatchEvent(new Event("govcourse-saved"));
    }""")
    page.get_by_text(f"You have worked on 1 of {ALL} exercises").wait_for()
    bar = Image.open(io.BytesIO(page.locator("#gc-progress").screenshot())).convert("RGB")
    full = [x for x in range(bar.width) if (lambda r, g, b: b > r + 60)(*bar.getpixel((x, bar.height // 2)))]
    assert max(full) > bar.width - 5 and len(full) > 2 * bar.height


def test_a_term_shows_its_definition_on_hover_and_focus_and_hides_it_by_escape(context, book_site):
    page = context.new_page()
    page.goto(f"{book_site}/notebooks/session-2.html")
    term = page.locator("a.gc-term").locator("visible=true").first
    term.focus()
    tip = page.get_by_role("tooltip")
    tip.wait_for()
    assert tip.inner_text() == term.get_attribute("data-definition")
    page.keyboard.press("Escape")
    tip.wait_for(state="hidden")
    term.hover()
    tip.wait_for()
    tip.hover()
    assert tip.is_visible()
    term.click()
    page.wait_for_url(re.compile("glossary.html#term-"))


def test_the_cases_are_filtered_and_counted(context, book_site):
    page = context.new_page()
    page.goto(f"{book_site}/book/cases/index.html")
    cases = content.cases()
    page.get_by_text(f"{len(cases)} of {len(cases)} cases").wait_for()
    page.get_by_label("Region", exact=True).select_option("Africa")
    page.get_by_label("Goals", exact=True).select_option("4")
    found = [one for one in cases if one.region == "Africa" and 4 in one.sdgs]
    page.get_by_text(f"{len(found)} of {len(cases)} cases").wait_for()
    assert page.locator(".case-index tbody tr:visible").count() == len(found)
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Search the cases").fill("medellin")
    page.get_by_text(f"1 of {len(cases)} cases").wait_for()


def test_the_search_finds_words_without_any_server(context, book):
    page = context.new_page()
    page.goto(f"{book.as_uri()}/search.html?q=stakeholder")
    page.locator("#search-results li").nth(3).wait_for()
    assert "Session 2. Capacities" in page.locator("#search-results").inner_text()


def test_the_search_does_not_ask_for_accents(context, book):
    page = context.new_page()
    for words in ("medellin", "MEDELLÍN"):
        page.goto(f"{book.as_uri()}/search.html?q={words}")
        page.locator("#search-results a[href*='cases/medellin']").first.wait_for()


@pytest.mark.long
def test_the_course_kept_on_the_device_opens_without_network(browser, book):
    """In a sub-path of a plain web server, which then goes away."""

    site = book.parent / "site"
    site.mkdir(exist_ok=True)
    if not (site / "course").exists():
        (site / "course").symlink_to(book)
    server = serve_files(site)
    address = f"http://127.0.0.1:{server.server_port}/course"
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/book/welcome.html")
    button = page.get_by_role("button", name="Keep the course on this device")
    assert re.search(r"\(\d+\.\d MB\)", button.inner_text())
    button.click()
    page.get_by_text("It opens without network.").wait_for(timeout=60_000)
    server.shutdown()
    server.server_close()
    page.goto(f"{address}/notebooks/session-5.html")
    exercise = ready(page, "obstacles-poll")
    fill(page, exercise, "obstacles-poll")
    saved(exercise)
    page.goto(f"{address}/book/facilitators/")  # a page that was never there is not there now either
    context.close()


# What has the focus, as it is seen: itself, what is in it, or the card that it stretches over.
FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const seen = [at, ...at.querySelectorAll("*"), at.closest(".sd-card")].filter(Boolean).some((one) => {
    const box = one.getBoundingClientRect(), look = getComputedStyle(one);
    const ring = (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== "none";
    return ring && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  });
  return {name: (at.ariaLabel || at.innerText || at.title || at.id || at.outerHTML).trim().slice(0, 60), seen};
}"""


@pytest.mark.parametrize(
    "name",
    [
        "book/welcome",
        *(
            pytest.param(one, marks=pytest.mark.long)
            for one in ("book/cases/index", "book/facilitators/during")
        ),
    ],
)
def test_a_page_is_walked_through_by_keyboard_alone(context, book_site, name):
    page = context.new_page()
    page.goto(f"{book_site}/{name}.html")
    page.locator(".gc-course-progress").wait_for()
    walked, unseen = [], []
    while len(walked) < 400:
        page.keyboard.press("Tab")
        if (at := page.evaluate(FOCUSED)) is None:  # past the last one: nothing holds the focus
            break
        walked.append(at["name"])
        try:  # what comes in slowly is given the time
            page.wait_for_function(f"({FOCUSED})().seen", timeout=2000)
        except Error:
            unseen.append(at["name"])
    assert "Skip" in walked[0] and 10 < len(walked) < 400
    assert unseen == []


def test_the_search_is_opened_and_used_by_keyboard(context, book_site):
    page = context.new_page()
    page.goto(f"{book_site}/book/welcome.html")
    page.locator(".gc-course-progress").wait_for()
    page.keyboard.press("Control+k")
    page.locator("input[type=search]:focus").wait_for()
    page.keyboard.insert_text("Megginson")
    page.keyboard.press("Enter")
    page.locator("#search-results a").first.wait_for()
    expect(page.locator("#search-results")).to_contain_text("Megginson")  # excerpts come after the titles


def test_what_the_search_found_begins_where_the_page_does(context, book_site):
    page = context.new_page()
    page.goto(f"{book_site}/search.html?q=medellin")
    said = page.locator("#search-results p.context").first
    said.wait_for()
    assert said.evaluate("one => getComputedStyle(one).textAlign") == "start"
