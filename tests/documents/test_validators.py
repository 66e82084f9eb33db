"""What others' validators say of our files: openxml-audit of Office's schemas, outloud of PDF/UA-1. Nothing."""

import outloud
import pytest
from govcourse import content, documents, kinds
from openxml_audit import OpenXmlValidator

ISSUED = {
    "name": "Ada Okoro",
    "code": "ABCD-EFGH",
    "date": "2026-11-30",
    "address": "https://course.example/verify",
}
EXERCISES = [
    "action-plan",
    *(pytest.param(one, marks=pytest.mark.long) for one in ("dtca", "value-feasibility", "ndp-priorities")),
]


@pytest.fixture(scope="module")
def examples():
    return {one.id: one.example for one in content.in_course_order() if one.example}


@pytest.fixture
def problems(tmp_path):
    """What is wrong with a file of this format, as a validator of others says it."""

    def of(data, format):
        path = tmp_path / f"made.{format}"
        path.write_bytes(data)
        if format == "pdf":
            found = outloud.check(str(path))
            errors = [one.message for one in found.findings if one.severity == "error"]
            return [found.error, *errors] if found.error else errors
        return [one.description for one in OpenXmlValidator(max_errors=50).validate(path).errors]

    return of


@pytest.mark.parametrize(
    "format", ["docx", *(pytest.param(one, marks=pytest.mark.long) for one in ("pdf", "pptx", "xlsx"))]
)
def test_a_room_s_report_is_valid(report, problems, format):
    assert problems(report(format), format) == []


@pytest.mark.parametrize("activity", EXERCISES)
def test_an_exercise_s_documents_are_valid(examples, problems, activity):
    for format in kinds.formats(activity):
        if format != "csv":
            assert problems(documents.make(activity, examples[activity], format), format) == []


@pytest.mark.long
@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_a_portfolio_is_valid(examples, problems, format):
    assert problems(documents.make_portfolio(examples, format, {}), format) == []


def test_a_certificate_is_valid(examples, problems):
    assert problems(documents.make_portfolio(examples, "certificate", ISSUED), "pdf") == []


def test_what_is_written_from_right_to_left_is_valid_too(problems):
    arabic = {"goals": [{"id": "g", "title": "هدف", "steps": [{"id": "s", "step": "خطوة", "owner": "رئيس"}]}]}
    for format in ("docx", "pdf", "pptx"):
        assert problems(documents.make("action-plan", arabic, format), format) == []


def test_a_broken_file_is_found(problems):
    """Else the tests above would say nothing."""
    assert problems(b"%PDF-1.7 nothing", "pdf") and problems(b"nothing", "docx")
