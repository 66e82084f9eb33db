"""What a published book has beside its pages."""

import json
import re

from tests.book.conftest import text
from tests.conftest import SITE


def test_a_page_tells_search_engines_and_friends_what_it_is(html):
    page = text(html / "book" / "cases" / "medellin.html")
    for name in ("og:title", "og:description", "og:url"):
        assert f'property="{name}"' in page
    assert f"{SITE}/book/cases/medellin.html" in page
    listed = re.findall("<loc>(.*?)</loc>", text(html / "sitemap.xml"))
    assert f"{SITE}/notebooks/session-1.html" in listed and all(one.startswith(SITE) for one in listed)


def test_the_offline_copy_names_every_file_that_a_page_needs(html, sources):
    told = json.loads(re.search(r"const COURSE = (\{.*\});", text(html / "sw.js"))[1])
    assert set(sources) <= set(told["files"])
    assert told["bytes"] == sum((html / name).stat().st_size for name in told["files"])
    manifest = json.loads(text(html / "manifest.webmanifest"))
    assert manifest["start_url"] == "index.html" and all(
        (html / icon["src"]).exists() for icon in manifest["icons"]
    )
