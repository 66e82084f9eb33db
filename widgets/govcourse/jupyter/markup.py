"""What stands in a page where an exercise is mounted by the page itself."""

import html

from govcourse.json_types import Json
from govcourse.text import in_script


def place(activity: str, session: int | None = None) -> str:
    """Where a page of the course server mounts an exercise, which it fetches by HTTP."""
    number = f' data-session="{session}"' if session else ""
    return f'<div id="exercise-{html.escape(activity)}" data-govcourse-mount="{html.escape(activity)}"{number}></div>'


def mount(spec: Json, texts: Json, session: int | None = None) -> str:
    """Where a page without kernel starts the exercise: its data, and a title for readers without scripts."""
    place = f' data-session="{session}"' if session else ""
    return (
        f'<div id="exercise-{html.escape(spec["id"])}" data-govcourse-mount="{html.escape(spec["id"])}"{place}>'
        f'<script type="application/json">{in_script({"spec": spec, "texts": texts})}</script>'
        f"<noscript><p><strong>{html.escape(spec['title'])}</strong></p></noscript></div>"
    )
