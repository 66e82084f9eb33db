"""The text of the server's pages. A session as it is before any kernel: the notebook's text, and its exercises by HTTP, as on a participant's phone."""

import json
import re
from functools import cache
from html import escape

from govcourse import content
from govcourse.book import chapters
from govcourse.content import session_parts, translation

IMPORT = r"\s*(?:from govcourse import [\w, ]+\s+)?"
EXERCISE = re.compile(IMPORT + r'exercise\("([a-z0-9-]+)"[^()]*?(?:session=(\d))?\)\s*')
PART = re.compile(IMPORT + r"(overview|recap|preparation)\((\d)[^()]*\)\s*")


@cache
def page(number: int, base: str, kernel: bool = False) -> str:
    """The HTML of a session. Cells that compute something else say that they need a kernel, or wait for theirs."""
    path = content.root() / "notebooks" / f"session-{number}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join(_cell(cell, place, base, kernel) for place, cell in enumerate(cells))


@cache
def first(number: int) -> str | None:
    """The exercise that a session's page shows first."""
    found = re.search('data-govcourse-mount="([^"]+)"', page(number, ""))
    return found and found[1]


def runs(cell: dict) -> bool:
    """Whether a kernel has anything to do for a cell, or the page has all of it."""
    return cell["cell_type"] == "code" and not PART.fullmatch("".join(cell["source"]))


def waits(cell: dict) -> bool:
    """Whether the page waits for what a kernel makes of a cell."""
    hidden = "parameters" in cell["metadata"].get("tags", []) or EXERCISE.fullmatch("".join(cell["source"]))
    return runs(cell) and not hidden


def _cell(cell: dict, place: int, base: str, kernel: bool) -> str:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        from nbconvert.filters.markdown import markdown2html

        return str(markdown2html(localised(translation.markdown(source), base)))
    if waits(cell):
        words = content.texts()["pages"]["loading" if kernel else "needs_kernel"]
        return f'<div data-cell="{place}"><p class="note">{escape(words)}</p></div>'
    if found := EXERCISE.fullmatch(source):
        session = f' data-session="{found[2]}"' if found[2] else ""
        title = escape(content.activity(found[1]).title)
        return f'<div id="exercise-{found[1]}" data-govcourse-mount="{found[1]}"{session}><p class="loading">{title}</p></div>'
    if found := PART.fullmatch(source):
        return session_parts.make(int(found[2]), found[1])
    return ""


@cache
def chapter(name: str) -> tuple[str, str]:
    """A chapter of the book: its title, and its HTML."""
    from nbconvert.filters.markdown import markdown2html

    source = chapters.chapter(name)
    return source.split("\n", 1)[0].removeprefix("# "), str(markdown2html(source))


def localised(source: str, base: str) -> str:
    """Markdown whose links into the book lead to this server's own pages."""
    source = re.sub(r"\]\(\.\./book/cases/([a-z0-9-]+)\.md\)", rf"]({base}cases/\1)", source)
    source = re.sub(r"\]\(session-([1-5])\.ipynb(#[^)]*)?\)", rf"]({base}sessions/\1)", source)
    return re.sub(r"\]\(\.\./book/([a-z-]+)\.md(#[^)]*)?\)", rf"]({base}book/\1\2)", source)
