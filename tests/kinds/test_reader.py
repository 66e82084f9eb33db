"""How an outline reads an answer; tests/front/outline.test.ts has more, and reader.test.ts compares both."""

import pytest
from govcourse.kinds.outline import at, join
from govcourse.kinds.reader import Reader


def reader(answer, **outline):
    return Reader({"parts": [], "done": [], **outline}, answer, {}, {})


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "✓"), (3.0, "3"), (3.5, "3.5"), (["a", "", None, "b"], "a; b"), (0, "0")],
)
def test_whatever_was_entered_is_read_as_people_write_it(value, text):
    found = reader({"said": value}, parts=[{"lines": [{"text": at("said")}]}]).parts()
    assert [line["text"] for part in found for line in part["lines"]] == [text]


def test_between_two_parts_stands_what_the_language_has_there():
    texts = {"two_parts": "{one}\u00a0; {two}", "name_and_text": "{one}\u00a0: {two}"}
    lines = [{"label": join(at("name"), "A", by=": "), "text": at("all")}]
    read = Reader({"parts": [{"lines": lines}], "done": []}, {"name": "a", "all": ["b", "c"]}, {}, texts)
    assert read.rows() == [("", "a\u00a0: A", "b\u00a0; c")]


@pytest.mark.parametrize("value", [False, None, "", " ", []])
def test_what_says_nothing_is_no_line(value):
    assert reader({"said": value}, parts=[{"lines": [{"text": at("said")}]}]).parts() == []


def test_what_has_no_name_is_offered_to_nobody_and_the_largest_come_first():
    feed = {"each": "items", "id": at("id"), "name": at("name"), "by": at("by")}
    items = [
        {"id": "a", "name": "A", "by": 1},
        {"id": "b", "name": " ", "by": 9},
        {"id": "c", "name": "C", "by": 2},
    ]
    found = reader({"items": items}, feeds=[feed]).offers()
    assert [(one["id"], one["name"]) for one in found] == [("c", "C"), ("a", "A")]


def test_what_goes_along_is_kept_as_it_is_where_it_says_something():
    keeps = {"steps": at("steps"), "owner": at("owner"), "evidence": join(at("why"), at("notes/*"))}
    feed = {"each": "items", "id": at("id"), "name": at("name"), "keeps": keeps}
    steps = [{"id": "s", "step": "Begin", "end": "2027-01-31"}]
    item = {"id": "a", "name": "A", "steps": steps, "owner": " ", "why": "Seen", "notes": {"x": "Counted"}}
    (found,) = reader({"items": [item]}, feeds=[feed]).offers()
    assert found["keeps"] == {"steps": steps, "evidence": "Seen; Counted"}


def test_a_figure_has_the_decimals_of_the_language():
    part = {"lines": [{"text": at("x", places=2)}, {"text": at("x", places=0)}]}
    texts = {"with_decimals": "{one},{two}"}
    read = Reader({"parts": [part], "done": []}, {"x": 0.474}, {}, texts)
    assert [text for _, _, text in read.rows()] == ["0,47", "0"]
