"""One file into one model: read alike by both loaders, and refused with file, line and field."""

import pytest
import yaml
from govcourse import content
from govcourse.content import loading
from govcourse.content.loading import hold_to_length
from pydantic import BaseModel


@pytest.mark.long
def test_the_data_is_read_alike_by_the_strict_loader_that_needs_no_c():
    files = sorted(content.data().rglob("*.yaml"))
    assert len(files) > 50
    for file in files:
        text = file.read_text(encoding="utf-8")
        try:
            assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, loading.Loader), file
        except yaml.YAMLError as error:
            pytest.fail(f"{file.name}: {error}")


def test_a_wrong_value_is_named_with_file_line_and_field(copied_data):
    path = copied_data / "sessions" / "2.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("minutes: 12", "minutes: twelve"), encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "minutes: 12" in row)
    with pytest.raises(loading.ContentError) as error:
        content.session(2)
    assert f"data/sessions/2.yaml:{line}: agenda.8.minutes" in str(error.value)


class Either(BaseModel):
    one: int | list[int]


def test_a_value_that_no_type_takes_is_shown_where_it_stands():
    with pytest.raises(loading.ContentError) as error:
        loading.validated(Either, {"one": "x"}, "# a comment\none: x\n", "data/either.yaml")
    assert {line for _, line, _, _ in error.value.problems} == {2}


def test_lengths_hold_for_the_source_and_not_for_translations(monkeypatch):
    with pytest.raises(ValueError, match="a note has 2 to 3 words, this one 4"):
        hold_to_length("a note", ["one two", "three four"], 2, 3)
    monkeypatch.setenv("GOVCOURSE_LANGUAGE", "fr")
    hold_to_length("a note", ["un deux", "trois quatre"], 2, 3)
