"""Every problem in data/ is told once, with its file, and none stops the check."""

import pytest
from govcourse.content import checking


def test_the_data_has_no_problem():
    assert checking.check() == []


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda text: text.replace("minutes: 12", "minutes: 13"), "121 minutes"),
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


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "activities/stakeholders.yaml",
            "into: sharing",
            "into: heaven",
            "“action-plan” has no part “heaven”",
        ),
        (
            "activities/stakeholders.yaml",
            "to: action-plan",
            "to: nowhere",
            "feeds: there is no activity “nowhere”",
        ),
        (
            "activities/stakeholders.yaml",
            "id: stakeholders",
            "id: others",
            "this is “others”, the file “stakeholders”",
        ),
        ("activities/stakeholders.yaml", "kind: plot", "kind: nothing", "There is no kind “nothing”"),
        ("activities/dtca.yaml", "report: assessment", "report: nowhere", "no section takes “nowhere”"),
        (
            "activities/portfolio.yaml",
            "required: [",
            "required: [nowhere, ",
            "there is no activity “nowhere”",
        ),
        ("instruments/dtca.yaml", "pillars: [", "pillars: [nowhere, ", "there is no “nowhere”"),
        ("instruments/dtca.yaml", "cases: [", "cases: [atlantis, ", "there is no “atlantis”"),
        ("tools.yaml", "activities: [", "activities: [nowhere, ", "there is no activity “nowhere”"),
        ("pictures/five-principles.yaml", "access:", "luck:", "notes: there is no “luck”"),
        ("cases/medellin.yaml", "id: medellin", "id: elsewhere", "this is “elsewhere”, the file “medellin”"),
        ("cases/medellin.yaml", "principles: [", "principles: [luck, ", "there is no principle “luck”"),
    ],
)
def test_a_name_that_leads_nowhere_is_reported_with_its_file(copied_data, file, old, new, expected):
    path = copied_data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [one for one in checking.check() if one.startswith(f"data/{file}") and expected in one]


@pytest.mark.parametrize(
    "file", ["activities/action-plan.yaml", "tools.yaml", "report.yaml", "pillars.yaml", "principles.yaml"]
)
def test_what_names_a_file_that_cannot_be_read_is_not_blamed_for_it(copied_data, file):
    path = copied_data / file
    path.write_text("[", encoding="utf-8")
    assert {problem.split(":")[0] for problem in checking.check()} == {f"data/{file}"}


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
