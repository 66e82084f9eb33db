"""Every exercise to take home: what was entered is in each file, as text, whatever people typed."""

import csv
import io
import zipfile

import pytest
from govcourse import content, documents, kinds
from govcourse.documents import text
from govcourse.kinds import rows
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.documents.conftest import bare, text_of

ALL = [one.id for one in content.activities() if one.id != "portfolio"]
SLIDES = ["ndp-priorities", "innovation-lab", "action-plan"]
HOSTILE = "=1+1 \x00\x0b\ud800 <w:p>&amp; {{ x }} مرحبا بالعالم 🙂 " + "W" * 10_000


@pytest.mark.parametrize("activity", ALL)
def test_everything_that_was_entered_is_in_the_document_and_in_the_rows(activity, example):
    answer = content.activity(activity).example or {}
    word_text = bare(text_of(documents.make(activity, answer, "docx"), "docx"))
    sheet = list(csv.reader(io.StringIO(documents.make(activity, answer, "csv").decode("utf-8-sig"))))
    said = rows(activity, answer)
    assert len(sheet) == len(said) + 1
    if activity not in ("action-plan", "team-actions", "dtca"):  # they give the same in tables of their own
        for _, label, text in said:
            assert bare(text) in word_text and bare(label) in word_text
    assert bare(content.activity(activity).title) in word_text


@pytest.mark.parametrize(
    "activity", ["dtca", "value-feasibility", "maturity-grid", "design-thinking", "action-plan"]
)
def test_the_pdf_is_tagged_titled_and_says_the_same(activity, example):
    data = documents.make(activity, example(activity), "pdf")
    reader = PdfReader(io.BytesIO(data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"] == "en"
    assert reader.metadata.title == content.activity(activity).title
    text = bare(text_of(data, "pdf"))
    for _, _, said in rows(activity, example(activity))[:5]:
        if activity != "dtca":
            assert bare(said) in text
    assert b"http" not in data.replace(b"http://www.w3.org", b"").replace(
        b"http://ns.adobe.com", b""
    ).replace(b"http://purl.org", b"").replace(b"http://www.aiim.org", b"")


def test_the_formats_are_those_that_the_workshop_asks_for():
    for activity in content.activities():
        offered = kinds.formats(activity.id)
        assert {"docx", "pdf"} <= set(offered)
        assert "pptx" in offered or activity.id not in [*SLIDES, "team-actions"]
    assert "csv" in kinds.formats("reflection") and "certificate" in kinds.formats("portfolio")


@pytest.mark.parametrize("activity", ["reflection", "innovation-lab", "dtca", "action-plan"])
def test_an_empty_answer_gives_files_that_open_and_say_so(activity):
    for format in kinds.formats(activity):
        assert text_of(documents.make(activity, {}, format), format).strip()


@pytest.mark.parametrize("format", ["docx", "pdf", "csv"])
def test_hostile_text_stays_text(format):
    answer = {"fields": {"obstacles": HOSTILE[:3000], "mindset": "=cmd|' /C calc'!A0"}}
    fields = [field.id for field in content.activity("reflection").fields][:2]
    answer = {"fields": dict(zip(fields, answer["fields"].values(), strict=True))}
    data = documents.make("reflection", answer, format)
    text = text_of(data, format)
    assert bare("<w:p>&amp; {{ x }}") in bare(text)
    if format == "csv":
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not any(cell.lstrip()[:1] in ("=", "+", "-", "@") for cell in cells)
    if format == "docx":
        assert "🙂" in text and "W" * 2000 in text
        xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        assert "<w:p>&amp;" not in xml.replace("&lt;w:p&gt;", "")


def test_text_from_right_to_left_is_set_so():
    assert text.rtl("مرحبا") and text.rtl("12 שלום") and not text.rtl("abc مرحبا") and not text.rtl("123")
    fields = content.activity("reflection").fields
    data = documents.make("reflection", {"fields": {fields[0].id: "مرحبا بالعالم"}}, "docx")
    assert "<w:bidi/>" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_photos_stand_in_the_document_with_their_words(example):
    from base64 import b64encode

    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, "JPEG")
    photo = "data:image/jpeg;base64," + b64encode(buffer.getvalue()).decode()
    stage = next(one for one in content.activity("design-thinking").stages if one.form and one.form.photo)
    answer = {"stages": {stage.id: {"forms": [{"id": "f", "photo": photo, "alt": "A red form"}]}}}
    kinds.validate("design-thinking", answer)
    xml = (
        zipfile.ZipFile(io.BytesIO(documents.make("design-thinking", answer, "docx")))
        .read("word/document.xml")
        .decode()
    )
    assert 'descr="A red form"' in xml


@settings(max_examples=8)
@given(st.text(max_size=400))
def test_whatever_people_type_can_be_taken_home_in_every_format(text):
    field = content.activity("innovation-lab").fields[0].id
    for format in kinds.formats("innovation-lab"):
        assert documents.make("innovation-lab", {"fields": {field: text}}, format)
