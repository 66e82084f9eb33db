"""An academy's own look in its book."""

import re

import pytest
from govcourse.book import stylesheets
from govcourse.book.branding import contrast

pytestmark = pytest.mark.long  # a book of its own is built


def test_an_academy_s_name_logo_colour_and_footer_are_on_every_page(arabic):
    for name in ("book/welcome", "notebooks/session-2", "book/cases/medellin"):
        page = (arabic / f"{name}.html").read_text(encoding="utf-8")
        assert "Academy of the North" in page and "1 Harbour Road &lt;North&gt; &amp; South" in page
        assert re.search(r'<img[^>]*src="[^"]*brand-logo\.png"[^>]*alt="Academy of the North', page)
    sheet = (arabic / stylesheets.SHEET).read_text(encoding="utf-8")
    light, dark = re.findall(r"--pst-color-primary: (#\w{6})", sheet)[
        -2:
    ]  # after all others, as it is to count
    assert dark == "#e6b800" and light != dark  # gold is read on black, and darkened on white
    assert contrast(light, "#ffffff") >= 4.5
