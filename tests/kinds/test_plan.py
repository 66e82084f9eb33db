"""The plan: what it is advised on, and who does what."""

import re

import pytest
from govcourse import content, kinds
from govcourse.documents import cohort, deck, report
from govcourse.kinds.plan import rules as plan
from govcourse.kinds.plan.chart import timeline
from govcourse.kinds.report import Page, RoomAnswers
from govcourse.layout.blocks import Picture
from govcourse.layout.brand import Brand

from tests.kinds import examples


@pytest.mark.parametrize("example", examples("plan"))
def test_a_plan_is_advised_on_and_read_by_person(example):
    assert [one["code"] for one in plan.advice(example["answer"])] == example["codes"]
    people = [
        {"name": p["name"], **{role: len(p[role]) for role in ("owns", "does", "supports")}}
        for p in plan.by_person(example["answer"])
    ]
    assert people == example["people"]


def test_every_advice_on_a_plan_has_a_text_and_a_reason():
    texts = content.texts()["plan"]
    source = (content.root() / "widgets/govcourse/kinds/plan/rules.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'"((?:step|goal|no|ends|milestone|one)_[a-z_]+)"', source)) - {"one_of"}
    codes |= {f"kpi_no_{part}" for part in ("baseline", "target", "unit", "date")}
    for code in codes:
        assert f"check_{code}" in texts and f"why_{code}" in texts, code


PAGE = Page(Brand())


def test_the_time_line_s_caption_counts_all_dated_steps_and_not_only_those_that_are_drawn():
    ends = [f"2027-{month:02}-{day:02}" for month in range(6, 10) for day in range(10, 21)][:41]
    steps = [{"id": f"s{n}", "step": "Do", "end": end} for n, end in enumerate(ends)]
    plans = [{"goals": [{"id": "g", "title": "G", "steps": some}]} for some in (steps[:20], steps[20:])]
    given = cohort.make("Plans", 6, {"action-plan": plans}, {}, "en", 5)
    assert max(ends) == "2027-09-17"
    said = "Steps with a date: 41; the last one ends on 17\N{NO-BREAK SPACE}Sept\N{NO-BREAK SPACE}2027"
    blocks = next(one for one in report.sections(given, PAGE) if one.name == "plan").blocks
    figure = next(block for block in blocks if isinstance(block, Picture))
    assert figure.alt == figure.caption == said
    assert blocks[blocks.index(figure) + 1].text == "31 more in the workbook."
    assert deck.slides(given, Brand())[8].title == said


def test_a_plan_without_dates_and_kpis_has_slides_of_its_goals_alone():
    activity, plan = (
        content.activity("action-plan"),
        {"goals": [{"id": "g", "title": "Schools", "steps": [{"id": "s", "step": "Ask"}]}]},
    )
    made = kinds.kind("action-plan").report().slides(activity, plan, PAGE)
    assert made and not [one for one in made if one.table or one.picture] and "Ask" in str(made)


def test_whoever_reviews_a_plan_reads_all_components_that_were_filled_in():
    activity = content.activity("action-plan")
    goal, step, *_ = kinds.kind("action-plan").report().whole(activity, activity.example, "en")
    assert goal["title"].startswith("Goal 1: Every birth") and step["title"] == "Step 1.1"
    labels = [line["label"] for line in step["lines"]]
    assert labels == [one.title for one in activity.components if one.title in labels] and len(labels) > 4
    assert all(line["text"] for line in step["lines"])
    assert kinds.kind("action-plan").report().whole(activity, {}, "en") == []


def test_a_room_without_plans_says_nothing_and_has_no_next_steps():
    activity, report, room = (
        content.activity("action-plan"),
        kinds.kind("action-plan").report(),
        RoomAnswers([{}]),
    )
    assert report.say(activity, room, PAGE, "1") == report.room(activity, room, PAGE) == []
    assert report.room_slides(activity, room, PAGE) == {}


def test_a_kpi_and_a_milestone_that_say_nothing_print_no_signs():
    activity = content.activity("action-plan")
    empty = {"id": "a", "step": "Do", "kpis": [{"id": "k"}], "milestones": [{"id": "m"}]}
    half = {"id": "b", "step": "Then", "kpis": [{"id": "k", "text": "Days", "target": "3"}]}
    answer = {"goals": [{"id": "g", "title": "G", "steps": [empty, half]}]}
    read = kinds.kind(activity.id).report().whole(activity, answer, "en")
    said = [line["text"] for part in read for line in part["lines"]]
    assert said == ["Do", "Then", "Days: ? → 3"]


@pytest.mark.parametrize(
    ("end", "ticks"), [("2027-01-20", 3), ("2027-06-30", 1), ("2027-12-31", 2), ("2029-12-31", 6)]
)
def test_a_time_line_on_paper_names_no_month_twice(end, ticks):
    rows = [{"title": "1.1 Do", "start": "2027-01-04", "end": end, "marks": []}]
    count = timeline(rows).to_dict(validate=False)["layer"][0]["encoding"]["x"]["axis"]["tickCount"]
    assert (count if ticks == 3 else count["step"]) == ticks
