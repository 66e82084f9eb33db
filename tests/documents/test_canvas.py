"""A canvas to take home as slides: what was written, and nothing that breaks the file."""

import io

import pytest
from govcourse import content, documents, kinds
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation


def texts(data):
    return [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for slide in Presentation(io.BytesIO(data)).slides
    ]


@pytest.mark.parametrize(
    ("activity", "count", "minutes"), [("ndp-priorities", 3, 4), ("innovation-lab", 4, 5)]
)
def test_the_slides_hold_every_field_and_the_speaking_time(activity, count, minutes, example):
    data = documents.make(activity, example(activity), "pptx")
    shown = texts(data)
    assert len(shown) == count
    together = "\n".join(text for slide in shown for text in slide)
    for field in content.activity(activity).fields:
        assert field.example in together
    notes = Presentation(io.BytesIO(data)).slides[0].notes_slide.notes_text_frame.text
    assert f"{minutes} minutes" in notes


def test_an_empty_canvas_makes_one_slide_that_says_what_to_do():
    shown = texts(documents.make("innovation-lab", {}, "pptx"))
    assert len(shown) == 1 and content.activity("innovation-lab").empty in shown[0][-1]


def test_only_canvases_with_slides_offer_them():
    assert kinds.documents("innovation-lab") == ["pptx"]
    assert kinds.documents("reflection") == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300) | st.just("=x \x00\x0b\ud800 <a:p>&amp; مرحبا 🙂 " + "Wort" * 2000))
def test_whatever_people_type_the_file_opens(text):
    shown = texts(documents.make("ndp-priorities", {"fields": {"priority-1": text, "team": text}}, "pptx"))
    assert len(shown) == 1
