"""The course's data: complete, consistent, and refused with file, line and field when it is not."""

import re

import pytest
from govcourse import content, discovery, kinds
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
    "singapore-design",
    "lahore-civic-lab",
    "chile-laboratorio",
    "mexico-city-lab",
    "afrilabs",
    "country-x",
    "medellin",
    "curitiba",
    "india-aadhaar",
    "togo-novissi",
    "netherlands-toeslagen",
    "australia-robodebt",
    "us-healthcare-gov",
    "uk-horizon",
    "kenya-huduma",
    "jamaica-nids",
    "sierra-leone-payments",
    "ukraine-prozorro",
    "costa-rica-ransomware",
    "uk-govuk",
    "brazil-pix",
    "ukraine-diia",
    "vanuatu-cyber",
]


def test_every_activity_and_case_of_the_course_map_is_there():
    assert set(ACTIVITIES) <= set(content.activity_ids()) and len(ACTIVITIES) == 35
    assert set(content.case_ids()) == set(CASES) and len(CASES) == 35


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


# Where the texts are of what stands outside exercises: on console and projector, in a room's reviews, what it says out of turn, on a session's page.
PLACE = {
    "results.tsx": "console",
    "review.tsx": "reviews",
    "reviews.ts": "reviews",
    "way.ts": "pages",
    "tray.ts": "pages",
} | dict.fromkeys(("audience.tsx", "audience.ts", "spoken.tsx", "language.ts"), "audience")


def test_every_text_that_a_view_asks_for_is_in_the_catalogue():
    package = content.root() / "widgets" / "govcourse"
    common = set(content.texts()["common"])
    shared = [path for folder in ("ui", "runtime", "kinds") for path in package.glob(f"{folder}/*.ts*")]
    for kind in discovery.modules():
        known = common | set(content.texts()[kind])
        for path in [*package.glob(f"kinds/{kind}/*.ts*"), *shared]:
            source = path.read_text(encoding="utf-8")
            known |= set(content.texts()[PLACE[path.name]]) if path.name in PLACE else set()
            asked = asks(source)
            assert asked <= known, (path.name, asked - known)
    parts = ("common", "notebook", "pages", "reviews", "audience", "console")
    known = {key for part in parts for key in content.texts()[part]}
    for path in package.glob("server/console/*.tsx"):
        asked = asks(path.read_text(encoding="utf-8"))
        assert asked <= known, (path.name, asked - known)


def asks(source):
    """The names of texts that a script asks for."""
    found = set(re.findall(r'(?<![\w.])(?:ex\.)?(?:t|say)\(\s*"([a-z_]+)"', source))
    return found | set(re.findall(r"(?<!\.)\btexts\.([a-z_]+)\b(?!\()", source))


def test_every_session_ends_with_a_check_of_six_to_ten_questions():
    for number in range(1, 6):
        check = content.activity(f"session-{number}-check")
        assert 6 <= check.ask <= 10 and check.origin == "draft"
    types = {q.type for n in range(1, 6) for q in content.activity(f"session-{n}-check").questions}
    assert types == {"single", "multiple", "match", "order", "true-false"}


def test_the_quotations_carry_their_checked_attribution():
    found = {one.id: one.attribution for one in content.quotations()}
    assert "Margaret Mead" in found["mead"] and "Megginson" in found["megginson"]
    assert found["gandhi"] == "attributed to Mahatma Gandhi"


def test_an_activity_asked_for_by_its_model_is_of_that_kind_or_says_what_it_is():
    assert len(content.activity("action-plan", Plan).components) == 7
    with pytest.raises(TypeError, match="“sdg-pitch” is of the kind “sdg”, which is no Plan"):
        content.activity("sdg-pitch", Plan)


def test_the_course_is_the_one_that_is_named_or_the_checkout_or_what_was_installed(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_ROOT", str(tmp_path))
    assert content.root() == tmp_path
    monkeypatch.delenv("GOVCOURSE_ROOT")
    assert (content.root() / "pyproject.toml").exists()
    monkeypatch.setattr(content, "__file__", str(tmp_path / "govcourse" / "content" / "__init__.py"))
    assert content.root() == tmp_path / "govcourse" / "course"


def test_a_course_without_an_assessment_says_so(monkeypatch):
    monkeypatch.setattr(content, "reported", lambda section: [])
    with pytest.raises(KeyError, match="No activity of this course is its assessment"):
        content.assessment()
