"""Rooms beside each other."""

import re

from govcourse.documents import cohort, comparison, report
from govcourse.kinds.report import Page
from govcourse.layout.brand import Brand

from tests.documents.conftest import answers_of

PAGE = Page(Brand())


def test_rooms_are_compared_by_means_with_their_sizes_and_the_limits_are_said(room):
    other = cohort.make("Other", 10, answers_of(10), {}, "en", 5)
    few = cohort.make("Few", 3, answers_of(3), {}, "en", 5)
    rows = comparison.scores(room, other, [few], PAGE)
    assert rows[0][0] == "Leadership" and rows[0][3] == "–" and re.fullmatch(r"[+-]\d\.\d", rows[0][4])
    text = "".join(str(block) for block in report.document(room, Brand(), other, [few]).blocks)
    assert "n = 10" in text and "nobody is followed" in text
