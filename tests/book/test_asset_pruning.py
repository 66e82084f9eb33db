"""A page loads what it needs."""

import gzip
import re

import lxml.html
from govcourse import content
from govcourse.book import asset_pruning, stylesheets

from tests.book.conftest import text


def test_a_first_visit_loads_no_more_than_it_needs(html, sources):
    """What the sheets and scripts of a session's page name, compressed as web hosts send it: at most 325 KiB."""
    page = sources["notebooks/session-1.html"]
    named = set(re.findall(r'<(?:script|link)[^>]+(?:src|href)="\.\./([^"?#]+)', page))
    files = [
        html / name
        for name in named
        if (html / name).is_file() and not name.endswith((".html", ".webmanifest"))
    ]
    files += [html / "notebooks" / "session-1.html", html / asset_pruning.FONT]
    size = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert size < 325 * 1024 and "fontawesome.js" not in page
    assert (html / asset_pruning.FONT).stat().st_size < 10_000


def test_what_all_exercises_of_a_page_say_stands_in_it_once(html, sources):
    page = sources["notebooks/session-1.html"]
    assert page.count(content.texts()["common"]["clear_question"]) == 1
    assert page.count("data-govcourse-mount") > 9


def test_the_explorer_s_page_asks_for_its_cases_when_a_reader_comes_near(html, sources):
    mount = sources["notebooks/further-cases.html"].split('data-govcourse-mount="case-explorer"')[1]
    assert "case-explorer" not in mount.split("</div>")[0][20:]
    assert (html / "_static" / "exercises" / "case-explorer.js").stat().st_size > asset_pruning.LARGE


def test_a_page_loads_the_scripts_of_what_it_shows_and_no_others(html, sources):
    def scripts(page: str) -> set[str]:
        return set(re.findall(r'<script[^>]* src="(?:[^"]*/)?([^"/?]+)', sources[page]))

    search, copying = (
        {"searchtools.js", "language_data.js", "searchindex.js"},
        {"clipboard.min.js", "copybutton.js"},
    )
    assert scripts("search.html") >= search and not scripts("index.html") & search
    assert scripts("book/about.html") >= copying and not scripts("book/glossary.html") & copying
    assert not re.search(
        r'<script (?!defer)[^>]*src="[^"]*_static', sources["book/about.html"]
    )  # none holds up its sight
    sheet = text(html / stylesheets.SHEET)
    assert ".fa-magnifying-glass:before" in sheet and ".fa-dragon:before" not in sheet


def test_the_theme_is_told_when_what_can_be_scrolled_has_its_size(html):
    script = text(html / asset_pruning.THEME)
    assert script.count(asset_pruning.MEASURED) == script.count(asset_pruning.TOLD) == 1


def test_a_page_knows_from_the_start_whether_it_is_light_or_dark(sources):
    page = sources["notebooks/session-1.html"]
    assert page.count(asset_pruning.KNOWN) == 1 and asset_pruning.UNKNOWN not in page


def test_a_page_without_its_needless_scripts_is_letter_for_letter_what_it_was():
    kept = '<!DOCTYPE html>\n<html><body class=plain>{}\n<script src="page.js"></script>\n<p>a&nbsp;b &amp; c</p><svg viewBox="0 0 1 1"></svg>{}</body></html>\n'
    page = kept.format(
        '\n  <script defer src="../_static/scripts/fontawesome.js?digest=1"></script>',
        '\n<script\n src="_static/copybutton.js"></script>',
    )
    parsed = lxml.html.document_fromstring(page)
    assert asset_pruning._without_needless(page, parsed) == kept.format("", "")
