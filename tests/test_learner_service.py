"""What one learner can ask for, whichever host asks: their work, files of it, and a certificate once it is earned."""

import json

import pytest
from govcourse import content, kinds
from govcourse.kinds import AnswerError
from govcourse.learner_service import FileRefused, LearnerService, read_file, reply
from govcourse.store import Stale, StoreError, open_store


@pytest.fixture
def store():
    opened = open_store("sqlite://")
    yield opened
    opened.close()


@pytest.fixture
def learner(store):
    return LearnerService(store, store.people.add())


def test_an_answers_file_brings_work_to_somebody_else_and_says_what_it_could_not_take(store, learner):
    learner.save("sdg-pitch", {"goal": 4, "pitch": "Every child reads."}, 0)
    file = learner.export()
    file["answers"] |= {"dtca": {"items": {"leadership-1": {"value": 9}}}, "surprise": {}}
    other = LearnerService(store, store.people.add())
    done = other.load(json.dumps(file))
    assert done["imported"] == ["sdg-pitch"]
    assert [one["activity"] for one in done["refused"]] == ["dtca", "surprise"]
    assert other.answers() == {"sdg-pitch": {"goal": 4, "pitch": "Every child reads."}}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no json", "not an answers file"),
        ("[" * 100_000, "not an answers file"),
        ("[]", "not an answers file"),
        ('{"format": "govcourse-answers", "answers": []}', "not an answers file"),
        ('{"format": "govcourse-answers", "version": "1", "answers": {}}', "not an answers file"),
        ('{"format": "govcourse-answers", "version": 2, "answers": {}}', "newer version"),
    ],
)
def test_what_is_no_answers_file_is_refused_in_words(text, words):
    with pytest.raises(FileRefused, match=words):
        read_file(text)


def test_a_team_s_work_is_everybody_s_of_the_team_and_one_s_own_stays_one_s_own(store):
    room, _ = store.rooms.add("Cohort", [4])
    ann, ben = (store.people.add(room.code) for _ in range(2))
    team = store.teams.add(room.code, "Team 1")
    for person in (ann, ben):
        store.teams.move(room.code, person.id, team)
    plan, pitch = (content.activity(id).example for id in ("action-plan", "sdg-pitch"))
    store.answers.save(team, "action-plan", plan, 0)
    store.answers.save(ann.id, "sdg-pitch", pitch, 0)
    of_ann, of_ben = (LearnerService(store, store.people.by_token(one.token)).answers() for one in (ann, ben))
    assert of_ann == {"action-plan": plan, "sdg-pitch": pitch}
    assert of_ben == {"action-plan": plan}


def test_a_certificate_is_issued_to_a_name_once_enough_is_done(learner):
    with pytest.raises(AnswerError) as error:
        learner.certificate(" ")
    assert error.value.field == "name"
    with pytest.raises(AnswerError) as error:
        learner.certificate("Ann Example")
    assert error.value.field == ""
    for one in content.activities():
        if one.example and one.id != kinds.gathering().id:
            learner.save(one.id, one.example, 0)
    made = learner.certificate(" Ann Example ")
    assert made["name"] == "Ann Example" and made["code"]
    assert learner.store.certificates.get(made["code"]).name == "Ann Example"


def test_a_view_is_told_why_something_was_not_done():
    def raises(error):
        def work():
            raise error

        return reply(work)

    assert reply(lambda: {"version": 3}) == {"ok": True, "version": 3}
    assert raises(Stale({"goal": 1}, 4)) == {
        "ok": False,
        "code": "stale",
        "answer": {"goal": 1},
        "version": 4,
    }
    assert raises(AnswerError("goal", "too_large", limit=17)) == {
        "ok": False,
        "code": "invalid",
        "field": "goal",
        "message": "this number must be 17 or less",
        "key": "too_large",
        "values": {"limit": 17},
    }
    assert raises(KeyError("It has no such format."))["message"] == "It has no such format."
    assert raises(StoreError("The disk is full."))["code"] == "failed"
