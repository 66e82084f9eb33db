"""What the course says, as frames: typed, whole, and without giving answers away."""

import pandas as pd
from govcourse import cases, content, kinds, questions, sdgs
from pandas.testing import assert_frame_equal


def test_the_case_library_is_whole_and_typed():
    made = cases()
    assert made["case"].to_list() == list(content.case_ids())
    one = content.case(made.loc[0, "case"])
    assert made.loc[0, ["title", "country", "sources"]].to_list() == [
        one.title,
        one.country,
        len(one.bibliography),
    ]
    assert set(made["contexts"].str.split().explode()) <= {
        "island",
        "federal",
        "fragile",
        "local",
        "low-connectivity",
    }
    assert made.dtypes.astype(str).to_dict()["region"] == "category" and made["region"].notna().all()


def test_each_result_of_a_case_has_its_number_unit_year_evidence_and_source():
    made = cases(results=True)
    said = [(case, result) for case in content.cases() for result in case.results]
    expected = pd.DataFrame(
        {
            "case": pd.array([case.id for case, _ in said], dtype="string"),
            "value": pd.array([result.value for _, result in said], dtype="Float64"),
            "unit": pd.array([result.unit for _, result in said], dtype="string"),
            "year": pd.array([result.year for _, result in said], dtype="string"),
            "before": pd.array(
                [result.before.value if result.before else None for _, result in said], dtype="Float64"
            ),
            "evidence": pd.Categorical(
                [result.evidence for _, result in said], ["independent", "self-reported", "press"]
            ),
        }
    )
    assert_frame_equal(made[list(expected)], expected)
    assert made["source"].notna().all() and made["url"].str.startswith("http").all()


def test_the_goals_are_seventeen_and_their_targets_stand_in_order():
    made, named = sdgs(), sdgs(targets=True)
    assert made["goal"].to_list() == list(range(1, 18)) and made["service_delivery"].dtype == "boolean"
    assert (
        len(named) == made["targets"].sum() + made["indicators"].sum()
        and named["goal"].is_monotonic_increasing
    )


def test_questions_tell_what_is_right_only_when_they_are_asked():
    plain, told = questions(), questions(answers=True)
    assert_frame_equal(plain, told[list(plain)])
    assert {"right", "explanation"} == set(told) - set(plain)
    options, right = questions(options=True), questions(answers=True, options=True)
    assert {"right", "match", "feedback"} == set(right) - set(options)
    asked = options.groupby(["activity", "question"], sort=False)["text"]
    assert asked.apply(
        lambda texts: texts.is_monotonic_increasing
    ).all()  # else an order would be its own answer
    assert plain["options"].sum() == len(options)


def test_what_the_bank_says_is_right_is_right_in_the_exercise():
    for row in questions(answers=True).itertuples():
        if row.type in ("match", "order"):
            given = (
                dict(pair.split("=") for pair in row.right.split())
                if row.type == "match"
                else row.right.split()
            )
        else:
            given = row.right.split()
        said = {"pairs": given} if row.type == "match" else {"chosen": given}
        answer = {"answers": {row.question: said}}
        valid = kinds.validate(row.activity, answer)
        table = kinds.tables(row.activity)[0]
        (made,) = table.rows(valid)
        assert dict(zip([one.name for one in table.columns], made, strict=True))["right"] is True
