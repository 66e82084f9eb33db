"""Answers as tidy tables: what each kind's frames are, for its activity's example, for nothing, and for whatever is valid."""

import itertools
import json
import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from govcourse import content, discovery, kinds
from govcourse.json_types import Json
from govcourse.kinds import AnswerError
from govcourse.kinds.room_tables import RoomTable, counted, of_many
from govcourse.kinds.tables import Codebook, Column, Table, codebook, frame
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from tests.kinds.strategies import fitting

# An activity for each kind, and its example's frames: written by `python -m tests.kinds.test_tables`, and read by us.
HELD = Path(__file__).with_name("frames.json")
ACTIVITIES = (
    "pathway", "dtca-debrief", "case-explorer", "selection-criteria", "action-plan", "value-feasibility", "obstacles-poll", "portfolio",
    "session-1-check", "ideas-first", "sdg-pitch", "digital-value", "design-thinking", "country-profile", "plans-that-last", "dtca-together",
)  # fmt: skip
ALL = content.activity_ids()


def frames(id: str, answer: Json) -> dict[str, pd.DataFrame]:
    return {table.name: frame(table.columns, table.rows(answer)) for table in kinds.tables(id)}


def written(made: pd.DataFrame) -> Json:
    """As the file has it: what the course's own data says of a row is left out, as it is read elsewhere."""
    own = made[[name for name in made if not name.endswith(("_title", "_text"))]]
    return {
        "dtypes": own.dtypes.astype(str).to_dict(),
        "rows": json.loads(own.to_json(orient="values", date_format="iso")),
    }


def read(held: Json, like: pd.DataFrame) -> pd.DataFrame:
    columns = list(held["dtypes"])
    rows = pd.DataFrame(held["rows"], columns=columns, dtype=object)
    types = {name: like[name].dtype if type == "category" else type for name, type in held["dtypes"].items()}
    return rows.where(rows.notna(), None).astype(types)


@pytest.mark.parametrize("kind", [name for name in discovery.modules() if name != "dtca"])
def test_the_frames_of_a_kind_are_these_for_its_example(kind):
    held = json.loads(HELD.read_text(encoding="utf-8"))
    id = next((id for id in held if content.activity(id).kind == kind), None)
    assert id, f"name an activity of {kind} in ACTIVITIES, and run: python -m tests.kinds.test_tables"
    held = held[id]
    made = frames(id, content.activity(id).example)
    assert list(made) == list(held)
    for name, one in made.items():
        expected = read(held[name], one)
        assert_frame_equal(one[list(expected)], expected)


def test_the_frames_of_the_assessment_hold_each_response_and_each_target():
    answer, instrument = content.activity("dtca").example, content.instrument()
    said = [
        (dimension.id, one.id, answer["items"][one.id])
        for dimension in instrument.dimensions for one in dimension.statements if one.id in answer["items"]
    ]  # fmt: skip
    dimensions = pd.CategoricalDtype([one.id for one in instrument.dimensions])
    statements = pd.CategoricalDtype([one.id for one in instrument.known])
    expected = pd.DataFrame(
        {
            "dimension": pd.Series([row[0] for row in said], dtype=dimensions),
            "statement": pd.Series([row[1] for row in said], dtype=statements),
            "value": pd.array([row[2].get("value") for row in said], dtype="Int64"),
            "dont_know": pd.array([row[2].get("dont_know", False) for row in said], dtype="boolean"),
            "absent": pd.array([row[2].get("absent", False) for row in said], dtype="boolean"),
            "evidence": pd.array([row[2].get("evidence") for row in said], dtype="string"),
            "comment": pd.array([row[2].get("comment") for row in said], dtype="string"),
        }
    )
    made = frames("dtca", answer)
    assert_frame_equal(made["items"][list(expected)], expected)
    targets = pd.DataFrame(
        {
            "dimension": pd.Series(list(answer["targets"]), dtype=dimensions),
            "target": pd.array(list(answer["targets"].values()), dtype="Int64"),
        }
    )
    assert_frame_equal(made["targets"][list(targets)], targets)


def test_the_assessment_s_frames_keep_what_an_earlier_edition_asked_and_the_invented_ministries():
    old, rated = content.instrument().retired[0], content.instrument().dimensions[0]
    made = frames("dtca", {"items": {old.id: {"value": 2}}, "vignettes": {rated.id: {"low": 1, "own": 3}}})
    assert made["items"]["dimension"].isna().all() and made["items"]["statement"].to_list() == [old.id]
    assert list(zip(made["vignettes"]["rated"], made["vignettes"]["value"], strict=True)) == [
        ("own", 3),
        ("low", 1),
    ]


@pytest.mark.parametrize("activity", ALL)
def test_an_empty_answer_has_an_empty_frame_with_the_same_types(activity):
    for table in kinds.tables(activity):
        empty = frame(table.columns, table.rows({}))
        assert empty.empty and dict(empty.dtypes.astype(str)) == {
            one.name: one.dtype for one in table.columns
        }


@pytest.mark.parametrize("activity", ALL)
def test_every_column_is_named_for_good_and_told_in_words(activity):
    for table in kinds.tables(activity):
        names = [one.name for one in table.columns]
        assert len(set(names)) == len(names) and all(name.isidentifier() and name.islower() for name in names)
        assert all(one.label and one.label != one.name and one.missing for one in table.columns), table.name
        assert {name for one in table.columns for name in one.of} <= set(names)
        read = [one.label for one in table.columns if not one.id]
        assert read and len(set(read)) == len(read), "heads of a workbook's columns differ"


@pytest.mark.parametrize("activity", ALL)
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_valid_becomes_a_frame_of_these_types(activity, data):
    answer = data.draw(fitting(kinds.spec(activity)["schema"]))
    try:
        valid = kinds.validate(activity, answer)
    except AnswerError:
        return
    for table in kinds.tables(activity):
        rows = [tuple(row) for row in table.rows(valid)]
        assert all(len(row) == len(table.columns) for row in rows)
        made = frame(table.columns, rows)
        assert len(made) == len(rows) and list(made.dtypes.astype(str)) == [
            one.dtype for one in table.columns
        ]
        for one in table.columns:
            known = {value for row in rows if (value := row[names(table).index(one.name)]) is not None}
            assert not one.categories or known <= set(one.categories)


def names(table: Table) -> list[str]:
    return [one.name for one in table.columns]


@pytest.mark.parametrize("activity", [id for id in ALL if id not in ("portfolio", "dtca-debrief")])
def test_what_was_answered_before_a_question_went_is_left_out(activity):
    old = {
        "answers": {"gone": {"chosen": ["x"], "checked": True}}, "fields": {"gone": "x"}, "items": {"gone": {"value": 1}}, "cells": {"gone": {"x": "y"}},
        "saved": {"gone": ""}, "weights": {"gone": 1}, "notes": {"gone": "x"}, "stages": {"gone": {}}, "moves": [{"id": "a", "to": "gone"}],
    }  # fmt: skip
    fields = kinds.kind(activity).Answer.model_fields
    shapes = {"items": dict, "notes": dict}
    given = {
        name: value
        for name, value in old.items()
        if name in fields and (name not in shapes or "dict" in str(fields[name].annotation))
    }
    for table in kinds.tables(activity):
        assert not [row for row in map(tuple, table.rows(given)) if "x" in row]


def test_a_day_that_no_calendar_has_is_none():
    made = frame([Column("day", "datetime64[s]", "Day")], [("2026-02-28",), ("2026-02-31",), (None,)])
    assert list(made["day"].isna()) == [False, True, True]


def test_a_codebook_says_of_every_column_what_it_is():
    made = codebook(kinds.tables("value-feasibility")).set_index("column")
    assert made.loc["x", "label"] == "Value" and "0 (low) to 100 (high)" in made.loc["x", "unit"]
    assert (
        made.loc["pilot", "missing"] == "without a pilot"
        and made.loc["quadrant", "values"] == "done, now, postpone, plan"
    )


def test_a_codebook_is_in_the_language_that_is_asked_for():
    french = {one.name: one for one in kinds.tables("value-feasibility", "fr")[0].columns}
    assert french["benefits"].label == "Bénéfices" and list(french) == names(
        kinds.tables("value-feasibility")[0]
    )


# ---- of many people

BOOK = Codebook("poll")
RESPONDENT = BOOK.column("respondent", "Int64")
COLUMNS = (
    Column("question", "string", "Question", key=True),
    Column("value", "Int64", "Value"),
    Column("doubled", "Int64", "Doubled", of=("value",)),
    Column("author", "string", "Author", personal=True),
)
MADE = Table(
    "made", "Made", COLUMNS, lambda answer: [(key, value, value * 2, "Ann") for key, value in answer.items()]
)


def test_what_fewer_gave_to_a_question_is_left_out_with_what_is_worked_out_from_it():
    answers = [{"often": n, "seldom": 100 + n} if n < 4 else {"often": n} for n in range(6)]
    columns, rows = of_many(MADE, answers, RESPONDENT, 5)
    assert [one.name for one in columns] == ["respondent", "question", "value", "doubled"]
    assert rows == [(n + 1, "often", n, 2 * n) for n in range(6)]


def test_a_column_that_fewer_filled_in_is_empty_for_all_and_the_rest_stays():
    columns = (
        Column("text", "string", "Text"),
        Column("pilot", "Int64", "Pilot"),
        Column("worth", "Int64", "Worth", of=("pilot",)),
    )
    table = Table(
        "made", "Made", columns, lambda answer: [(answer["text"], answer.get("pilot"), answer["worth"])]
    )
    answers = [{"text": f"t{n}", "worth": n, **({"pilot": n} if n < 2 else {})} for n in range(7)]
    _, rows = of_many(table, answers, RESPONDENT, 5)
    assert [row[1:] for row in rows] == [(f"t{n}", None, n if n > 1 else None) for n in range(7)]
    # Without those two, four are left whose worth is known.
    _, rows = of_many(table, answers[:6], RESPONDENT, 5)
    assert [row[1:] for row in rows] == [(f"t{n}", None, None) for n in range(6)]


def test_without_a_threshold_nothing_but_names_is_left_out():
    _, rows = of_many(MADE, [{"a": 1}], RESPONDENT)
    assert rows == [(1, "a", 1, 2)]


# ---- how many gave what

COUNTED = [Column("respondent", "Int64", "R"), *(Column(name, "string", name) for name in "abc")]


def counts_of(rows, *columns, activity="risk-poll"):
    return counted(RoomTable(activity, "made", "Made", tuple(COUNTED), rows), *columns)


def by_hand(text):
    """A row for each person, whose letters are what stands in the columns."""
    return [(n, *word) for n, word in enumerate(text.split(), 1)]


def test_values_that_fewer_gave_are_counted_together_with_the_next_rarest_until_they_are_enough():
    rows = by_hand("x.. " * 9 + "y.. " * 6 + "z.. " * 3 + "u.. ")
    assert counts_of(rows, "a") == [("", "x", 9), ("", "others, counted together", 10)]
    assert counts_of(by_hand("x.. " * 9 + "y.. " * 3 + "z.. " * 2), "a") == [("", "x", 9), ("", "others, counted together", 5)]  # fmt: skip
    assert counts_of(by_hand("x.. " * 4), "a") == []


def test_a_group_in_which_fewer_gave_something_is_counted_with_another():
    rows = by_hand("xp. " * 6 + "yp. " * 6 + "xq. " * 7 + "yq. " * 1 + "xr. " * 5 + "yr. " * 8)
    rest = "others, counted together"
    assert counts_of(rows, "a", "b") == [("r", "x", 5), ("r", "y", 8), (rest, "x", 13), (rest, "y", 7)]


def test_one_person_s_many_rows_are_one_person():
    rows = [(1, "x", ".", "."), (1, "x", ".", "."), *by_hand("x.. " * 3), *((n, "y", ".", ".") for n in range(5, 11))]  # fmt: skip
    assert counts_of(rows, "a") == [("", "others, counted together", 11)]


def test_what_was_not_given_counts_as_a_value_and_teams_are_counted_as_they_are():
    rows = [(n, None if n < 6 else "x", ".", ".") for n in range(12)]
    assert counts_of(rows, "a") == [("", "not given", 6), ("", "x", 6)]
    assert counts_of(by_hand("x.. x.. y.."), "a", activity="value-feasibility") == [("", "x", 2), ("", "y", 1)]  # fmt: skip


def test_a_column_that_there_is_not_is_told():
    with pytest.raises(KeyError, match="respondent, a, b, c"):
        counts_of(by_hand("x.. " * 5), "d")


@pytest.mark.parametrize("seed", range(80))
def test_no_number_below_five_follows_from_all_counts_by_subtraction(seed):
    """Each count is an equation over how many people have each combination; none may settle what fewer than five have."""
    chance = random.Random(seed)
    people = [tuple(chance.choice(letters) for letters in ("xy", "xxxyyyzu", "xxxxxyz")) for _ in range(8 + seed)]  # fmt: skip
    rows = [(n, *one) for n, one in enumerate(people)]
    combinations = list(itertools.product("uxyz", repeat=3))
    equations, numbers = [[1.0] * len(combinations)], [len(people)]
    for columns in [*((one, None) for one in "abc"), *itertools.permutations("abc", 2)]:
        made = {(group, value): n for group, value, n in counts_of(rows, *columns)}
        assert all(n >= 5 for n in made.values())
        groups, values = ({key[place] for key in made} for place in (0, 1))
        for group, value in itertools.product(groups, values):  # what is not there is none
            equations.append(
                [
                    float(fits(one, columns[0], value, values) and fits(one, columns[1], group, groups))
                    for one in combinations
                ]
            )
            numbers.append(made.get((group, value), 0))
    told = np.array(equations)
    assert (told @ [people.count(one) for one in combinations]).tolist() == numbers
    known = np.linalg.matrix_rank(told)
    for secret in secrets(people, combinations):
        assert np.linalg.matrix_rank(np.vstack([told, secret])) > known, secret


def fits(combination, column, said, names):
    """Whether who has the combination is in what is `said` of a column, among these names."""
    if column is None:
        return True
    has = combination["abc".index(column)]
    return has == said or (said == "others, counted together" and has not in names)


def secrets(people, combinations):
    """What fewer than five people have: one value, or two."""
    for size in (1, 2):
        for places in itertools.combinations(range(3), size):
            for some in {tuple(one[p] for p in places) for one in people}:
                if sum(tuple(one[p] for p in places) == some for one in people) < 5:
                    yield [float(tuple(one[p] for p in places) == some) for one in combinations]


if __name__ == "__main__":
    found = {
        id: {name: written(one) for name, one in frames(id, content.activity(id).example).items()}
        for id in ACTIVITIES
    }
    HELD.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
