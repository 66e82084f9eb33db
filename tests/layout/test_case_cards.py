"""Cases as cards: a figure, who says so, and the way to the whole case, wherever a chapter shows them."""

import pytest
from bs4 import BeautifulSoup
from govcourse import content
from govcourse.layout.case_cards import cards
from govcourse.server import session_page


def test_a_card_has_a_figure_who_says_so_and_the_way_to_the_case():
    made = BeautifulSoup(cards(["portugal-aset"], "/cases/{id}"), "html.parser")
    assert made.a["href"] == "/cases/portugal-aset" and made.a.text == content.case("portugal-aset").title
    assert made.figcaption.text.startswith("Up from 108.3 (2015)")
    assert made.em.text == content.texts()["cases"]["evidence_independent"]


def test_a_card_without_an_earlier_figure_says_the_first_one_and_one_without_results_says_none():
    case = next(one for one in content.cases() if one.results and not any(r.before for r in one.results))
    assert f"({case.results[0].year})" in cards([case.id], "{id}")
    bare = next((one.id for one in content.cases() if not one.results), None)
    assert bare is None or "<em>" not in cards([bare], "{id}")


def test_a_case_that_there_is_not_is_told():
    with pytest.raises(KeyError, match="atlantis"):
        cards(["atlantis"], "{id}")


def test_sessions_show_cases_as_cards_that_lead_to_the_server_s_own_pages():
    page = BeautifulSoup(session_page.page("session-1", "/course/"), "html.parser")
    links = [one["href"] for one in page.select(".gc-case-cards a")]
    assert len(links) == 7 and links[0] == "/course/cases/seongdong-hyo"
