"""Charts of rows as every host draws them: what stands beside a bar stands in the picture, however narrow it is."""

import re

import pytest
import vl_convert
from govcourse.jupyter.charts import prepared
from govcourse.layout.charts import bars

NARROWEST = 6  # pixels of a letter at least


@pytest.mark.parametrize("width", [300, 340, 720])
@pytest.mark.parametrize("values", [[64, 17, 0], [-40, 60], [0, 0]])
def test_what_is_said_beside_a_bar_is_not_cut_off_on_a_phone(width, values):
    rows = [
        {"title": f"Cumbersome regulations or procedures {n}", "value": one, "shown": f"{one} ({one} %)"}
        for n, one in enumerate(values)
    ]
    drawn = vl_convert.vegalite_to_svg(prepared(bars(rows).to_dict()) | {"width": width}, vl_version="6.4")
    (left,) = re.findall(r'<g fill="none"[^>]*translate\(([\d.]+),', drawn)
    said = re.findall(r'text-anchor="start" transform="translate\((-?[\d.]+),[^>]*>([^<]+ %\))<', drawn)
    assert len(said) == len(values)
    assert all(float(left) + float(at) + NARROWEST * len(text) <= width for at, text in said)


@pytest.mark.parametrize(
    ("titles", "step"),
    [
        (["Short"] * 3, 40),
        (["Short"] * 9, 32),
        (["Framework of law and of institutions"] * 9, 42),
        (["Long and " * 14] * 2, 76),
    ],
)
def test_a_row_is_as_high_as_its_name_so_that_many_can_be_read_on_a_slide(titles, step):
    rows = [{"title": f"{n} {one}", "value": 1, "shown": "1"} for n, one in enumerate(titles)]
    assert bars(rows).to_dict()["height"] == {"step": step}
