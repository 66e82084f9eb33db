"""The poll: how a room's answers are counted."""

import pytest
from govcourse import content, kinds
from govcourse.kinds.moderation import moderated
from govcourse.kinds.poll import rules as poll
from govcourse.kinds.report import Page, RoomAnswers
from govcourse.layout.brand import Brand

from tests.kinds import examples


@pytest.mark.parametrize("example", examples("poll"))
def test_a_poll_is_counted_with_shares_of_those_who_answered(example):
    question = next(q for q in content.activity(example["activity"]).questions if q.id == example["question"])
    found = poll.tally(question, example["given"])
    assert (found["n"], found["texts"]) == (example["n"], example["texts"])
    assert {bar["id"]: [bar["count"], bar["share"]] for bar in found["bars"] if bar["count"]} == example[
        "bars"
    ]


def test_a_scale_is_counted_by_its_steps():
    from govcourse.kinds.poll.activity import Question

    question = Question(id="q", text="How?", type="scale", steps=3, low="badly", high="well")
    found = poll.tally(question, [{"value": 3}, {"value": 3}, {"value": 1}, {}, {"text": "x"}])
    assert found["n"] == 3 and [bar["count"] for bar in found["bars"]] == [1, 0, 2]
    assert sum(bar["share"] for bar in found["bars"]) == pytest.approx(1)


def test_a_question_that_fewer_than_five_answered_shows_the_room_no_bars():
    few, many = {"chosen": ["new-role"]}, [{"answers": {"role": {"chosen": ["new-role"]}}}] * 5
    figures = kinds.figures("role-of-state", [{"answers": {"role": few}}] + [{}] * 4)
    assert kinds.for_room("role-of-state", figures)["questions"]["role"]["bars"] == []
    assert kinds.for_room("role-of-state", kinds.figures("role-of-state", many))["questions"]["role"]["bars"]
    assert kinds.for_room("role-of-state", kinds.figures("role-of-state", many[:4])) == {"n": 4, "too_few": 5}


def test_what_was_written_stands_once_however_it_is_spaced_and_capitalised():
    said = ["Old  law", "old law", " OLD LAW ", "Skills", "old laws"]
    figures = kinds.figures("role-of-state", [{"answers": {"reason": {"text": text}}} for text in said])
    assert [(one["text"], one["votes"], one["group"]) for one in figures["notes"]] == [
        ("Old  law", 3, "reason"),
        ("Skills", 1, "reason"),
        ("old laws", 1, "reason"),
    ]
    assert all(one["texts"] == [] for one in figures["questions"].values())  # nothing past moderation
    assert kinds.for_room("role-of-state", figures)["notes"] == figures["notes"]
    few = [{"answers": {"reason": {"text": "mine"}}}] * 4 + [{"answers": {"role": {"chosen": ["new-role"]}}}]
    assert kinds.for_room("role-of-state", kinds.figures("role-of-state", few))["notes"] == []


def test_notes_stand_in_groups_that_are_called_as_their_questions():
    activity = content.activity("session-evaluation")
    written = kinds.figures(activity.id, [{"answers": {"liked-2": {"text": "The disagreements"}}}])["notes"]
    assert [kinds.kind(activity.id).groups(activity)[one["group"]] for one in written] == ["What I liked"]


def test_what_a_facilitator_hid_is_in_no_room_s_view_and_no_report_whoever_writes_it_again():
    activity = content.activity("role-of-state")
    answers = {
        str(n): {"answers": {"reason": {"text": text}}} for n, text in enumerate(["fine", "Rude", "rude "])
    }
    figures = kinds.figures(activity.id, list(answers.values()))
    rude = next(one for one in figures["notes"] if one["text"] == "Rude")
    settings = {"hidden": [rude["id"]]}
    assert [one["text"] for one in moderated(figures["notes"], settings, facilitator=False)] == ["fine"]
    assert [one["hidden"] for one in moderated(figures["notes"], settings, facilitator=True)] == [True, False]
    shown = kinds.kind(activity.id).shown_answers(activity, answers, settings)
    assert [one["answers"]["reason"]["text"] for one in shown] == ["fine", "", ""]


def test_facilitators_get_a_key_for_each_text_and_what_was_put_together_is_one():
    activity = content.activity("role-of-state")
    key = next(key for key, (question, _) in poll.asked(activity).items() if question.type == "open")
    answers = [
        {"answers": {key: {"text": text}}} for text in ("Trust", "trust ", "Confidence", "Money", "Rules")
    ]
    notes = kinds.figures(activity.id, answers)["notes"]
    ids = {note["text"]: note["key"] for note in moderated(notes, {}, facilitator=True)}
    settings = {"merged": {ids["Confidence"]: ids["Trust"]}}
    [first, *_] = moderated(notes, settings, facilitator=False)
    assert (first["text"], first["votes"], len(first["merged"])) == ("Trust", 3, 1) and "key" not in first
    blocks = kinds.kind(activity.id).report().room(activity, RoomAnswers(answers, 5, settings), Page(Brand()))
    assert "Trust (3)" in str(blocks) and "Confidence" not in str(blocks)
