"""What a cell of a room's data shows of a frame: escaped, its first rows, and all of it as a file."""

import base64
import re

import pandas as pd
from govcourse import content
from govcourse.jupyter import showing


def test_a_frame_is_escaped_shows_twenty_rows_and_goes_home_without_formulas():
    frame = pd.DataFrame({"text": ["=HYPERLINK(1)", "<b>bold</b>", None, *["plain"] * 30], "n": pd.array([1, None, 2.5, *range(30)], dtype="Float64")})  # fmt: skip
    frame.attrs["name"] = 'poll"><script>'
    markup = showing.as_table(frame, content.texts()["notebook"])._repr_html_()
    assert markup.count("<tr>") == 21 and "Rows shown: 20 of 33." in markup
    assert "&lt;b&gt;bold" in markup and "<b>" not in markup and "<script>" not in markup
    csv = base64.b64decode(re.search(r"base64,([^\"]+)", markup)[1]).decode("utf-8-sig").splitlines()
    assert csv[:4] == ["text,n", "'=HYPERLINK(1),1", "<b>bold</b>,", ",2.5"] and len(csv) == 34
