"""The static book: built with warnings as errors, complete, linked, and alone."""

import gzip
import html as entities
import io
import json
import re
import zipfile
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup
from govcourse import content
from govcourse.book import asset_pruning, diagrams, measured, pages, scorm
from pypdf import PdfReader

from tests.conftest import SITE


@pytest.fixture(scope="session")
def html(book):
    return book


@pytest.fixture(scope="session")
def sources(html):
    """Every page's text, by its path."""
    return {path.relative_to(html).as_posix(): text(path) for path in sorted(html.rglob("*.html"))}


def text(path):
    return path.read_text(encoding="utf-8")


def plain(words):
    """Without the marks that typography and links change."""
    return "".join(character for character in words if character.isalnum())


def article(page):
    """The words of a page's article."""
    found = re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)
    plain = re.sub(r"<script.*?</script>|<[^>]+>", " ", found[1] if found else "", flags=re.DOTALL)
    return entities.unescape(plain)


def test_the_page_on_speed_shows_what_was_measured_as_a_chart_and_a_table():
    page = pages.MAKERS["how-fast"]()
    measured_last = measured.found()["results"]
    assert measured_last and page.count("<svg ") == 1
    assert all(f"| {row['what']} |" in page for row in measured_last)


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


def test_a_book_whose_kinds_are_all_ours_has_no_script_for_others(html, sources):
    assert not (html / "_static" / "installed.js").exists()
    assert "installed.js" not in sources["notebooks/session-1.html"]


def test_the_reading_list_is_grouped_by_session(html):
    page = text(html / "book" / "reading-list.html")
    for session in range(1, 6):
        assert f"For session {session}" in page
    assert "Transforming our world" in page and "Premortem" in page


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


@pytest.mark.parametrize("name", diagrams.MAKERS)
def test_each_diagram_says_in_words_what_it_shows_and_has_no_colour_of_its_own(name):
    svg = diagrams.MAKERS[name]()
    label = entities.unescape(re.search(r'aria-label="([^"]+)"', svg)[1])
    entries = {
        "principles": content.principles(),
        "pillars": content.pillars().pillars,
        "tools": content.tools().tools,
    }[name]
    assert all(one.title in label for one in entries)
    assert not re.findall(r"#[0-9a-fA-F]{3,6}", svg)


def test_no_page_loads_anything_from_another_host(sources):
    for path, page in sources.items():
        loaded = re.findall(r'<(?:script|img|iframe|source)[^>]+(?:src|href)="((?:https?:)?//[^"]+)', page)
        loaded += [
            tag for tag in re.findall(r'<link[^>]+href="(?:https?:)?//[^>]+>', page) if "canonical" not in tag
        ]
        assert not loaded, (path, loaded)


def test_every_link_leads_to_a_page_and_a_place_that_is_there(html, sources):
    places = {path: set(re.findall(r'\sid="([^"]+)"', page)) for path, page in sources.items()}
    lost = []
    for path, page in sources.items():
        if path in ("search.html", "genindex.html"):
            continue
        for link in re.findall(r'<a\b[^>]*href="([^"]+)"', page):
            address, place = urldefrag(entities.unescape(link))
            if re.match(r"[a-z]+:", address):
                continue
            target = (html / path).parent / unquote(address) if address else html / path
            target = target.resolve().relative_to(html.resolve()).as_posix() if target.exists() else None
            if target is None or (
                place and target.endswith(".html") and unquote(place) not in places[target]
            ):
                lost.append((path, link))
    assert lost == []


def test_the_facilitator_s_guide_is_whole(sources):
    guide = {path: article(page) for path, page in sources.items() if "/facilitators/" in path}
    assert sum(len(words.split()) for words in guide.values()) >= 10_000
    for session in content.sessions():
        page = " ".join(guide[f"book/facilitators/session-{session.number}.html"].split())
        for item in session.agenda:
            assert item.title in page
            for line in item.talk:
                assert plain(line) in plain(page)
    assert "no network" in guide["book/facilitators/index.html"].lower()


def test_cases_lead_to_their_neighbours_and_to_where_they_are_used(html):
    order = pages.in_order()
    page = text(html / "book" / "cases" / f"{order[1].id}.html")
    assert f'href="{order[0].id}.html"' in page and f'href="{order[2].id}.html"' in page
    assert "Use this case in" in page and "#exercise-value-feasibility" in page


def test_a_term_explains_itself_the_first_time_that_a_page_uses_it(html):
    page = text(html / "notebooks" / "session-3.html")
    found = re.findall(r'<a class="gc-term[^"]*" href="([^"]+)" title="([^"]+)">', page)
    assert len(found) > 8 and len({address for address, _ in found}) == len(found)
    assert all("glossary.html#term-" in address for address, _ in found)
    definitions = {one.definition for one in content.glossary()}
    assert all(entities.unescape(title) in definitions for _, title in found)


def test_a_page_tells_search_engines_and_friends_what_it_is(html):
    page = text(html / "book" / "cases" / "medellin.html")
    for name in ("og:title", "og:description", "og:url"):
        assert f'property="{name}"' in page
    assert f"{SITE}/book/cases/medellin.html" in page
    listed = re.findall("<loc>(.*?)</loc>", text(html / "sitemap.xml"))
    assert f"{SITE}/notebooks/session-1.html" in listed and all(one.startswith(SITE) for one in listed)


def test_the_offline_copy_names_every_file_that_a_page_needs(html, sources):
    told = json.loads(re.search(r"const COURSE = (\{.*\});", text(html / "sw.js"))[1])
    assert {path for path in sources if path != "genindex.html"} <= set(told["files"])
    assert told["bytes"] == sum((html / name).stat().st_size for name in told["files"])
    manifest = json.loads(text(html / "manifest.webmanifest"))
    assert manifest["start_url"] == "index.html" and all(
        (html / icon["src"]).exists() for icon in manifest["icons"]
    )


def test_a_first_visit_loads_no_more_than_it_needs(html, sources):
    """What the sheets and scripts of a session's page name, compressed as web hosts send it: at most 350 kB."""
    page = sources["notebooks/session-1.html"]
    named = set(re.findall(r'<(?:script|link)[^>]+(?:src|href)="\.\./([^"?#]+)', page))
    files = [
        html / name
        for name in named
        if (html / name).is_file() and not name.endswith((".html", ".webmanifest"))
    ]
    files += [html / "notebooks" / "session-1.html", html / asset_pruning.FONT]
    size = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert size < 350_000 and "fontawesome.js" not in page
    assert (html / asset_pruning.FONT).stat().st_size < 10_000


def test_a_page_loads_the_scripts_of_what_it_shows_and_no_others(html, sources):
    def scripts(page: str) -> set[str]:
        return set(re.findall(r'<script[^>]* src="(?:[^"]*/)?([^"/?]+)', sources[page]))

    search, copying = (
        {"searchtools.js", "language_data.js", "searchindex.js"},
        {"clipboard.min.js", "copybutton.js"},
    )
    assert scripts("search.html") >= search and not scripts("index.html") & search
    assert scripts("book/about.html") >= copying and not scripts("book/glossary.html") & copying
    sheet = text(html / asset_pruning.SHEET)
    assert ".fa-magnifying-glass:before" in sheet and ".fa-dragon:before" not in sheet


def test_a_page_without_its_needless_scripts_is_letter_for_letter_what_it_was():
    kept = '<!DOCTYPE html>\n<html><body class=plain>{}\n<script src="page.js"></script>\n<p>a&nbsp;b &amp; c</p><svg viewBox="0 0 1 1"></svg>{}</body></html>\n'
    page = kept.format(
        '\n  <script defer src="../_static/scripts/fontawesome.js?digest=1"></script>',
        '\n<script\n src="_static/copybutton.js"></script>',
    )
    parsed = BeautifulSoup(page, "html.parser")
    assert asset_pruning._without(page, asset_pruning._needless(parsed)) == kept.format("", "")


def test_packages_for_learning_platforms_name_all_their_files(html, tmp_path):
    for path in scorm.pack(html, tmp_path):
        with zipfile.ZipFile(path) as package:
            manifest = package.read("imsmanifest.xml").decode()
            listed = {entities.unescape(name) for name in re.findall(r'<file href="([^"]+)"', manifest)}
            assert listed == set(package.namelist()) - {"imsmanifest.xml"}
            assert "book/notebooks/session-1.html" in listed and 'href="launch.html"' in manifest
    with pytest.raises(FileNotFoundError, match="make book"):
        scorm.pack(tmp_path / "nothing", tmp_path)


@pytest.mark.long
def test_the_whole_book_is_one_pdf_with_bookmarks_and_tasks(tmp_path):
    from govcourse.book.print import pdf

    reader = PdfReader(io.BytesIO(pdf(tmp_path / "course.pdf").read_bytes()))
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    for number in range(1, 6):
        assert any(title.startswith(f"Session {number}.") for title in titles)
    assert len(reader.pages) > 120 and reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    words = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert content.instrument().dimensions[0].statements[0].text in words
    assert content.activity("action-plan").instructions[0] in words
