"""Types say which strings of the data are texts for people."""

from typing import Annotated

import pytest
from govcourse import content
from govcourse.content.for_people import ForPeople, changed
from govcourse.content.models import Id, Text
from govcourse.translate import _data
from pydantic import BaseModel, Field


class Step(BaseModel):
    id: Id
    title: Text
    source: Annotated[Text | None, Field(alias="from")] = None


class Way(BaseModel):
    steps: Annotated[list[Step], Field(min_length=1)]
    names: dict[Id, Text] = {}
    said: Text | dict[str, Text] = ""
    cell: Annotated[str, ForPeople(unless="[a-z]+")] = ""


def louder(shape, value):
    return changed(shape, value, str.upper)


def test_texts_are_changed_wherever_they_stand_and_ids_and_keys_are_not():
    given = {"steps": [{"id": "one", "title": "one", "from": "two"}], "names": {"one": "one"}}
    assert louder(Way, given) == {
        "steps": [{"id": "one", "title": "ONE", "from": "TWO"}],
        "names": {"one": "ONE"},
    }


def test_of_several_types_the_one_that_fits_says_what_is_a_text():
    assert louder(Way, {"said": "one"}) == {"said": "ONE"}
    assert louder(Way, {"said": {"one": "two"}}) == {"said": {"one": "TWO"}}


def test_what_may_be_an_id_or_a_text_is_a_text_unless_it_looks_like_an_id():
    assert louder(Way, {"cell": "connected"}) == {"cell": "connected"}
    assert louder(Way, {"cell": "Connected by law"}) == {"cell": "CONNECTED BY LAW"}


def test_numbers_are_the_same_in_every_language():
    assert louder(Way, {"names": {"one": "1,000–2,000", "two": "2 km"}})["names"] == {
        "one": "1,000–2,000",
        "two": "2 KM",
    }


@pytest.mark.parametrize("value", [None, "way", 3, ["way"], {"steps": {"title": 1}}, {"steps": ["one"]}])
def test_data_that_does_not_fit_stays_as_it_is(value):
    assert louder(Way, value) == value


def test_single_small_words_of_exercises_are_translated_and_ids_of_levels_are_not():
    texts = {one.id for one in _data() if one.id}
    assert {"idea", "stakeholder", "solutions"} <= texts
    grid = content.activity("maturity-grid")
    chosen = {said for cell in grid.example["cells"].values() for said in cell.values() if " " not in said}
    assert chosen and not chosen & texts
