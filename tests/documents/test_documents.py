"""Whatever stands in an answer, its documents are made: characters that break XML, colours' names, charts that fail."""

import io
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from docx import Document
from govcourse import content, documents, kinds
from govcourse.documents import cohort, deck, report
from govcourse.layout.blocks import Picture, Text
from govcourse.layout.brand import Brand
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from tests.documents.conftest import answers_of

NASTY = (
    "begun \x00\x01\x1f\x7f\x85\ufffe\uffff\ufdd0\ud800 pasted\x0bfrom Word\x0c var(--x) var(--ink) \\ue000 "
    "<b>&amp;]]></b> =1+1 \u2028\ufeff {{ x }} %s مرحبا 👩‍👩‍👧 \U0001ffff last"
)
ANSWERS = {
    "value-feasibility": {"items": [{"id": "a", "name": NASTY, "x": 20, "y": 80}, {"id": "b", "name": "var(--x)"}]},
    "ndp-priorities": {"fields": {field.id: NASTY for field in content.activity("ndp-priorities").fields}},
    "action-plan": {
        "goals": [{
            "id": "g", "title": NASTY,
            "steps": [{"id": "s", "step": NASTY, "owner": NASTY, "end": "2027-01-01", "kpis": [{"id": "k", "text": NASTY}]}],
        }]
    },
}  # fmt: skip
FORMATS = [(id, format) for id in ANSWERS for format in kinds.formats(id)]


@pytest.fixture(scope="module")
def elsewhere():
    """Another process: what ends it is told as an error here."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield lambda function, *given: pool.submit(function, *given).result(120)


def opened(data, format):
    match format:
        case "docx":
            file = Document(io.BytesIO(data))
            return "".join(node.text or "" for node in file.element.body.iter() if node.tag.endswith("}t"))
        case "pdf":
            return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).replace(
                "\x00", ""
            )
        case "pptx":
            slides = Presentation(io.BytesIO(data)).slides
            return "".join(node.text or "" for one in slides for node in one._element.iter())
        case "xlsx":
            sheets = load_workbook(io.BytesIO(data)).worksheets
            return "".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)
    return data.decode("utf-8-sig")


@pytest.mark.parametrize(("activity", "format"), FORMATS)
def test_what_was_stored_before_texts_were_cleaned_breaks_no_document(elsewhere, activity, format):
    text = opened(elsewhere(documents.make, activity, ANSWERS[activity], format), format)
    assert "begun" in text and "last" in "".join(text.split())


def test_a_portfolio_with_such_a_name_is_made(elsewhere):
    answers = {**ANSWERS, "portfolio": {"name": NASTY}}
    for format in ("docx", "pdf"):
        assert "begun" in opened(elsewhere(documents.make_portfolio, answers, format, {}), format)


@pytest.mark.parametrize("format", ["docx", pytest.param("pdf", marks=pytest.mark.long), "xlsx", "pptx"])
def test_one_participant_s_entry_breaks_no_report_of_their_room(elsewhere, format):
    answers = answers_of(6)
    answers["value-feasibility"] = [ANSWERS["value-feasibility"]] * 6
    answers["action-plan"] = [ANSWERS["action-plan"]] * 6
    answers["dtca"][0]["items"]["legal-6"]["comment"] = NASTY
    given = cohort.make("Room " + NASTY, 6, answers, {"country": NASTY}, "en", 5)
    text = opened(elsewhere(documents.make_report, given, format), format)
    assert "begun" in text


def test_an_answer_is_cleaned_before_it_is_stored():
    stored = kinds.validate("value-feasibility", ANSWERS["value-feasibility"])
    name = stored["items"][0]["name"]
    assert name.startswith("begun  pasted\nfrom Word\n var(--x)") and name.endswith(" last")
    assert not set(name) & set("\x00\x01\x1f\x7f\x85\ufffe\uffff\ufdd0\ud800\U0001ffff")


class Panic(BaseException):
    """As pyo3 raises it."""


def test_a_chart_that_cannot_be_drawn_is_told_in_words_and_the_report_is_made(room, monkeypatch, caplog):
    import vl_convert

    def panics(*_, **__):
        raise Panic("called `Result::unwrap()` on an `Err` value")

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", panics)
    blocks = report.document(room, Brand()).blocks
    assert not any(isinstance(block, Picture) for block in blocks)
    told = [block.text for block in blocks if isinstance(block, Text) and block.name]
    assert len(told) >= 7 and any("The largest gap is in" in text for text in told)
    assert "could not be drawn" in caplog.text
    slides = deck.slides(room, Brand())
    assert slides[4].title.startswith("The largest gap is in") and len(slides) == 10
    polls = slides[6]
    assert polls.points and all("%" in text for _, text in polls.points)
