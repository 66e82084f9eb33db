"""What people take home: documents of one answer, of a portfolio, of a room. What writes a format comes with the first of it."""

from collections.abc import Sequence
from datetime import date

from govcourse import content, kinds
from govcourse.documents.cohort import Cohort
from govcourse.json_types import Json
from govcourse.kinds.report import Page
from govcourse.kinds.reviews import ReviewTold
from govcourse.layout import brand
from govcourse.layout.blocks import Document, Slide
from govcourse.text import cleaned


def _to_read(document: Document, format: str, look: brand.Brand) -> bytes:
    match format:
        case "docx":
            from govcourse.documents import word

            return word.write(document, look)
        case "pdf":
            from govcourse.documents import pdf

            return pdf.write(document, look)
    raise KeyError(f"A document to be read is made as docx or pdf, not as {format}.")


def _slides(made: list[Slide], title: str, look: brand.Brand, language: str) -> bytes:
    from govcourse.documents import slides

    return slides.write(made, title, look, language)


def make(
    activity_id: str, answer: Json, format: str, language: str = "en", reviews: Sequence[ReviewTold] = ()
) -> bytes:
    """One exercise as a file, to be read with what others said of it. `format` is one that `kinds.formats` offers for it."""
    from govcourse.documents import exercise, sheets

    activity, page, answer = content.activity(activity_id), Page(brand.current(), language), cleaned(answer)
    report = kinds.kind(activity_id).report()
    match format:
        case "docx" | "pdf":
            return _to_read(exercise.document(activity_id, answer, page, reviews), format, page.brand)
        case "pptx":
            return _slides(report.slides(activity, answer, page), activity.title, page.brand, language)
        case "xlsx":
            return sheets.xlsx(report.sheets(activity, answer, language), activity.title, language)
        case "csv":
            return sheets.csv_of(report.rows(activity, answer, language))
    raise KeyError(f"“{activity.title}” cannot be made as {format}.")


def make_portfolio(answers: dict[str, Json], format: str, issued: Json, language: str = "en") -> bytes:
    """All of somebody's work as one file, or the certificate: `issued` has `name`, `code`, `date` and `address`."""
    page, answers, issued = Page(brand.current(), language), cleaned(answers), cleaned(issued)
    if format == "certificate":
        from govcourse.documents import certificate

        on = date.fromisoformat(issued["date"])
        return certificate.write(issued["name"], issued["code"], on, issued["address"], page)
    activity = kinds.gathering()
    if activity is None:
        raise KeyError("This course gathers no portfolio.")
    made = kinds.kind(activity.id).report().gathered(activity, answers, page)
    return _to_read(made, format, page.brand)


def make_report(
    cohort: Cohort, format: str, before: Cohort | None = None, others: Sequence[Cohort] = ()
) -> bytes:
    """The report of a room: DOCX and PDF to read, XLSX with all rows, PPTX with ten slides."""
    from govcourse.documents import deck, report, sheets, tables

    look = brand.current()
    match format:
        case "pptx":
            return _slides(deck.slides(cohort, look), cohort.title, look, cohort.language)
        case "xlsx":
            return sheets.xlsx(tables.sheets(cohort), cohort.title, cohort.language)
    return _to_read(report.document(cohort, look, before, list(others)), format, look)
