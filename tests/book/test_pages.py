"""Pages of the book that are made from data."""

from govcourse import content
from govcourse.book import pages

from tests.book.conftest import article, text


def test_reference_pages_are_filled_from_the_data(html):
    assert "Module 13" in text(html / "book" / "syllabus.html")
    assert "Minimum viable product" in text(html / "book" / "glossary.html")
    assert "attributed to Margaret Mead" in text(html / "book" / "quotations.html")
    for name, entries in (
        ("principles", content.principles()),
        ("pillars", content.pillars().pillars),
        ("tools", content.tools().tools),
    ):
        page = article(text(html / "book" / "reference" / f"{name}.html"))
        assert all(one.title in page for one in entries)


def test_cases_lead_to_their_neighbours_and_to_where_they_are_used(html):
    order = pages.in_order()
    page = text(html / "book" / "cases" / f"{order[1].id}.html")
    assert f'href="{order[0].id}.html"' in page and f'href="{order[2].id}.html"' in page
    assert "Use this case in" in page and "#exercise-value-feasibility" in page
