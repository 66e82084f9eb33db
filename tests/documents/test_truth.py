"""A room's report says what there is: all rows are counted, what is left out is told, and work is signed by whose it is."""

import io
import re
from contextlib import closing

import pytest
from docx import Document
from govcourse import content, documents, kinds, reports
from govcourse.documents import cohort, report
from govcourse.kinds.access import sees
from govcourse.kinds.report import MOST, Page
from govcourse.layout.blocks import Heading, Items, Picture, Table, Text
from govcourse.layout.brand import Brand
from govcourse.store import archive, open_store

PAGE = Page(Brand())
PEOPLE = 40


def made(answers, people=PEOPLE, **given):
    return cohort.make("Room", people, answers, {}, "en", 5, **given)


def said(found):
    return [line for block in report.document(found, Brand()).blocks for line in _lines(block)]


def _lines(block):
    match block:
        case Table(head, rows, caption):
            return [*(str(cell) for row in (head, *rows) for cell in row), caption]
        case Items(items):
            return items
        case Picture(_, alt, caption):
            return [alt, caption]
    return [str(getattr(block, "text", "")), *(text for pair in getattr(block, "pairs", []) for text in pair)]


def of_kind(kind, role):
    return next(one for one in content.in_course_order() if one.kind == kind and one.report == role)


def plan(n):
    return {
        "goals": [
            {"id": "g", "title": f"Goal {n}", "steps": [{"id": "s", "step": f"Step {n}", "end": f"2027-{n % 12 + 1:02}-28"}]}
        ]
    }  # fmt: skip


# For each: answers of 40 with a text of their own each, and what it is shown in.
MANY = {
    "poll": lambda one, n: {"answers": {question.id: _open(question, n) for question in one.questions}},
    "whiteboard": lambda one, n: {"notes": [{"id": f"n{n}", "text": f"Mark {n}."}]},
    "workspace": lambda one, n: {
        "stages": {one.stages[0].id: {"notes": [{"id": f"n{n}", "text": f"Mark {n}.", "chosen": True}]}}
    },
    "canvas": lambda one, n: {"fields": {one.fields[0].id: f"Mark {n}."}},
    "plot": lambda one, n: {"items": [{"id": "a", "name": f"Mark {n}.", "x": 10, "y": 20}]},
    "plan": lambda one, n: {
        "goals": [{"id": "g", "title": "G", "steps": [{"id": "s", "step": f"Mark {n}."}]}]
    },
    "ranking": lambda one, n: {"ranked": [{"id": f"own-{n}", "name": f"Mark {n}."}]},
}


def _open(question, n):
    if question.type == "open":
        return {"text": f"Mark {n}."}
    opened = [option.id for option in question.options if option.open]
    return {"chosen": opened[:1], "text": f"Mark {n}."} if opened else {}


@pytest.mark.parametrize("people", [MOST, MOST + 1, 45])
@pytest.mark.parametrize(
    "activity",
    [one.id for one in content.in_course_order() if one.kind in MANY and one.report and not getattr(one, "each_session", False)],
)  # fmt: skip
def test_what_does_not_fit_into_the_report_is_counted_there(activity, people):
    about = content.activity(activity)
    lines = said(made({activity: [MANY[about.kind](about, n) for n in range(people)]}, people))
    shown = len({mark for line in lines for mark in re.findall(r"Mark \d+\.", line)})
    told = [int(re.match(r"\d+", line)[0]) for line in lines if line.endswith("more in the workbook.")]
    if "Mark" in "".join(lines):
        assert shown + (told[-1] if told else 0) == people


def test_figures_that_are_withheld_are_told_of():
    quiz = of_kind("quiz", "quizzes")
    one = {"answers": {quiz.questions[0].id: {"chosen": ["a"], "checked": True}}}
    two = {"answers": {**one["answers"], quiz.questions[1].id: {"chosen": ["a"], "checked": True}}}
    lines = said(made({quiz.id: [one] * 6 + [two] * 2}))
    left = len(quiz.questions) - 1
    assert f"Not shown, as fewer than 5 people answered them: {left} of {left + 1} questions." in lines
    role = content.assessment()
    lines = said(made({role.id: [{"targets": {"leadership": 4}}] * 8}))
    assert content.texts()["documents"]["too_little"] in lines


def test_every_exercise_of_the_room_is_told_of_and_where_it_is(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    with closing(open_store(url)) as store:
        room, _ = store.rooms.add("", [1, 2, 3, 4, 5])
        from govcourse import rehearsal

        rehearsal.fill(store, room, seed=1, people=12)
        found = cohort.of_room(store, room)
    blocks = report.document(found, Brand()).blocks
    headings = {block.text for block in blocks if isinstance(block, Heading)}
    who = next(block for block in blocks if isinstance(block, Table))
    told = {row[0]: row[2] for row in who.rows}
    rest = " ".join(block.text for block in blocks if isinstance(block, Text) and ": " in block.text)
    sheets = {name for name in documents_sheets(found)}
    for one in content.in_course_order():
        its = kinds.kind(one.id)
        if its.gathers or its.presents:
            continue
        if not sees("facilitator", one) or one.title not in told:
            assert one.title in rest
            continue
        place = told[one.title].split(";")[0]
        texts = content.texts()["documents"]
        if place == texts["in_workbook"]:
            assert any(one.title[:20] in name for name in sheets)
        elif place == texts["own_section"]:
            assert one.title in headings
        else:
            assert place == texts["held_back"] or place in headings


def documents_sheets(found):
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(documents.make_report(found, "xlsx"))).sheetnames


@pytest.fixture
def teams(tmp_path):
    """A room of 12 with two teams of three; three of the other six work alone on what teams do."""
    url = f"sqlite:///{tmp_path / 'course.db'}"
    with closing(open_store(url)) as store:
        room, _ = store.rooms.add("Kenya", [1, 2, 3, 4, 5])
        store.rooms.change(room.code, country="Kenya")
        people = [store.people.add(room.code).id for _ in range(12)]
        field = content.activity("ndp-priorities").fields[0].id
        for n, name in enumerate(("The Ministry", "The Agency")):
            team = store.teams.add(room.code, name)
            for person in people[3 * n : 3 * n + 3]:
                store.teams.move(room.code, person, team)
            store.answers.save(team, "ndp-priorities", {"fields": {field: f"By {name}"}}, 0)
            store.answers.save(team, "action-plan", plan(n), 0)
        yield url, store, room, people[6:], field


def test_a_team_s_work_has_the_team_s_name_in_reports_of_rooms_archives_and_countries(teams):
    url, store, room, _, _ = teams
    before = cohort.of_archive(archive.export(store, room.code))
    for found in (cohort.of_room(store, room), before):
        lines = said(found)
        assert {"The Ministry", "The Agency", "By The Agency"} <= set(lines)
        assert "The Ministry: Goal 0" in lines and not re.search(r"Team \d|One person", "".join(lines))
    assert "The Agency (Kenya)" in said(reports.country("Kenya", url=url)[0])


def test_what_people_gave_alone_to_a_team_s_exercise_is_no_team_s_and_shown_from_five_on(teams):
    _, store, room, alone, field = teams
    for n, person in enumerate(alone[:4]):
        store.answers.save(person, "ndp-priorities", {"fields": {field: f"Alone {n}"}}, 0)
    lines = said(cohort.of_room(store, room))
    assert "Alone" not in "".join(line for line in lines if line.startswith("Alone"))
    assert any("4 given without a team are too few to be shown" in line for line in lines)
    store.answers.save(alone[4], "ndp-priorities", {"fields": {field: "Alone 4"}}, 0)
    lines = said(cohort.of_room(store, room))
    assert {"One person, 5", "Alone 4", "The Agency"} <= set(lines) and "without a team" not in "".join(lines)


def test_heads_of_tables_are_as_wide_as_their_longest_word(room):
    from govcourse.documents.text import ROOM, shares

    for block in report.document(room, Brand()).blocks:
        if isinstance(block, Table):
            for head, share in zip(block.head, shares([block.head, *block.rows]), strict=True):
                assert share * ROOM >= max(map(len, str(head).split()), default=0) + 1, head


def test_the_word_file_of_a_room_holds_the_same(teams):
    _, store, room, _, _ = teams
    file = Document(io.BytesIO(documents.make_report(cohort.of_room(store, room), "docx")))
    assert "The Ministry" in [paragraph.text for paragraph in file.paragraphs]
