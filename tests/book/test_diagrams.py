"""The diagrams of the book."""

import html as entities
import re

import pytest
from govcourse import content
from govcourse.book import diagrams


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


@pytest.mark.parametrize("name", diagrams.MAKERS)
def test_a_diagram_has_the_attributes_of_svg(name):
    svg = diagrams.MAKERS[name]()
    assert " dir=" not in svg and set(re.findall(r'font-weight="(\w+)"', svg)) <= {"600"}
