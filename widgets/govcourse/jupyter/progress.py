"""A learner's journey as a list of notebooks, for the page with which JupyterLab opens."""

from html import escape

from govcourse import content
from govcourse.kinds.journey import ChapterSeen, Journey


def shown(journey: Journey, language: str = "en") -> str:
    """HTML: with what to go on, and how much of each chapter is done."""
    t = content.texts(language)["notebook"]
    chapters = "".join(
        f"<li>{_link(one['page'], _title(one, t))}<br>"
        f"<small>{escape(t['answers_done'].format(done=one['done'], all=len(one['exercises'])))}</small></li>"
        for one in journey["chapters"]
    )
    return f'<div class="gc-fragment">{_next(journey, t)}<ul>{chapters}</ul></div>'


def _next(journey: Journey, t: dict[str, str]) -> str:
    if "next" not in journey or not journey["done"] + journey["begun"]:
        return ""
    link = _link(journey["next_page"], journey["next"]["title"])
    return f"<p>{escape(t['go_on'])} {link}</p>"


def _title(one: ChapterSeen, t: dict[str, str]) -> str:
    session = f"{t['session'].format(number=one['session'])}. " if one["page"].startswith("sessions/") else ""
    return session + one["title"]


def _link(page: str, title: str) -> str:
    name = page.replace("sessions/", "session-").replace("further/", "further-")
    return f'<a href="{escape(name)}.ipynb">{escape(title)}</a>'
