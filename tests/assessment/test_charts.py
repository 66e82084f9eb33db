"""The charts of a debrief."""


def test_charts_are_pure_functions_of_their_rows():
    from govcourse.assessment import charts as chart

    rows = [{"title": "Legal", "q1": 1, "q3": 3, "median": 2, "target": 4}]
    drawn = chart.dimensions(rows).to_dict()
    assert drawn["data"]["values"] == rows
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["bar", "tick", "point"]
    assert chart.CHARTS.read_text(encoding="utf-8") == chart.templates(), "run: make front-end"
