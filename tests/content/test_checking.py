"""Every problem in data/ is told once, with its file, and none stops the check."""

import pytest
from govcourse.content import checking


def test_the_data_has_no_problem():
    assert checking.check() == []


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda text: text.replace("minutes: 30", "minutes: 31"), "121 minutes"),
        (lambda text: text + "\nsurprise: 1\n", "surprise: Extra inputs"),
        (lambda text: text.replace("title:", "title: [", 1), "data/sessions/2.yaml:"),
        (lambda text: text.replace("activity: dtca-debrief", "activity: nowhere"), "no activity “nowhere”"),
        (lambda text: "", "valid dictionary"),
    ],
)
def test_a_malformed_file_is_reported_and_does_not_stop_the_check(copied_data, spoil, expected):
    path = copied_data / "sessions" / "2.yaml"
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    problems = checking.check()
    assert any(expected in problem and "sessions/2.yaml" in problem for problem in problems), problems


def test_each_problem_is_reported_once(copied_data):
    path = copied_data / "activities" / "risk-poll.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("questions:", "question:"), encoding="utf-8")
    found = checking.check()
    assert len(found) == len(set(found)) == 2


def test_a_missing_and_a_binary_file_are_reported(copied_data):
    (copied_data / "sdgs.yaml").unlink()
    (copied_data / "glossary.yaml").write_bytes(b"\xff\xfe\x00")
    problems = "\n".join(checking.check())
    assert "data/sdgs.yaml: this file is missing" in problems
    assert "data/glossary.yaml: this file is not UTF-8" in problems


def test_a_feed_that_leads_nowhere_is_reported(copied_data):
    path = copied_data / "activities" / "stakeholders.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("into: sharing", "into: heaven", 1), encoding="utf-8")
    assert "“action-plan” has no part “heaven”" in "\n".join(checking.check())


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("role-of-state", "type: single", "type: open", "other questions have none"),
        ("concepts-check", "right: true, feedback: \"Yes: something", "feedback: \"Yes: something", "0 options are right"),
        ("leading-change", "above below", "above below beside", "no group beside"),
        ("ndp-priorities", "fields: [priority-1, means-1]", "fields: [priority-9]", "does not have"),
        ("change-levels", "type: level, ", "", "must be a level"),
    ],
)  # fmt: skip
def test_an_activity_that_contradicts_itself_is_refused(copied_data, file, old, new, expected):
    path = copied_data / "activities" / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert expected in "\n".join(checking.check())
