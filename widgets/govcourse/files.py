"""The files that people take home, their types and names in all hosts; and where the built front end lies."""

from pathlib import Path

STATIC = Path(__file__).resolve().parent / "static"
FONT = "fonts/source-sans-3-latin.woff2"  # what every page needs of the font, below STATIC

MIME = {
    "certificate": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Unavailable(RuntimeError):
    """This machine cannot make such a document; the message says what to do."""


def file_name(activity: str, format: str) -> str:
    """What a document is called."""
    return f"{format}.pdf" if format == "certificate" else f"{activity}.{format}"
