"""A session's page without a kernel: the notebook's text, and its exercises by HTTP, as on a participant's phone."""

import json
import re
from functools import cache
from html import escape

from govcourse import content
from govcourse.host import fragments

EXERCISE = re.compile(r'exercise\("([a-z0-9-]+)"(?:.*?session=(\d))?')
PART = re.compile(r"\b(overview|recap|preparation)\((\d)")


@cache
def page(number: int, base: str) -> str:
    """The HTML of a session; cells that compute something else have no place without a kernel, and say so."""
    path = content.root() / "notebooks" / f"session-{number}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join(
        _cell(cell, base) for cell in cells if "parameters" not in cell["metadata"].get("tags", [])
    )


def _cell(cell: dict, base: str) -> str:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        from nbconvert.filters.markdown import markdown2html

        return str(markdown2html(localised(source, base)))
    if found := EXERCISE.search(source):
        session = f' data-session="{found[2]}"' if found[2] else ""
        title = escape(content.activity(found[1]).title)
        return f'<div id="exercise-{found[1]}" data-govcourse-mount="{found[1]}"{session}><p class="loading">{title}</p></div>'
    if found := PART.search(source):
        return fragments.make(int(found[2]), found[1])
    return f'<p class="note">{escape(content.texts()["pages"]["needs_kernel"])}</p>'


def localised(source: str, base: str) -> str:
    """Markdown whose links into the book lead to this server's own pages."""
    source = re.sub(r"\]\(\.\./book/cases/([a-z0-9-]+)\.md\)", rf"]({base}cases/\1)", source)
    source = re.sub(r"\]\(session-([1-5])\.ipynb(#[^)]*)?\)", rf"]({base}sessions/\1)", source)
    return re.sub(r"\]\(\.\./book/[a-z/-]+\.md(#[^)]*)?\)", rf"]({base})", source)
