"""The page on speed."""

from govcourse.book import measured, pages


def test_the_page_on_speed_shows_what_was_measured_as_a_chart_and_a_table():
    page = pages.MAKERS["how-fast"]()
    measured_last = measured.found()["results"]
    assert measured_last and page.count("<svg ") == 1
    assert all(f"| {row['what']} |" in page for row in measured_last)
