"""The text of the server's pages. A session or a further chapter as it is without a kernel: the notebook's text, its exercises, places for what computes."""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from typing import Any, NamedTuple

import nbformat
from typing_extensions import TypedDict

from govcourse import content, kinds
from govcourse.book import chapters
from govcourse.content import session_parts, translation
from govcourse.json_types import Json
from govcourse.kinds.journey import ExerciseSeen
from govcourse.layout import folded
from govcourse.layout.case_cards import cards
from govcourse.layout.figure import figure

IMPORT = r"\s*(?:from govcourse import [\w, ]+\s+)?"
EXERCISE = re.compile(IMPORT + r'exercise\("([a-z0-9-]+)"[^()]*?(?:session=(\d))?\)\s*')
PART = re.compile(IMPORT + r"(overview|recap|preparation)\((\d)[^()]*\)\s*")
PICTURE = re.compile(IMPORT + r'picture\("([a-z0-9-]+)"[^()]*\)\s*')


CARDS = re.compile(IMPORT + r'case_cards\(((?:"[a-z0-9-]+"(?:, )?)+)\)\s*')


class Place(NamedTuple):
    """Where an exercise stands: its id, and where it is mounted."""

    id: str
    html: str


def page(
    name: str,
    base: str,
    states: Mapping[str, ExerciseSeen] | None = None,
    opened: str | None = None,
    answers: Mapping[str, Json] | None = None,
) -> str:
    """The HTML of a notebook, "session-1" or "further-ai". A cell that computes has a place, and a button that asks for its kernel.

    Exercises are cards that say how far they are by `states`; the one that is `opened` is not folded. On paper are `answers`.
    """

    def shown(one: str | Place) -> str:
        if isinstance(one, str):
            return one
        about, made = (states or {}).get(one.id), (answers or {}).get(one.id)
        return folded.card(
            one.id,
            one.html,
            state=about["state"] if about else "open",
            progress=(about["done"], about["asked"]) if about else (0, 0),
            opened=one.id == opened,
            answer=folded.answer(kinds.parts(one.id, made)) if made else "",
        )

    return "\n".join(map(shown, _pieces(name, base)))


@cache
def _pieces(name: str, base: str) -> list[str | Place]:
    """What a notebook's cells make. Of a session what is long to read at a stretch is folded."""
    made = [_cell(cell, place, base) for place, cell in enumerate(_cells(name))]
    if not name.startswith("session-"):
        return made
    stretches: list[str | Place] = [""]
    for one in made:
        if isinstance(one, Place):
            stretches += [one, ""]
        else:
            stretches[-1] = f"{stretches[-1]}\n{one}"
    return [
        folded.reading(one, first=place == 0) if isinstance(one, str) else one
        for place, one in enumerate(stretches)
    ]


class Part(TypedDict):
    """A part of a page, by its heading, and the exercises in it as they come."""

    id: str
    title: str
    exercises: list[str]


PART_OR_EXERCISE = re.compile(
    r'<h2 id="([^"]+)">(.*?)(?:<a class="anchor-link".*?</a>)?</h2>|data-govcourse-mount="([a-z0-9-]+)"', re.S
)


@cache
def contents(name: str, base: str) -> list[Part]:
    """What a page has in it."""
    found: list[Part] = []
    for heading, title, exercise in PART_OR_EXERCISE.findall(page(name, base)):
        if heading:
            found.append({"id": heading, "title": title, "exercises": []})
        elif found:
            found[-1]["exercises"].append(exercise)
    return found


@cache
def computes(name: str) -> bool:
    """Whether a notebook has cells for which a kernel is needed."""
    return any(map(waits, _cells(name)))


def _cells(name: str) -> list[dict[str, Any]]:
    path = content.root() / "notebooks" / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat types no part of it
    return [dict(cell) for cell in notebook.cells]


def runs(cell: dict[str, Any]) -> bool:
    """Whether a kernel has anything to do for a cell, or the page has all of it."""
    source = cell["source"]
    whole = (PART, EXERCISE, PICTURE, CARDS)
    return cell["cell_type"] == "code" and not any(one.fullmatch(source) for one in whole)


def waits(cell: dict[str, Any]) -> bool:
    """Whether the page has a place for what a kernel makes of a cell."""
    return runs(cell) and "parameters" not in cell["metadata"].get("tags", [])


def _cell(cell: dict[str, Any], place: int, base: str) -> str | Place:
    source = cell["source"]
    if cell["cell_type"] == "markdown":
        from nbconvert.filters.markdown import markdown2html

        return str(markdown2html(localised(translation.markdown(source), base)))
    if waits(cell):
        words, run = content.texts()["pages"]["needs_kernel"], content.texts()["pages"]["compute"]
        return (
            f'<div data-cell="{place}"><p class="note" role="status">{escape(words)}</p>'
            f'<button type="button">{escape(run)}</button></div>'
        )
    if found := EXERCISE.fullmatch(source):
        session = f' data-session="{found[2]}"' if found[2] else ""
        loading = escape(content.texts()["pages"]["card_loading"])
        return Place(
            found[1],
            f'<div id="exercise-{found[1]}" data-govcourse-mount="{found[1]}"{session}>'
            f'<p class="loading" role="status">{loading}</p></div>',
        )
    if found := PART.fullmatch(source):
        return session_parts.make(int(found[2]), found[1])
    if found := PICTURE.fullmatch(source):
        return figure(found[1])
    if found := CARDS.fullmatch(source):
        return cards(re.findall(r'"([a-z0-9-]+)"', found[1]), f"{base}cases/{{id}}")
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
    source = re.sub(r"\]\(further-([a-z]+)\.ipynb(#[^)]*)?\)", rf"]({base}further/\1)", source)
    return re.sub(r"\]\(\.\./book/([a-z-]+)\.md(#[^)]*)?\)", rf"]({base}book/\1\2)", source)
