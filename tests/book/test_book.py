"""The static book: built with warnings as errors, complete, and alone."""

import re

import pytest
from govcourse import content
from govcourse.book.build import build


@pytest.fixture(scope="session")
def html(tmp_path_factory):
    out = tmp_path_factory.mktemp("book")
    assert build(out) == 0
    return out / "_build" / "html"


def text(path):
    return path.read_text(encoding="utf-8")


def test_sessions_and_cases_have_their_addresses(html):
    for number in range(1, 6):
        assert (html / "notebooks" / f"session-{number}.html").exists()
    for id in content.case_ids():
        assert (html / "book" / "cases" / f"{id}.html").exists()


def test_a_session_holds_its_live_exercises_and_its_objectives(html):
    page = text(html / "notebooks" / "session-1.html")
    assert re.findall(r'data-govcourse-mount="([\w-]+)"', page)[:3] == [
        "sdg-pitch",
        "role-of-state",
        "ndp-sdg",
    ]
    assert re.findall(r'data-govcourse-mount="session-evaluation" data-session="(\d)"', page) == ["1"]
    assert content.session(1).objectives[0] in page
    assert "widget-state" not in page


def test_the_reading_list_is_grouped_by_session(html):
    page = text(html / "book" / "reading-list.html")
    for session in range(1, 6):
        assert f"For session {session}" in page
    assert "Transforming our world" in page and "Premortem" in page


def test_reference_pages_are_filled_from_the_data(html):
    assert "Module 13" in text(html / "book" / "syllabus.html")
    assert "Minimum viable product" in text(html / "book" / "glossary.html")
    assert "attributed to Margaret Mead" in text(html / "book" / "quotations.html")


def test_no_page_loads_anything_from_another_host(html):
    for path in html.rglob("*.html"):
        loaded = re.findall(
            r'<(?:script|link|img|iframe)[^>]+(?:src|href)="((?:https?:)?//[^"]+)', text(path)
        )
        assert not loaded, (path.name, loaded)
