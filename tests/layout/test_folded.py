"""What is folded on a session's page: exercises to cards, and long reading after its first paragraph."""

from bs4 import BeautifulSoup
from govcourse import content
from govcourse.layout import folded

LONG = f"<p>{'word ' * 300}</p>"


def test_a_card_says_in_one_line_what_an_exercise_is_for_and_how_far_it_is():
    about = content.activity("action-plan")
    page = BeautifulSoup(folded.card(about.id, "<i>place</i>", state="begun", progress=(3, 8)), "html.parser")
    head = page.summary
    assert head.h3.get_text() == about.title
    assert about.lead.startswith(point := head.select_one(".gc-fold-point").get_text()) and point[-1] == "."
    assert head.select_one('.gc-fold-state [data-in="begun"]').get_text() == "begun 3 of 8"
    assert page.details["data-state"] == "begun" and not page.details.has_attr("open") and page.details.i


def test_long_reading_is_folded_after_a_heading_and_its_first_paragraph():
    part = f"<h2>Heading</h2><p>The point.</p>{LONG}<h3>More</h3><p>Short.</p>"
    kept, rest = folded.reading(part, first=False).split("<details")
    assert kept == "<h2>Heading</h2><p>The point.</p>"
    assert rest.endswith("</details><h3>More</h3><p>Short.</p>") and "about 2 min" in rest
    # Before the first exercise a part is folded with its sections.
    assert folded.reading(part, first=True).endswith("<p>Short.</p></details>")


def test_what_is_short_computes_or_is_folded_already_stays_in_sight():
    for part in (
        "<h2>Heading</h2><p>The point.</p><p>A word.</p>",
        f'<h2>Chart</h2><p>The point.</p>{LONG}<div data-cell="4"></div>',
        f'<h2>Overview</h2><div class="gc-fragment">{LONG}</div>',
    ):
        assert folded.reading(part, first=False) == folded.reading(part, first=True) == part


def test_an_answer_stands_on_paper_as_it_is_read_back():
    parts = [
        {"title": "Goal <1>", "lines": [{"label": "Who", "text": "Ann"}]},
        {"title": "", "lines": [{"label": "Photo", "text": "", "image": "data:image/png;base64,AA"}]},
    ]
    page = BeautifulSoup(folded.answer(parts), "html.parser")
    assert [one.get_text() for one in page.select("h4, dt, dd")] == ["Goal <1>", "Who", "Ann", "Photo", ""]
    assert page.img["src"].startswith("data:")
