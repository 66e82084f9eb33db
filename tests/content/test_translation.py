"""What is shown of a translation."""

from govcourse.content import translation


def test_a_translation_that_lost_a_placeholder_is_not_used():
    known = {"{n} people": "personnes", "{n} notes": "{n} notes en français"}
    said = {text: translation.said(text, known) for text in ("{n} people", "{n} notes")}
    assert said == {"{n} people": "{n} people", "{n} notes": "{n} notes en français"}
