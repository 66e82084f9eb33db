"""What a room asked, in its report: the most wanted first, nothing that was hidden, and nothing of few people."""

from govcourse.documents import cohort, report
from govcourse.kinds.questions import listed
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Table
from govcourse.layout.brand import Brand
from govcourse.store import open_store

PAGE = Page(Brand())


def asked(people, hide=""):
    store = open_store("sqlite://")
    room, _ = store.rooms.add("Room", [1])
    persons = [store.people.add(room.code).id for _ in range(6)]
    for n in range(6):
        id = store.questions.ask(room.code, persons[n % people], f"=Question {n}?", 9, 99)
        for other in persons[:n]:
            store.questions.vote(room.code, id, other, 1)
    all = store.questions.all(room.code)
    store.questions.answer(room.code, all[-1].id, True)
    keys = [one["key"] for one in listed(all, {}) if one["text"] == hide]
    found = cohort.of_room(store, store.rooms.change(room.code, questions_hidden=keys))
    store.close()
    return next(one for one in report.sections(found, PAGE) if one.name == "questions")


def test_questions_stand_in_the_report_with_their_votes_and_whether_they_were_answered():
    section = asked(6, hide="=Question 0?")
    [table] = [block for block in section.blocks if isinstance(block, Table)]
    texts = [row[0] for row in table.rows]
    assert texts[-1] == "=Question 5?" and table.rows[-1][-1] == "answered" and "=Question 0?" not in texts
    assert table.rows[0][1] >= table.rows[1][1]
    [said] = section.sentences
    assert said.startswith("People asked 5 questions; waiting for an answer: 4")


def test_questions_of_few_people_are_only_counted():
    section = asked(4)
    assert not any(isinstance(block, Table) for block in section.blocks) and not section.sentences
    assert "6" in section.blocks[-1].text and "Question 0" not in str(section.blocks)


def test_a_room_in_which_nobody_asked_has_no_such_section():
    store = open_store("sqlite://")
    room, _ = store.rooms.add("Room", [1])
    found = cohort.of_room(store, room)
    assert next(one for one in report.sections(found, PAGE) if one.name == "questions").blocks == []
