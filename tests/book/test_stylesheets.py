"""A page of the book has one stylesheet, with the rules that some page needs."""

import re

import pytest
from govcourse.book.stylesheets import SHEET, unite, without_unused

from tests.book.conftest import text


def test_every_page_asks_for_one_sheet_and_what_that_asks_for_is_there(html, sources):
    for page in ("book/welcome.html", "search.html", "notebooks/session-1.html", "book/cases/medellin.html"):
        (asked,) = re.findall(r'<link[^>]*rel="stylesheet"[^>]*href="([^"?]+)', sources[page])
        assert (html / page).parent.joinpath(asked).resolve() == html / SHEET
    sheet = text(html / SHEET)
    names = re.findall(r"url\(([\w./-]+)\)", sheet)
    assert len(names) > 3
    # of the theme's icons those that are seen stand in one font
    assert all(
        (html / SHEET).parent.joinpath(one).exists()
        for one in names
        if "/fa-" not in one or "solid-900.woff2" in one
    )
    assert not [path for path in html.rglob("*") if path.name.endswith((".css.map", "theme.css"))]


def test_the_book_s_own_rules_come_after_the_theme_s(html):
    sheet = text(html / SHEET)
    assert 0 < sheet.index(".bd-article") < sheet.index(".gc-fold") < sheet.rindex("}")


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("a.seen{b:1}", "a.seen{b:1}"),
        ("a.unseen{b:1}", ""),
        ("#seen, .unseen, p{b:1}", "#seen, p{b:1}"),
        ("#unseen a{b:1}", ""),
        ("a:not(.unseen){b:1}", "a:not(.unseen){b:1}"),
        ("a:is(.unseen, p){b:1}", "a:is(.unseen, p){b:1}"),
        ("@media print{.unseen{b:1}.seen{b:2}}", "@media print{.seen{b:2}}"),
        ("@media print{.unseen{b:1}}", ""),
        ("@font-face{font-family:unseen}", "@font-face{font-family:unseen}"),
        ("@keyframes unseen{from{b:1}}", "@keyframes unseen{from{b:1}}"),
        (":root{--x:.5em}[data-a='.unseen']{b:1}", ':root{--x:.5em}[data-a=".unseen"]{b:1}'),
        ("/*! MIT License */.unseen{b:1}/* said */", "/*! MIT License */"),
        (
            ".seen{background:url('data:image/svg+xml,%3Csvg%3E')}",
            '.seen{background:url("data:image/svg+xml,%3Csvg%3E")}',
        ),
    ],
)
def test_a_rule_goes_when_no_page_and_no_script_has_what_it_wants(css, left):
    assert without_unused(css, {"seen"}) == left


def test_pages_of_an_earlier_build_get_the_sheet_of_a_later_one_and_it_stays_where_none_is_new(tmp_path):
    (tmp_path / "_static").mkdir()

    def written(name, sheet, rule):
        (tmp_path / "_static" / sheet).write_text(rule)
        (tmp_path / name).write_text(f'<link rel="stylesheet" href="_static/{sheet}"><p class="seen">')

    written("old.html", "theme.css", ".seen{b:1}")
    unite(tmp_path)
    unite(tmp_path)
    assert (tmp_path / SHEET).read_text() == ".seen{b:1}"
    written("new.html", "theme.css", ".seen{b:2}.unseen{b:2}")
    unite(tmp_path)
    assert (tmp_path / SHEET).read_text() == ".seen{b:2}"
    links = [(tmp_path / name).read_text().splitlines()[0] for name in ("old.html", "new.html")]
    assert links[0] == links[1] and SHEET in links[0]
    assert [path.name for path in (tmp_path / "_static").iterdir()] == ["course.css"]
