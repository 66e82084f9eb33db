"""What people take home: documents of one answer, of a portfolio, of a room. Imported only when one is asked for."""

from datetime import date

from govcourse import content
from govcourse.documents import brand, exercises, pdf, portfolio, sheets, slides, word
from govcourse.text import cleaned


def make(activity_id: str, answer: dict, format: str, language: str = "en") -> bytes:
    """One exercise as a file. `format` is one that `kinds.documents` offers for it."""
    activity, look, answer = content.activity(activity_id), brand.current(), cleaned(answer)
    match format:
        case "docx":
            return word.write(exercises.document(activity_id, answer, look, language), look)
        case "pdf":
            return pdf.write(exercises.document(activity_id, answer, look, language), look)
        case "pptx":
            return slides.write(exercises.slides(activity_id, answer, look, language), activity.title, look)
        case "xlsx" if activity.kind == "plan":
            from govcourse.documents.plan import sheets as plan

            return sheets.xlsx(plan(activity, answer, language), activity.title)
        case "xlsx":
            return sheets.xlsx([exercises.sheet(activity_id, answer, language)], activity.title)
        case "csv":
            return sheets.csv_of(exercises.sheet(activity_id, answer, language))
    raise KeyError(f"“{activity.title}” cannot be made as {format}.")


def make_portfolio(answers: dict[str, dict], format: str, issued: dict, language: str = "en") -> bytes:
    """All of somebody's work as one file, or the certificate: `issued` has `name`, `code`, `date` and `address`."""
    look, answers, issued = brand.current(), cleaned(answers), cleaned(issued)
    if format == "certificate":
        on = date.fromisoformat(issued["date"])
        return portfolio.certificate(issued["name"], issued["code"], on, issued["address"], look, language)
    made = portfolio.document(answers, look, language)
    return {"docx": word, "pdf": pdf}[format].write(made, look)


def make_report(cohort, format: str, before=None, others=()) -> bytes:
    """The report of a room: DOCX and PDF to read, XLSX with all rows, PPTX with ten slides."""
    from govcourse.documents import deck, report, tables

    look = brand.current()
    match format:
        case "pptx":
            return slides.write(deck.slides(cohort, look), cohort.title, look)
        case "xlsx":
            return sheets.xlsx(tables.sheets(cohort), cohort.title)
    return {"docx": word, "pdf": pdf}[format].write(report.document(cohort, look, before, list(others)), look)
