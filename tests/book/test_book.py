"""The static book: built with warnings as errors, complete, linked, and alone."""

import html as entities
import re
from urllib.parse import unquote, urldefrag

from govcourse import content
from govcourse.content import picture_library

from tests.book.conftest import article, plain, text


def test_sessions_and_cases_have_their_addresses(html):
    for number in range(1, 6):
        assert (html / "notebooks" / f"session-{number}.html").exists()
    for id in content.case_ids():
        assert (html / "book" / "cases" / f"{id}.html").exists()


def test_a_session_holds_its_live_exercises_and_its_objectives(html):
    page = text(html / "notebooks" / "session-1.html")
    assert re.findall(r'data-govcourse-mount="([\w-]+)"', page)[:3] == [
        "pre-test",
        "country-profile",
        "sdg-pitch",
    ]
    assert re.findall(r'data-govcourse-mount="session-evaluation" data-session="(\d)"', page) == ["1"]
    assert content.session(1).objectives[0].text in page
    assert "widget-state" not in page


def test_sessions_show_their_pictures_and_a_case_s_result_its_bars(html):
    shown = [
        id
        for number in range(1, 6)
        for id in re.findall(
            r'<figure class="gc-picture" id="picture-([\w-]+)"',
            text(html / f"notebooks/session-{number}.html"),
        )
    ]
    assert sorted(shown) == list(picture_library.ids())
    page = text(html / "book" / "cases" / "guizhou-poverty.html")
    assert page.count('<figure class="gc-change">') == 1


def test_the_code_of_a_chart_can_be_opened_in_the_edition_s_words(html):
    page = (html / "notebooks/session-5.html").read_text(encoding="utf-8")
    assert "Show the code" in page and "Hide the code" in page and "cell source" not in page


def test_a_book_whose_kinds_are_all_ours_has_no_script_for_others(html, sources):
    assert not (html / "_static" / "installed.js").exists()
    assert "installed.js" not in sources["notebooks/session-1.html"]


def test_the_reading_list_is_grouped_by_session(html):
    page = text(html / "book" / "reading-list.html")
    for session in range(1, 6):
        assert f"Session {session}" in page
    assert "Transforming our world" in page and "Premortem" in page


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
        if path == "search.html":
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
            assert plain(item.title) in plain(page)
            for line in item.talk:
                assert plain(line) in plain(page)
    assert "no network" in guide["book/facilitators/index.html"].lower()
