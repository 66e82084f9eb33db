"""Before and now as two bars."""

import pytest
from bs4 import BeautifulSoup
from govcourse import content
from govcourse.book import cases
from govcourse.layout.change import change

RESULTS = [(case, one) for case in content.cases() for one in case.results]


def test_a_message_says_which_way_it_went_and_the_longer_bar_is_whole():
    one = next(one for case, one in RESULTS if case.id == "guizhou-poverty" and one.before)
    made = BeautifulSoup(change(one), "html.parser")
    assert made.figcaption.text == "Down from 26.8 (2013) to 4.3% of the people (2018)"
    assert [bar["width"] for bar in made.select("rect")] == ["100.0", "16.0"]


@pytest.mark.parametrize("known", [True, False])
def test_only_a_result_with_an_earlier_figure_has_bars_and_its_case_s_page_shows_them(known):
    found = [(case, one) for case, one in RESULTS if (one.before is not None) == known]
    assert len(found) > 10
    pages = cases.pages()
    for case, one in found:
        assert bool(change(one)) == known
        assert change(one) in pages[case.id]
