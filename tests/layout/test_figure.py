"""Pictures that explain: each session has at least four, and each says in words what it shows."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from govcourse import content
from govcourse.content import picture_library
from govcourse.layout.figure import figure
from govcourse.server import session_page


def shown(session):
    text = (content.root() / "notebooks" / f"session-{session}.ipynb").read_text(encoding="utf-8")
    sources = ["".join(cell["source"]) for cell in json.loads(text)["cells"]]
    return [id for source in sources for id in re.findall(r'^picture\("([\w-]+)"\)', source, re.MULTILINE)]


def test_each_session_has_four_pictures_and_each_picture_stands_in_one():
    by_session = [shown(number) for number in range(1, 6)]
    assert min(map(len, by_session)) >= 4
    assert sorted(id for ids in by_session for id in ids) == list(picture_library.ids())


@pytest.mark.parametrize("id", picture_library.ids())
def test_a_picture_has_a_message_what_it_shows_in_words_a_source_and_all_its_fields(id):
    one, made = picture_library.picture(id), BeautifulSoup(figure(id), "html.parser").figure
    assert made.find(id=made["aria-labelledby"]).text == one.message == made.figcaption.text
    assert made.find(id=made["aria-describedby"]).text == one.about
    assert made.select_one(".gc-picture-source").text == one.source
    fields = [item.title for group in one.groups for item in picture_library.items(group)]
    assert fields == [tag.text for tag in made.select("li > b") if "over" not in tag.get("class", [])]
    assert not made.select("[style]"), "a page's policy refuses it"


@pytest.mark.parametrize("number", range(1, 6))
def test_the_server_s_page_has_its_pictures_without_a_kernel(number):
    page = BeautifulSoup(session_page.page(f"session-{number}", "/"), "html.parser")
    assert [made["id"] for made in page.select("figure.gc-picture")] == [
        f"picture-{id}" for id in shown(number)
    ]


def test_what_the_four_fields_of_two_axes_are_is_said_in_each():
    places = BeautifulSoup(figure("value-and-feasibility"), "html.parser").select("li > .gc-picture-about")
    assert [place.text for place in places] == [
        f"Feasibility: {level}, Value: {side}." for level in ("easy", "difficult") for side in ("low", "high")
    ]


def test_an_unknown_picture_is_told_with_those_there_are():
    with pytest.raises(KeyError, match="package-deal"):
        figure("nowhere")
