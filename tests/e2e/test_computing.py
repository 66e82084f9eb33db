"""Cells that compute, in each host: a chart is drawn, and follows what one sets, where there is no kernel too."""

import pytest

from tests.e2e.conftest import Book, Lab, Voila

pytestmark = pytest.mark.e2e
CELLS = {5: "A change begins slowly"}


def opened(page, session):
    """The first chart of a session, drawn."""
    chart = page.locator("[data-govcourse-chart]", has_text=CELLS[session])
    chart.wait_for(timeout=60_000)
    chart.scroll_into_view_if_needed()
    chart.locator("svg").first.wait_for()
    return chart


@pytest.mark.parametrize("session", CELLS)
@pytest.mark.parametrize("where", ["voila", "book"])
def test_a_chart_follows_a_slider(where, session, request, context, strangers):
    if where == "voila":
        page = Voila(context, request.getfixturevalue("course")).open("", session)
        page.locator("[data-cell]").first.scroll_into_view_if_needed()
    else:
        page = Book(context, request.getfixturevalue("book_site")).open("", session)
    chart = opened(page, session)
    slider = chart.get_by_role("slider").first
    slider.wait_for()
    line = chart.locator("svg path[aria-roledescription='line mark'], svg .mark-line path").first
    before = line.get_attribute("d")
    slider.focus()
    slider.press("End")
    page.wait_for_function(
        "([line, before]) => line.getAttribute('d') !== before", arg=[line.element_handle(), before]
    )


@pytest.mark.long
@pytest.mark.parametrize("session", CELLS)
def test_jupyterlab_draws_a_chart_by_itself(session, lab, context, strangers):
    page = Lab(context, lab).open("", session)
    page.locator(".jp-RenderedVegaCommon5, .vega-embed").first.locator("svg, canvas").first.wait_for(
        timeout=60_000
    )
