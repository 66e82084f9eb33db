"""The slides for a minister."""

import io

from govcourse import content
from govcourse.documents import cohort, deck
from govcourse.kinds.report import Page
from govcourse.layout.brand import Brand
from pptx import Presentation

PAGE = Page(Brand())


def test_the_minister_gets_ten_slides_with_a_message_each(room, small, report):
    assert len(deck.slides(room, Brand())) == len(deck.slides(small, Brand())) == 10
    shown = Presentation(io.BytesIO(report("pptx")))
    titles = [slide.shapes.title.text for slide in shown.slides]
    assert titles[3] == content.activity("dtca-together").title and titles[4].startswith(
        "The largest gap is in"
    )
    assert all(
        "Source: report of the room" in slide.notes_slide.notes_text_frame.text for slide in shown.slides
    )


def test_where_no_team_answered_together_the_least_agreement_has_its_own_slide(room):
    given = {id: some for id, some in room.answers.items() if id != "dtca-together"}
    slides = deck.slides(cohort.make("Alone", room.people, given, {}, "en", 5), Brand())
    assert len(slides) == 10 and slides[3].title.startswith("Least agreement: ")


def test_the_deck_of_a_room_that_agrees_fully_says_so_and_shows_each_chart_under_its_own_title(room):
    same = {one.id: {"value": 2} for d in content.instrument().dimensions for one in d.statements}
    targets = {dimension.id: 4 for dimension in content.instrument().dimensions}
    given = cohort.make("Agreed", 6, {"dtca": [{"items": same, "targets": targets}] * 6}, {}, "en", 5)
    slides = deck.slides(given, Brand())
    t = content.texts()["documents"]
    assert slides[3].picture is None and (slides[3].title, slides[3].points) == (
        t["disagreement"],
        [("", t["deck_agreed"])],
    )
    assert slides[4].picture and slides[4].title.startswith("The largest gap is in")
