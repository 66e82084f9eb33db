"""The case library in the book: claims that lead to their sources, and figures that say who found them."""

import re

from bs4 import BeautifulSoup
from govcourse import content
from govcourse.book import cases
from govcourse.content.formats import quantity

from tests.book.conftest import text


def page(html, id):
    whole = BeautifulSoup(text(html / "book" / "cases" / f"{id}.html"), "lxml")
    return whole.select_one("article.bd-article")


def test_cases_lead_to_their_neighbours_and_to_where_they_are_used(html):
    order = cases.in_order()
    whole = text(html / "book" / "cases" / f"{order[1].id}.html")
    assert f'href="{order[0].id}.html"' in whole and f'href="{order[2].id}.html"' in whole
    assert "Use this case in" in whole and "#exercise-value-feasibility" in whole


def test_every_case_is_in_the_contents(html):
    index = text(html / "book" / "cases" / "index.html")
    contents = BeautifulSoup(index, "lxml").select_one("nav.bd-links")
    linked = {re.sub(r".*/", "", link["href"]) for link in contents.select("a[href]")}
    assert {f"{id}.html" for id in content.case_ids()} <= linked


def test_every_claim_leads_to_its_sources_on_the_page_and_these_to_their_address(html):
    for case in content.cases():
        shown = page(html, case.id)
        referred = {link["href"] for link in shown.select("a[href*='-source-']")}
        assert referred == {f"#{case.id}-source-{n}" for n in range(1, len(case.bibliography) + 1)}
        assert all(shown.select_one(target) for target in referred)
        addresses = {link["href"] for link in shown.select("a[href^='http']")}
        assert {str(one.url) for one in case.bibliography} <= addresses


def test_results_say_who_found_them(html):
    case = content.case("bangladesh-emutation")
    shown = page(html, case.id).get_text(" ", strip=True)
    labels = content.texts()["cases"]
    for one in case.results:
        assert quantity(one.value, one.unit, "en") in shown and labels[f"evidence_{one.evidence}"] in shown
