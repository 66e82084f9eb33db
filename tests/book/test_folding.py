"""Sessions of the book are folded as the course server folds them."""

from bs4 import BeautifulSoup
from govcourse.server import session_page


def points(page):
    """The headings under which something to read is folded."""
    found = (one.find_previous(["h2", "h3"]) for one in page.select("details.gc-more"))
    return [one.get_text().rstrip("#¶") for one in found if not one.find_parent("details")]


def test_what_is_folded_begins_under_the_same_headings_and_holds_no_other_part(html):
    for number in range(1, 6):
        text = (html / f"notebooks/session-{number}.html").read_text(encoding="utf-8")
        book = BeautifulSoup(text, "lxml").select_one("article.bd-article")
        server = BeautifulSoup(session_page.page(f"session-{number}", "/"), "lxml")
        assert points(book) == points(server), number
        assert not book.select("details h2, details details.gc-fold")
        cards = [one["data-card"] for one in server.select("details.gc-fold")]
        assert [one["data-card"] for one in book.select("details.gc-fold")] == cards
