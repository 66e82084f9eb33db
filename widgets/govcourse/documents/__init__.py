"""What people take home: documents of one answer, of a portfolio, of a room. Imported only when one is asked for."""

from collections.abc import Callable, Sequence
from datetime import date

from govcourse import content, kinds
from govcourse.documents import certificate, exercise, pdf, sheets, slides, word
from govcourse.documents.cohort import Cohort
from govcourse.json_types import Json
from govcourse.kinds.report import Page
from govcourse.kinds.reviews import ReviewTold
from govcourse.layout import brand
from govcourse.layout.blocks import Document
from govcourse.text import cleaned

WRITERS: dict[str, Callable[[Document, brand.Brand], bytes]] = {"docx": word.write, "pdf": pdf.write}


def make(
    activity_id: str, answer: Json, format: str, language: str = "en", reviews: Sequence[ReviewTold] = ()
) -> bytes:
    """One exercise as a file, to be read with what others said of it. `format` is one that `kinds.formats` offers for it."""
    activity, page, answer = content.activity(activity_id), Page(brand.current(), language), cleaned(answer)
    report = kinds.kind(activity_id).report()
    match format:
        case "docx":
            return word.write(exercise.document(activity_id, answer, page, reviews), page.brand)
        case "pdf":
            return pdf.write(exercise.document(activity_id, answer, page, reviews), page.brand)
        case "pptx":
            return slides.write(report.slides(activity, answer, page), activity.title, page.brand, language)
        case "xlsx":
            return sheets.xlsx(report.sheets(activity, answer, language), activity.title, language)
        case "csv":
            return sheets.csv_of(report.rows(activity, answer, language))
    raise KeyError(f"“{activity.title}” cannot be made as {format}.")


def make_portfolio(answers: dict[str, Json], format: str, issued: Json, language: str = "en") -> bytes:
    """All of somebody's work as one file, or the certificate: `issued` has `name`, `code`, `date` and `address`."""
    page, answers, issued = Page(brand.current(), language), cleaned(answers), cleaned(issued)
    if format == "certificate":
        on = date.fromisoformat(issued["date"])
        return certificate.write(issued["name"], issued["code"], on, issued["address"], page)
    activity = kinds.gathering()
    if activity is None:
        raise KeyError("This course gathers no portfolio.")
    made = kinds.kind(activity.id).report().gathered(activity, answers, page)
    return WRITERS[format](made, page.brand)


def make_report(
    cohort: Cohort, format: str, before: Cohort | None = None, others: Sequence[Cohort] = ()
) -> bytes:
    """The report of a room: DOCX and PDF to read, XLSX with all rows, PPTX with ten slides."""
    from govcourse.documents import deck, report, tables

    look = brand.current()
    match format:
        case "pptx":
            return slides.write(deck.slides(cohort, look), cohort.title, look, cohort.language)
        case "xlsx":
            return sheets.xlsx(tables.sheets(cohort), cohort.title, cohort.language)
    return WRITERS[format](report.document(cohort, look, before, list(others)), look)
