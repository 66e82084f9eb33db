"""A learner's portfolio as one document, and the certificate as a page."""

from datetime import date

from govcourse import content
from govcourse.content.models import Session
from govcourse.documents import exercises, pdf
from govcourse.documents.blocks import Block, Document, Heading, NewPage, Text
from govcourse.documents.brand import Brand
from govcourse.kinds.answers import words


def document(answers: dict[str, dict], brand: Brand, language: str = "en") -> Document:
    """Everything in course order, with the learner's own notes; what was left out of the portfolio stays out."""
    mine = answers.get("portfolio", {})
    left_out, notes, t = set(mine.get("left_out", [])), mine.get("notes", {}), content.texts(language)
    blocks: list[Block] = []
    for session in content.sessions():
        blocks += _session(session, answers, left_out, notes, brand, language)
    name = words(mine.get("name"))
    facts = [(t["documents"]["name"], name)] if name else []
    return Document(
        content.activity("portfolio").title,
        blocks or [Text(t["documents"]["portfolio_empty"])],
        subtitle=content.course().title,
        language=language,
        cover=True,
        facts=[*facts, (t["documents"]["made"], date.today().isoformat())],
    )


def _session(session: Session, answers, left_out, notes, brand, language) -> list[Block]:
    """The exercises that begin in this session and hold something; a new page for each session."""
    found: list[Block] = []
    for one in content.in_course_order():
        first = min(one.sessions) == session.number
        if not first or one.id in left_out or one.id == "portfolio" or not answers.get(one.id):
            continue
        blocks = exercises.blocks(one.id, answers[one.id], brand, language, level=3)
        if not blocks:
            continue
        found += [
            Heading(one.title, 2),
            *([Text(words(notes[one.id]), "quote")] if words(notes.get(one.id)) else []),
            *blocks,
        ]
    if not found:
        return []
    title = content.texts(language)["pages"]["session"].format(number=session.number)
    return [Heading(f"{title}. {session.title}", 1), *found, NewPage()]


def certificate(
    name: str, code: str, issued: date, address: str, brand: Brand, language: str = "en"
) -> bytes:
    """A4 landscape, no emblem; `address` is where the code can be checked, "" for a certificate without one."""
    rule = content.activity("portfolio").certificate
    html = pdf.template("certificate.html").render(
        name=name, code=code, issued=issued, address=address, brand=brand, language=language, rule=rule,
        course=content.course(), sessions=content.sessions(), t=content.texts(language)["portfolio"],
        d=content.texts(language)["documents"],
    )  # fmt: skip
    return pdf.make(html)
