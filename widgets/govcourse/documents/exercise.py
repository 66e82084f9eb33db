"""What one answer says as a document: its lead, then what its kind makes of it."""

from collections.abc import Sequence

from govcourse import content, kinds
from govcourse.content import formats
from govcourse.content.activity import ActivityBase
from govcourse.json_types import Json
from govcourse.kinds.report import Page
from govcourse.kinds.reviews import ReviewTold
from govcourse.layout.blocks import Block, Document, Fields, Heading, Text


def document(activity_id: str, answer: Json, page: Page, reviews: Sequence[ReviewTold] = ()) -> Document:
    activity, texts = content.activity(activity_id), content.texts(page.language)
    sessions = formats.listed(
        [texts["pages"]["session"].format(number=n) for n in activity.sessions], page.language, ","
    )
    found = blocks(activity_id, answer, page, level=1)
    return Document(
        activity.title,
        [
            Text(activity.lead, "lead"),
            *(found or [Text(texts["documents"]["empty"])]),
            *_reviews(activity, reviews, page),
        ],
        subtitle=f"{content.course().title} · {sessions}",
        language=page.language,
    )


def _reviews(activity: ActivityBase, reviews: Sequence[ReviewTold], page: Page) -> list[Block]:
    """What others of a room said of the work."""
    made: list[Block] = []
    t, good = content.texts(page.language)["reviews"], activity.good or []
    for one in reviews:
        by = t["review_by"].format(team=one["by"]) if one["by"] else t["review_by_person"]
        pairs = [(page.t["review_like"], good[one["level"] - 1])] if 0 < one["level"] <= len(good) else []
        pairs += [
            (t[f"review_{name}"], text)
            for name, text in (("works", one["works"]), ("better", one["better"]))
            if text
        ]
        made += [Heading(by, 2), Fields(pairs)]
    return [Heading(t["review_received"]), *made] if made else []


def blocks(activity_id: str, answer: Json, page: Page, level: int) -> list[Block]:
    """The answer without its title; headings begin at `level`. Nothing for an answer that says nothing."""
    if not answer:
        return []
    return kinds.kind(activity_id).report().blocks(content.activity(activity_id), answer, page, level)
