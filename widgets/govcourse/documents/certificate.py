"""The certificate of completion, as a page."""

from datetime import date

from govcourse import content, kinds
from govcourse.content import formats, review
from govcourse.documents import pdf
from govcourse.kinds.report import Page


def write(name: str, code: str, issued: date, address: str, page: Page) -> bytes:
    """A4 landscape, no emblem; `address` is where the code can be checked, "" for a certificate without one."""
    activity = kinds.gathering()
    if activity is None:
        raise KeyError("This course has no certificate.")
    texts = content.texts(page.language)
    html = pdf.template("certificate.html").render(
        name=name, code=code, issued=formats.written(issued, page.language), address=address, fonts=pdf.fonts(), brand=page.brand, language=page.language, direction_of_all=content.direction(page.language), draft=review.label(page.language),
        rule=activity.certificate, course=content.course(), sessions=content.sessions(),
        t=texts[activity.kind], d=texts["documents"],
    )  # fmt: skip
    return pdf.make(html)
