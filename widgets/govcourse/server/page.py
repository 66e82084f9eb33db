"""What every HTML page of the server has: its frame and its texts, and errors that are pages too."""

from collections.abc import Sequence
from typing import Any

from govcourse import content, markup
from govcourse.content import review
from govcourse.content.models import Further
from govcourse.files import FONT
from govcourse.server.api import Api
from govcourse.server.errors import as_api_error
from govcourse.server.paths import PAGES

templates = markup.environment(PAGES)
LIBRARY = "cases"  # the further chapter where all cases stand


def further(id: str) -> tuple[int, Further] | None:
    """A further chapter, and the number of the session that leads to it."""
    found = ((session.number, one) for session in content.sessions() for one in session.further)
    return next(((number, one) for number, one in found if one.id == id), None)


def making(texts: dict[str, str]) -> dict[str, str]:
    """What the tray of documents says, of the texts of pages."""
    return {key: words for key, words in texts.items() if key.startswith("making")}


class Page(Api):
    """An HTML page; its errors are pages too."""

    linked = True

    def render_page(
        self, name: str, status: int = 200, language: str = "en", chapters: Sequence[str] = (), **values: Any
    ) -> None:
        """`language` is a room's; "en" is the edition's. `chapters` are shown beside the interface."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        base, language = self.settings["base_url"], content.language() if language == "en" else language
        texts = content.texts(language)["pages"]
        shared = {
            "t": texts,
            "making": making(texts),
            "regions": content.texts(language)["common"],
            "course": content.course(),
            "sessions": content.sessions(),
            "library": found[1] if (found := further(LIBRARY)) else None,
            "case_count": len(content.case_ids()),
            "base": base,
            "font": FONT,
            "language": language,
            "direction": content.direction(language),
            "draft": review.label(language, *chapters),
        }
        self.write(templates.get_template(f"{name}.html").render({**shared, **values}))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        refused = as_api_error(kwargs.get("exc_info", (None, None, None))[1], status_code)
        # What nobody foresaw is told in a page's own words.
        message = None if refused.error["code"] in ("http", "failed") else refused.error["message"]
        self.render_page("error", refused.status, missing=refused.status == 404, message=message)


class NotFound(Page):
    def prepare(self) -> None:
        self.render_page("error", 404, missing=True, message=None)
        self.finish()
