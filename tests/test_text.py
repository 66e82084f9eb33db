"""Texts hold only what documents, streams and databases can carry."""

import json

import pytest
from govcourse.text import clean
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\x00b\x01c\x1fd\x7fe\x85f\x9fg", "abcdefg"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("Word\vand\fpage", "Word\nand\npage"),
        ("Windows\r\nand\rMac", "Windows\nand\nMac"),
        ("half \ud83d an emoji \ude00", "half  an emoji "),
        ("a\ufffeb\uffffc\ufdd0d\ufdefe\U0001fffef\U0010ffffg", "abcdefg"),
        ("whole 👩‍👩‍👧 é ü ‏عربي‎ 漢字 \xa0\u200b\ufeff", "whole 👩‍👩‍👧 é ü ‏عربي‎ 漢字 \xa0\u200b\ufeff"),
        ("", ""),
    ],
)
def test_a_text_loses_what_nothing_can_carry_and_keeps_the_rest(given, kept):
    assert clean(given) == kept


@given(st.text(st.characters(exclude_categories=())))
def test_a_cleaned_text_goes_into_xml_and_utf_8_and_is_clean(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    element = etree.Element("a")
    element.text = cleaned
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text in (cleaned, None)
    assert json.loads(json.dumps(cleaned, ensure_ascii=False).encode()) == cleaned
