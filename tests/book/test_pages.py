"""Pages of the book that are made from data."""

from govcourse import content

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
