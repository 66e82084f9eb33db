"""The course's data: complete, consistent, and refused with file, line and field when it is not."""

import re
import shutil

import pytest
import yaml
from govcourse import content, discovery, kinds
from govcourse.content import checking, loading, models
from govcourse.content.schema import schemas
from govcourse.kinds.plan.activity import Plan

ACTIVITIES = [
    "sdg-pitch",
    "ndp-sdg",
    "role-of-state",
    "concepts-check",
    "case-explorer",
    "digital-value",
    "dtca",
    "dtca-debrief",
    "maturity-grid",
    "principles-check",
    "roadmap",
    "strategic-framework",
    "stakeholders",
    "mindset-action",
    "ndp-priorities",
    "public-value",
    "inclusion-obstacles",
    "design-thinking",
    "labs-value",
    "session-evaluation",
    "innovation-lab",
    "country-x",
    "value-feasibility",
    "selection-criteria",
    "pathway",
    "action-plan",
    "risk-poll",
    "reflection",
    "obstacles-poll",
    "change-levels",
    "leading-change",
    "change-story",
    "creative-tips",
    "team-actions",
    "portfolio",
]
CASES = [
    "seongdong-hyo",
    "portugal-aset",
    "jaboatao-prepara",
    "bangladesh-emutation",
    "botswana-northeast",
    "mongolia-telemedicine",
    "estonia-ebusiness",
    "decide-madrid",
    "paraguay-whatsapp",
    "guizhou-poverty",
    "wfp-building-blocks",
    "madagascar-nutrition",
    "unicef-advocacy",
    "singapore-design",
    "lahore-civic-lab",
    "chile-laboratorio",
    "mexico-city-lab",
    "afrilabs",
    "country-x",
    "medellin",
    "curitiba",
]


@pytest.fixture
def copied_data(tmp_path, monkeypatch):
    """A copy of data/ that a test may spoil."""
    root = tmp_path / "course"
    shutil.copytree(content.data(), root / "data")
    monkeypatch.setenv("GOVCOURSE_ROOT", str(root))
    caches = [value for value in vars(content).values() if hasattr(value, "cache_clear")]
    for cached in caches:
        cached.cache_clear()
    yield root / "data"
    for cached in caches:
        cached.cache_clear()


def test_the_data_is_read_alike_by_the_strict_loader_that_needs_no_c():
    files = sorted(content.data().rglob("*.yaml"))
    assert len(files) > 50
    for file in files:
        text = file.read_text(encoding="utf-8")
        try:
            assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, loading.Loader), file
        except yaml.YAMLError as error:
            pytest.fail(f"{file.name}: {error}")


def test_the_data_has_no_problem():
    assert checking.check() == []


def test_every_activity_and_case_of_the_course_map_is_there():
    assert set(ACTIVITIES) <= set(content.activity_ids()) and len(ACTIVITIES) == 35
    assert set(content.case_ids()) == set(CASES) and len(CASES) == 21


def test_every_session_takes_two_hours_and_says_what_to_prepare():
    for session in content.sessions():
        assert sum(item.minutes for item in session.agenda) == 120
        assert session.preparation and all(task.deadline for task in session.preparation)


def test_a_run_sheet_says_what_to_have_ready_and_what_to_say():
    for session in content.sessions():
        assert session.prepare and all(item.talk for item in session.agenda)


def test_the_assessment_has_six_dimensions_of_five_statements_of_which_two_come_from_the_workshop():
    statements = [one for dimension in content.instrument().dimensions for one in dimension.statements]
    assert [len(dimension.statements) for dimension in content.instrument().dimensions] == [5] * 6
    assert [one.id for one in statements if one.origin == "seed"] == ["leadership-1", "leadership-2"]
    assert all(one.origin == "draft" for one in statements[2:])
    assert "not UN DESA's own instrument" in content.instrument().note


def test_thirteen_goals_bear_on_service_delivery():
    goals = content.goals().goals
    assert [goal.number for goal in goals] == list(range(1, 18))
    assert sum(goal.service_delivery for goal in goals) == 13


def test_reference_lists_are_complete():
    assert len(content.principles()) == 5 and len(content.public_values()) == 7
    assert sum(len(pillar.cells) for pillar in content.pillars().pillars) == 36
    sides = [obstacle.side for obstacle in content.obstacles()]
    assert (sides.count("supply"), sides.count("demand")) == (7, 4)
    assert len(content.glossary()) >= 60


@pytest.mark.parametrize("activity", [one for one in ACTIVITIES])
def test_examples_are_valid_answers(activity):
    found = content.activity(activity)
    if found.example is not None:
        assert kinds.validate(activity, found.example) == found.example


def test_the_schemas_for_editors_are_those_of_the_models():
    for name, text in schemas().items():
        assert (content.data() / "schema" / name).read_text(encoding="utf-8") == text, (
            f"run: make schema ({name})"
        )


def test_each_data_file_names_its_schema():
    for path in content.data().glob("**/*.yaml"):
        if path.parent.name == "texts":
            continue
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert named and (path.parent / named[1]).exists(), path


def test_a_wrong_value_is_named_with_file_line_and_field(copied_data):
    path = copied_data / "sessions" / "2.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("minutes: 30", "minutes: thirty"), encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "minutes: 30" in row)
    with pytest.raises(loading.ContentError) as error:
        content.session(2)
    assert f"data/sessions/2.yaml:{line}: agenda.1.minutes" in str(error.value)


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


def test_a_case_of_the_wrong_length_is_refused():
    case = content.case("medellin").model_dump() | {
        "context": "Too short.",
        "done": "Done.",
        "lesson": "None.",
    }
    with pytest.raises(ValueError, match="300 to 600 words"):
        models.Case.model_validate(case)


def test_every_text_that_a_view_asks_for_is_in_the_catalogue():
    package = content.root() / "widgets" / "govcourse"
    common = set(content.texts()["common"])
    shared = [path for folder in ("ui", "runtime", "kinds") for path in package.glob(f"{folder}/*.ts*")]
    for kind in discovery.modules():
        known = common | set(content.texts()[kind])
        for path in [*package.glob(f"kinds/{kind}/*.ts*"), *shared]:
            source = path.read_text(encoding="utf-8")
            # What a room answered is shown on console and projector, with their texts beside the kind's.
            known |= set(content.texts()["console"]) if path.name == "results.tsx" else set()
            asked = set(re.findall(r'(?<![\w.])(?:ex\.)?(?:t|say)\(\s*"([a-z_]+)"', source))
            asked |= set(re.findall(r"(?<!\.)\btexts\.([a-z_]+)\b(?!\()", source))
            assert asked <= known, (path.name, asked - known)


def test_every_session_ends_with_a_check_of_six_to_ten_questions():
    for number in range(1, 6):
        check = content.activity(f"session-{number}-check")
        assert 6 <= len(check.questions) <= 10 and check.origin == "draft"
    types = {q.type for n in range(1, 6) for q in content.activity(f"session-{n}-check").questions}
    assert types == {"single", "multiple", "match", "order", "true-false"}


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


def test_every_advice_on_a_plan_has_a_text_and_a_reason():
    texts = content.texts()["plan"]
    source = (content.root() / "widgets/govcourse/kinds/plan/rules.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'"((?:step|goal|no|ends|milestone|one)_[a-z_]+)"', source)) - {"one_of"}
    codes |= {f"kpi_no_{part}" for part in ("baseline", "target", "unit", "date")}
    for code in codes:
        assert f"check_{code}" in texts and f"why_{code}" in texts, code


def test_the_quotations_carry_their_checked_attribution():
    found = {one.id: one.attribution for one in content.quotations()}
    assert "Margaret Mead" in found["mead"] and "Megginson" in found["megginson"]
    assert found["gandhi"] == "attributed to Mahatma Gandhi"


def test_an_activity_asked_for_by_its_model_is_of_that_kind_or_says_what_it_is():
    assert len(content.activity("action-plan", Plan).components) == 7
    with pytest.raises(TypeError, match="“sdg-pitch” is of the kind “sdg”, which is no Plan"):
        content.activity("sdg-pitch", Plan)
