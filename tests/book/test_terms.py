"""Terms that explain themselves."""

import html as entities
import re

from govcourse import content

from tests.book.conftest import text


def test_a_term_explains_itself_the_first_time_that_a_page_uses_it(html):
    page = text(html / "notebooks" / "session-3.html")
    found = re.findall(r'<a class="gc-term[^"]*" href="([^"]+)" title="([^"]+)">', page)
    assert len(found) > 8 and len({address for address, _ in found}) == len(found)
    assert all("glossary.html#term-" in address for address, _ in found)
    definitions = {one.definition for one in content.glossary()}
    assert all(entities.unescape(title) in definitions for _, title in found)
