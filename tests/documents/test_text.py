"""What stands in a cell or a paragraph, whatever people typed."""

from govcourse.documents.text import cell, plain
from hypothesis import given
from hypothesis import strategies as st


@given(st.text())
def test_no_text_begins_like_a_formula_and_none_breaks_xml(text):
    assert cell(text).lstrip()[:1] not in ("=", "+", "-", "@")
    assert not set(plain(text)) & {chr(n) for n in range(32) if n not in (9, 10, 13)}
