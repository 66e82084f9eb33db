"""What a report may use of a room."""

import io
import json
from contextlib import closing

import pandas as pd
import pytest
from docx import Document
from govcourse import documents, reports
from govcourse.documents import cohort, report
from govcourse.kinds.moderation import key
from govcourse.kinds.report import Page
from govcourse.layout.brand import Brand
from govcourse.store import archive, open_store
from pptx import Presentation
from pypdf import PdfReader

from tests.documents.conftest import SECRET, answers_of

PAGE = Page(Brand())


def test_of_a_room_of_four_nothing_is_shown_in_any_format(small):
    assert small.answers == {} and "dtca" in small.too_few
    word = Document(io.BytesIO(documents.make_report(small, "docx")))
    text = "\n".join(p.text for p in word.paragraphs) + "".join(
        c.text for t in word.tables for r in t.rows for c in r.cells
    )
    pdf = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(documents.make_report(small, "pdf"))).pages
    )
    slides = str(
        [
            shape.text_frame.text
            for s in Presentation(io.BytesIO(documents.make_report(small, "pptx"))).slides
            for shape in s.shapes
            if shape.has_text_frame
        ]
    )
    sheets = pd.read_excel(io.BytesIO(documents.make_report(small, "xlsx")), sheet_name=None)
    for made in (text, pdf, slides, str(sheets)):
        assert SECRET not in made
    assert "too few to be shown" in text and list(sheets) == ["Codebook"]
    assert len(report.sentences(small, PAGE)) == 1


def test_private_exercises_are_in_no_report_even_when_they_are_given():
    answers = {**answers_of(10), "reflection": [{"fields": {"obstacles": SECRET}}] * 10}
    given = cohort.make("Ten", 10, answers, {}, "en", 5)
    assert "reflection" not in given.answers
    assert SECRET not in str(pd.read_excel(io.BytesIO(documents.make_report(given, "xlsx")), sheet_name=None))


def test_a_threshold_can_be_raised_and_not_lowered():
    answers = answers_of(8)
    assert "dtca" in cohort.make("", 8, answers, {}, "en", 1).answers
    assert "dtca" not in cohort.make("", 8, answers, {}, "en", 9).answers
    assert "dtca" not in cohort.make("", 4, answers_of(4), {}, "en", 1).answers


def test_a_note_that_was_hidden_is_in_no_report_of_the_room_its_archive_or_its_country(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    with closing(open_store(url)) as store:
        room, _ = store.rooms.add("", [1])
        store.rooms.change(room.code, country="Kenya")
        people = [store.people.add(room.code).id for _ in range(6)]
        for one in people:
            notes = [{"id": "a", "text": SECRET if one == people[0] else "polite"}]
            store.answers.save(one, "digital-value", {"notes": notes}, 0)
        hidden = key(people[0], "a", SECRET)
        store.rooms.set_activity(room.code, "digital-value", {"hidden": [hidden]})
        found = [cohort.of_room(store, room), cohort.of_archive(archive.export(store, room.code))]
    found.append(reports.country("Kenya", url=url)[0])
    for one in found:
        assert "polite" in str(one.answers) and SECRET not in str(one.answers)


def test_a_room_as_it_was_is_read_from_its_archive(any_archive):
    before = cohort.of_archive(any_archive)
    assert before.people == 6 and cohort.assessed(before)[1]["n"] == 6
    for broken in (
        {},
        [],
        {"tables": {"rooms": []}},
        json.loads('{"tables": {"rooms": [{}], "participants": [], "answers": [{}]}}'),
    ):
        with pytest.raises(ValueError, match="archive"):
            cohort.of_archive(broken)


@pytest.fixture
def any_archive(tmp_path):
    from govcourse.store import open_store
    from govcourse.store.archive import export

    store = open_store(f"sqlite:///{tmp_path / 'a.db'}")
    made, _ = store.rooms.add("Before", [1, 2])
    for answer in answers_of(6)["dtca"]:
        store.answers.save(store.people.add(made.code).id, "dtca", answer, 0)
    yield json.loads(json.dumps(export(store, made.code)))
    store.close()
