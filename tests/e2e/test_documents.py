"""Work taken home from each host, by its buttons: Word, PDF, rows, slides, a certificate; a report from the console."""

import re

import pytest

from tests.e2e.conftest import Lab
from tests.e2e.helpers import fill, menu, ready, saved, serious
from tests.e2e.test_rooms import Console, join, rate

STARTS = {"docx": b"PK", "pptx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "csv": b"\xef\xbb\xbfPart"}
BUTTONS = {
    "docx": "Take home as a Word document",
    "pdf": "Take home as a page to print (PDF)",
    "pptx": "Take home as slides",
    "csv": "Take home as rows (CSV)",
}


def take(page, exercise, format):
    menu(exercise)
    with page.expect_download(timeout=60_000) as download:
        exercise.get_by_role("button", name=BUTTONS[format]).press("Enter")
    data = download.value.path().read_bytes()
    assert data.startswith(STARTS[format])
    assert download.value.suggested_filename.endswith(f".{format}")
    return data


@pytest.mark.long
@pytest.mark.parametrize(
    "formats", [["docx", "csv"], pytest.param(["pdf", "pptx"], marks=pytest.mark.long)], ids=" ".join
)
def test_in_voila_in_every_format(context, course, formats):
    page = context.new_page()
    page.goto(f"{course}/sessions/3")
    exercise = ready(page, "innovation-lab")
    fill(page, exercise, "innovation-lab")
    saved(exercise)
    for format in formats:
        take(page, exercise, format)


def test_a_document_is_made_while_one_reads_another_page_and_is_found_there(context, course):
    page = context.new_page()
    page.goto(f"{course}/sessions/4")
    exercise = ready(page, "reflection")
    fill(page, exercise, "reflection")
    saved(exercise)
    menu(exercise)
    with page.expect_response(lambda one: one.request.method == "POST" and "/documents/" in one.url):
        exercise.get_by_role("button", name=BUTTONS["docx"]).press("Enter")
    page.goto(f"{course}/work")
    tray = page.get_by_role("complementary", name="Documents")
    with page.expect_download(timeout=60_000) as download:
        tray.get_by_role("button", name="Take it").click(timeout=60_000)
    assert download.value.path().read_bytes().startswith(b"PK")
    assert serious(page, "html") == []


def test_in_the_book_as_rows_without_a_server(context, book_site):
    page = context.new_page()
    page.goto(f"{book_site}/notebooks/session-4.html")
    exercise = ready(page, "reflection")
    fill(page, exercise, "reflection")
    saved(exercise)
    text = take(page, exercise, "csv").decode("utf-8-sig")
    assert "مرحبا" in text and "What are the obstacles?" in text
    menu(exercise)
    assert exercise.get_by_role("button", name=BUTTONS["pdf"]).count() == 0


@pytest.mark.long
@pytest.mark.parametrize(
    ("formats", "reports"),
    [
        (["docx"], {"Ten slides": b"PK", "All rows": b"PK"}),
        (["pdf"], {"Report to go on writing": b"PK", "Report to print": b"%PDF"}),
    ],
    ids=["what is quick", "what takes long"],
)  # fmt: skip
def test_in_a_room_the_participant_takes_the_portfolio_and_the_facilitator_the_report(
    browser, context, course, formats, reports
):
    console = Console(context, course, "Cohort 14")
    console.session(1)
    console.act("Open", "dtca")
    phones = [join(browser, course, console.code) for _ in range(5)]
    for number, phone in enumerate(phones):
        rate(phone, 1 + number % 5)
    console.session(5)
    console.act("Open", "portfolio")
    portfolio = ready(phones[0], "portfolio")
    for format in formats:
        take(phones[0], portfolio, format)
    menu(portfolio)
    portfolio.get_by_role("button", name="Take home the certificate").press("Enter")
    portfolio.get_by_text("Enter the name that should stand on the certificate").wait_for()
    console.view("Report")
    for name, start in reports.items():
        with console.page.expect_download(timeout=60_000) as download:
            console.page.get_by_role("button", name=name).click()
        assert download.value.path().read_bytes().startswith(start)
    for phone in phones:
        phone.context.close()


def test_a_sheet_from_elsewhere_is_looked_at_and_then_taken_over(context, course, tmp_path):
    console = Console(context, course, "Cohort 15")
    console.view("Report")
    sheet = tmp_path / "answers.csv"
    sheet.write_text("respondent,legal-6,legal-7\na,3,4\nb,9,1\n")
    console.page.get_by_label("Choose a sheet").set_input_files(sheet)
    preview = console.page.get_by_role("region", name="What is in the sheet")
    preview.get_by_role("row", name=re.compile("^3 Legal › .* legal-6")).wait_for()
    assert serious(console.page, "html") == []
    preview.get_by_role("button", name="Take over 1").click()
    console.page.get_by_text("Taken over: 1 new").wait_for()
    console.page.get_by_text("1 person in the room").wait_for()


@pytest.mark.long
def test_in_jupyterlab_in_every_format(context, lab):
    page = Lab(context, lab).open("innovation-lab", 3)
    exercise = ready(page, "innovation-lab")
    fill(page, exercise, "innovation-lab")
    saved(exercise)
    for format in BUTTONS:
        take(page, exercise, format)
    # Lab's answers are one learner's: the next test finds none.
    menu(exercise)
    exercise.get_by_role("button", name="Clear all").click()
    exercise.get_by_role("dialog").get_by_role("button").first.click()
    saved(exercise)
