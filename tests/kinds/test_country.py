"""A country's profile: what may be answered, what it tells a browser, a room and documents."""

import pytest
from govcourse import content, kinds
from govcourse.kinds.answers import AnswerError
from govcourse.kinds.country import chart, rules
from govcourse.kinds.country.activity import Profile
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Table, Text
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import in_words

from tests.kinds import examples

ID = "country-profile"


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({"country": "KENYA"}, "country"),
        ({"country": "XKX"}, "country"),
        ({"country": "ken"}, "country"),
        ({"figures": {"2024": {"egdi": 1.2}}}, "figures.2024.egdi"),
        ({"figures": {"2024": {"egdi": "0.5"}}}, "figures.2024.egdi"),
        ({"figures": {"2024": {"gtmi": 0.5}}}, "figures.2024.gtmi"),
        ({"figures": {"1999": {}}}, "figures.1999"),
        ({"readings": {"nowhere": "x"}}, "readings.nowhere"),
    ],
)
def test_what_is_no_answer_is_refused_with_its_field(answer, field):
    with pytest.raises(AnswerError) as refused:
        kinds.validate(ID, answer)
    assert refused.value.field == field


def test_an_index_that_is_not_the_mean_of_its_parts_is_kept_as_it_was_typed():
    answer = {"country": "KEN", "figures": {"2024": {"egdi": 0.9, "osi": 0.1, "tii": 0.1, "hci": 0.1}}}
    assert kinds.validate(ID, answer) == answer


def test_it_is_told_the_countries_and_what_was_published_and_no_figure_of_a_country():
    spec = kinds.spec(ID)
    assert len(spec["countries"]) == 193
    assert {"id": "FJI", "title": "Fiji", "region": "009", "subregion": "054", "sids": True} in spec[
        "countries"
    ]
    assert spec["groups"]["world"] == "World" and spec["groups"]["014"] == "Eastern Africa"
    assert {one["of"] for one in spec["means"] if one["index"] == "egdi"} <= spec["groups"].keys()
    assert {one["source"] for one in (*spec["means"], *spec["counts"])} <= spec["publications"].keys()


def test_editions_are_read_back_in_order_however_they_were_entered():
    figures = {"2024": {"egdi": 0.5}, "2018": {"osi": 0}, "2022": {}}
    rows = kinds.rows(ID, {"figures": figures})
    assert [row[1] for row in rows] == ["Figures of 2018", "Figures of 2024"]


def test_readings_are_read_back_and_offered_to_the_road_map():
    answer = {
        "country": "CIV",
        "figures": {"2024": {"egdi": 0.5}},
        "readings": {"lag": "Services", "home": " "},
    }
    rows = kinds.rows(ID, answer)
    assert [row[2] for row in rows] == [
        "Côte d'Ivoire",
        "EGDI 0.50, online services –, infrastructure –, human capital –",
        "Services",
    ]
    assert kinds.progress(ID, answer) == (2, 4)
    question = content.activity(ID, Profile).questions[0].title
    assert kinds.reader(ID, answer).offers() == [
        {"id": "lag", "name": "Services", "note": question, "keeps": {}}
    ]
    assert (ID, "context") in content.feeds_of("roadmap")


@pytest.mark.parametrize("example", examples("country"), ids=lambda example: example["says"])
def test_a_room_sees_a_country_from_five_people_on(example):
    answers = [{"country": code} for code, n in example["chosen"].items() for _ in range(n)]
    answers += [{"readings": {"lag": "x"}}] * example["none"]
    assert [list(one) for one in rules.shown(answers)] == example["shown"]


def test_figures_have_no_text_of_anybody():
    answers = [{"country": "KEN", "readings": {"lag": "secret"}, "figures": {"2024": {"egdi": 0.5}}}] * 6
    assert kinds.figures(ID, answers) == {
        "n": 6,
        "countries": [{"id": "KEN", "title": "Kenya", "count": 6}],
    }


def test_the_charts_of_the_view_are_those_of_python():
    assert chart.FILE.read_text(encoding="utf-8") == chart.templates(), "run: make front-end"


def test_documents_show_the_figures_beside_the_world_s_means():
    answer = {"country": "KEN", "figures": {"2024": {"egdi": 0.5, "osi": 0.38}, "2022": {}}}
    page = Page(Brand())
    with in_words():
        said, table, caution = kinds.kind(ID).report().figures(content.activity(ID), answer, page)
    assert isinstance(said, Text) and said.text.startswith("The EGDI of Kenya in 2024 was 0.50.")
    assert isinstance(table, Table) and [row[:3] for row in table.rows] == [
        ["Kenya, 2024", "0.50", "0.38"],
        ["Mean of the world, 2024", "0.64", "0.58"],
    ]
    assert "2022 and 2024" in caution.text
    assert kinds.kind(ID).report().figures(content.activity(ID), {"country": "KEN"}, page) == []


def test_its_charts_run_as_the_edition_does(monkeypatch):
    english = kinds.kind(ID).spec(content.activity(ID))["charts"]
    monkeypatch.setenv("GOVCOURSE_LANGUAGE", "ar")
    arabic = kinds.kind(ID).spec(content.activity(ID))["charts"]
    assert arabic.keys() == english.keys()
    assert all(one["config"]["scale"]["xReverse"] for one in arabic.values())


def test_documents_of_the_example_are_made():
    from govcourse.learner_service import make

    for format in kinds.formats(ID):
        assert make("make", (ID, content.activity(ID).example, format, "en"))
