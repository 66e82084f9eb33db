"""The matrix: its arithmetic."""

import pytest
from govcourse import content, documents, kinds
from govcourse.kinds.matrix import rules as matrix

from tests.documents.conftest import text_of
from tests.kinds import examples


@pytest.mark.parametrize("example", examples("matrix"))
def test_a_matrix_adds_up_as_its_arithmetic_says(example):
    activity = content.activity(example["activity"])
    assert kinds.validate(activity.id, example["answer"]) == example["answer"]
    for figure, expected in example["figures"].items():
        found = getattr(matrix, figure)(activity, example["answer"])
        kept = [{key: row[key] for key in expected[0]} for row in found][: len(expected)]
        assert kept == expected


@pytest.mark.parametrize(
    ("activity", "message"),
    [
        ("inclusion-obstacles", "Lack of legal identity weighs most: “It decides”"),
        ("principles-check", "personalised services holds the others back: “Hardly”"),
        ("change-levels", "Organisational change holds the others back: “Slowly”"),
        ("public-value", "Economic value holds the others back: “Destroys some”"),
        ("maturity-grid", "institutional framework: from “Online presence” to “Connected”"),
        ("selection-criteria", "Highest: Mobile team for remote districts (43 / 50)"),
        ("ndp-sdg", "Highest: Small farmers earn enough to stay (5 / 6)"),
    ],
)
def test_the_title_of_a_matrix_names_what_is_worst_or_furthest_from_its_target(activity, message):
    made = documents.make(activity, content.activity(activity).example, "docx")
    assert message in text_of(made, "docx")
