"""The look of the interface: its components on one page, fields that clip nothing, a header that stays small, text that does not jump."""

import io
import json
from pathlib import Path

import pytest
from govcourse import content
from PIL import Image, ImageChops
from playwright.sync_api import expect

from tests.e2e.helpers import AXE, PAGES, ready
from tests.running import server

BASELINES = Path(__file__).parent / "baselines"
LOOKS = {
    "light": ({"viewport": {"width": 900, "height": 900}}, ""),
    "dark from right to left on a phone": (
        {"viewport": {"width": 360, "height": 800}, "color_scheme": "dark"},
        "?dir=rtl",
    ),
}


@pytest.fixture(scope="module")
def components(tmp_path_factory):
    with server(tmp_path_factory.mktemp("ui"), GOVCOURSE_UI_PAGE="1") as address:
        yield f"{address}/ui"


def violations(page):
    """All that axe finds, however small."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]


@pytest.mark.parametrize("look", LOOKS)
def test_every_component_is_accessible_and_looks_as_it_did(browser, components, look):
    options, query = LOOKS[look]
    context = browser.new_context(**options, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{components}{query}")
    card = page.locator(".gc")
    card.wait_for()
    page.evaluate("document.fonts.ready")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.evaluate("document.querySelector('.top').remove()")  # how high it is moves nothing in the picture
    as_it_was(card.screenshot(animations="disabled", caret="hide"), look)
    for button, way in (("Ask", "dialog"), ("Open over the page", "dialog"), ("Open beside", "dialog")):
        opener = card.get_by_role("button", name=button)
        opener.press("Enter")
        page.get_by_role(way).wait_for()
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.get_by_role(way).wait_for(state="detached")
        expect(opener).to_be_focused()
    card.get_by_role("button", name="Further actions").press("Enter")
    inside = card.get_by_role("button", name="Print", exact=True)
    expect(inside).to_be_focused()
    box, wide = card.locator(".gc-menu:popover-open").bounding_box(), options["viewport"]["width"]
    assert box["x"] >= 0 and box["x"] + box["width"] <= wide
    assert violations(page) == []
    inside.press("Enter")
    card.get_by_role("status").get_by_text("Printed.").wait_for()
    page.emulate_media(media="print")
    assert not card.get_by_role("button").first.is_visible()
    assert card.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
    context.close()


def as_it_was(shot, look):
    """Compares at half the size, where letters that are drawn a little otherwise do not count: 1 % of the picture may differ.
    A picture that is missing, or was removed for a change that is meant, is made anew, and has to be looked at."""
    now = Image.open(io.BytesIO(shot)).convert("RGB")
    small = now.resize((now.width // 2, now.height // 2), Image.Resampling.BOX)
    path = BASELINES / f"{look.replace(' ', '-')}.png"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        small.quantize(64).save(path, optimize=True)
        pytest.fail(f"{path.name} was made: look at it, and run again")
    before = Image.open(path).convert("RGB")
    assert abs(before.height - small.height) <= 8 and before.width == small.width
    size = (small.width, min(before.height, small.height))
    apart = ImageChops.difference(before.crop((0, 0, *size)), small.crop((0, 0, *size))).convert("L")
    differs = sum(apart.histogram()[48:]) / (size[0] * size[1])
    if differs >= 0.01:
        small.save(Path(__file__).parent / "screenshots" / path.name)
    assert differs < 0.01


def test_the_page_of_components_is_off_unless_it_is_switched_on(context, course):
    page = context.new_page()
    assert page.goto(f"{course}/ui").status == 404


# What kinds there are, each on the first page that has it; and the answers with which all their fields are there.
EXAMPLES = {one.id: one.example for one in content.activities() if one.example}
FILE = {"format": "govcourse-answers", "version": 1, "saved": "2027-03-01T10:00:00Z", "answers": EXAMPLES}
SEEN = list(content.activity_ids())  # exercises that were used before
BEGUN = f"""localStorage.setItem('govcourse-answers', JSON.stringify({json.dumps(FILE)}));
localStorage.setItem('govcourse-seen', JSON.stringify({json.dumps(SEEN)}));"""
KINDS: dict[int, dict[str, str]] = {}
for number, ids in PAGES.items():
    for id in ids:
        kind = content.activity(id).kind
        if isinstance(number, int) and all(kind not in there for there in KINDS.values()):
            KINDS.setdefault(number, {})[kind] = id

TYPE = """words => {
  for (const fold of document.querySelectorAll('.gc details, .gc [hidden]')) {
    fold.open = true;
    fold.hidden = false;
  }
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
  for (const field of document.querySelectorAll('.gc textarea:not(:disabled)')) {
    set.call(field, field.maxLength > 0 ? words.slice(0, field.maxLength) : words);
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
}"""
FIELDS = """() => [...document.querySelectorAll('.gc textarea')].filter(one => one.offsetParent).map(one => ({
  exercise: one.closest('[data-exercise]').dataset.exercise, letters: one.value.length,
  clipped: one.scrollHeight - one.clientHeight, wide: one.scrollWidth - one.clientWidth,
  name: one.labels[0]?.textContent ?? one.ariaLabel, lines: one.type === 'textarea',
}))"""


@pytest.mark.long
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_that_is_typed_is_clipped_in_any_kind(browser, book_site, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.add_init_script(BEGUN)
    words = " ".join(["Verwaltungsmodernisierung" if n % 20 == 7 else "word" for n in range(400)])
    met, long = set(), 0
    for number, kinds in KINDS.items():
        page.goto(f"{book_site}/notebooks/session-{number}.html")
        page.get_by_role("button", name="Open all", exact=True).click()
        for id in kinds.values():
            ready(page, id)
        page.evaluate(TYPE, words)
        page.evaluate("new Promise(requestAnimationFrame)")
        fields = page.evaluate(FIELDS)
        met |= {content.activity(one["exercise"]).kind for one in fields}
        assert [one for one in fields if one["clipped"] > 1 or one["wide"] > 1] == []
        long += sum(one["letters"] > 1900 for one in fields)
        # A field of one line, which scrolls, is left only to what is short: numbers, days, searches.
        assert page.locator(".gc input:not([type])").count() == 0
        single = page.locator('.gc input[type="text"]').evaluate_all(
            "all => all.map(one => [one.inputMode, one.outerHTML])"
        )
        assert [html for mode, html in single if mode != "decimal"] == []
    context.close()
    assert len(met) >= 12 and long > 20


@pytest.mark.long
@pytest.mark.parametrize(("width", "high"), [(390, 195), (1440, 140)])
def test_who_comes_back_finds_the_work_near_the_top(browser, book_site, width, high):
    """What stands above it, title, time, state and instructions, is one line that is seen and one that is folded."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.add_init_script(BEGUN)
    far = {}
    for number, kinds in KINDS.items():
        page.goto(f"{book_site}/notebooks/session-{number}.html")
        for id in kinds.values():
            exercise = ready(page, id)
            work = exercise.locator(".gc-empty, .gc-work").first.bounding_box()
            far[id] = work["y"] - exercise.bounding_box()["y"]
    context.close()
    assert {id: top for id, top in far.items() if top > high} == {}


SHIFTS = """new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) globalThis.shifted = (globalThis.shifted ?? 0) + one.value;
}).observe({type: 'layout-shift', buffered: true})"""


@pytest.mark.parametrize("site", ["course", pytest.param("book_site", marks=pytest.mark.long)])
def test_a_font_that_comes_late_moves_nothing(browser, request, site):
    address = request.getfixturevalue(site)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    held = []
    page.route("**/*.woff2", lambda route: held.append(route))
    path = "/" if site == "course" else "/book/glossary.html"
    page.goto(f"{address}{path}", wait_until="domcontentloaded")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert any("source-sans" in route.request.url for route in held)
    for route in held:
        route.continue_()
    page.evaluate("document.fonts.load(\"16px 'Course Sans'\")")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("globalThis.shifted ?? 0") < 0.05
    context.close()
