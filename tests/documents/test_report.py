"""The report of a room: its summary rests on figures, too few people are held back everywhere, and the files can be edited."""

import re

from govcourse.documents import cohort, report
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Table
from govcourse.layout.brand import Brand

PAGE = Page(Brand())


def test_every_sentence_of_the_summary_has_a_figure_of_its_section(room):
    said = report.sentences(room, PAGE)
    headings = {one.text for one in report.document(room, Brand()).blocks if type(one).__name__ == "Heading"}
    assert len(said) >= 8
    for sentence in said:
        assert re.search(r"\d", sentence)
        assert re.search(r"\(see “(.+)”\)\.$", sentence)[1] in headings


def test_the_summary_s_figures_are_those_of_the_room(room):
    _, found = cohort.assessed(room)
    low = min(found["dimensions"], key=lambda row: row["score"])
    said = "\n".join(report.sentences(room, PAGE))
    assert f"lowest {low['title']} with {low['score']:.1f}" in said and said.startswith(
        "People who took part: 30"
    )


def test_what_a_facilitator_hid_stays_out_and_what_was_merged_stands_together(room):
    notes = [{"notes": [{"id": f"n{n}", "text": f"Note {n}"}]} for n in range(6)]
    settings = {"digital-value": {"hidden": ["n1"], "merged": {"n2": "n0"}}}
    given = cohort.make("", 6, {"digital-value": notes}, {}, "en", 5, settings)
    boards = next(one for one in report.sections(given, PAGE) if one.name == "boards")
    rows = next(block for block in boards.blocks if isinstance(block, Table)).rows
    assert "Note 1" not in str(rows) and rows[0][0] == "Note 0\nNote 2"
