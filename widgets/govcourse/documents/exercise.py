"""What one answer says as a document: its lead, then what its kind makes of it."""

from govcourse import content, kinds
from govcourse.json_types import Json
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Block, Document, Text


def document(activity_id: str, answer: Json, page: Page) -> Document:
    activity, texts = content.activity(activity_id), content.texts(page.language)
    sessions = ", ".join(texts["pages"]["session"].format(number=n) for n in activity.sessions)
    found = blocks(activity_id, answer, page, level=1)
    return Document(
        activity.title,
        [Text(activity.lead, "lead"), *(found or [Text(texts["documents"]["empty"])])],
        subtitle=f"{content.course().title} · {sessions}",
        language=page.language,
    )


def blocks(activity_id: str, answer: Json, page: Page, level: int) -> list[Block]:
    """The answer without its title; headings begin at `level`. Nothing for an answer that says nothing."""
    if not answer:
        return []
    return kinds.kind(activity_id).report().blocks(content.activity(activity_id), answer, page, level)
