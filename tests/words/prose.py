"""The course's prose, as tests of words read it: each text with where it stands."""

import json
import re
from collections.abc import Iterator
from functools import cache

import yaml
from govcourse import content
from govcourse.content.loading import Loader

ROOT = content.root()
STEPS = (  # to a road map
    "a holistic approach", "systems thinking", "a strategic framework", "stakeholder analysis", "strategy", "action",
)  # fmt: skip
QUOTED = {"data/quotations.yaml", "data/sdgs.yaml"}  # carry their sources


@cache
def texts() -> tuple[tuple[str, str], ...]:
    return tuple([*_chapters(), *_data()])


def _chapters() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "book").rglob("*.md")):
        if "cases" not in path.parts:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        yield path.relative_to(ROOT).as_posix(), text


def _data() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "data").rglob("*.yaml")):
        name = path.relative_to(ROOT).as_posix()
        if name in QUOTED or name.startswith("data/brand/"):
            continue
        yield name, "\n\n".join(_strings(yaml.load(path.read_text(encoding="utf-8"), Loader)))


@cache
def names() -> tuple[str, ...]:
    """What the workshop calls its parts, alone and in a row: titles and names are kept as they are."""
    course, instrument = content.course(), content.instrument()
    titles = [course.title, *(one.title for one in content.sessions())]
    titles += [
        title for block in course.blocks for title in (block.title, *(one.title for one in block.modules))
    ]
    titles += [one.title for day in content.days() for one in day.modules if one.origin == "workshop"]
    rows = [[one.title for one in instrument.dimensions], [one.title for one in content.principles()]]
    rows.append(list(STEPS))
    seeds = [one.text for one in instrument.dimensions[0].statements if one.origin == "seed"]
    return (
        *titles,
        *(", ".join(row[:-1]) + " and " + row[-1] for row in rows),
        *map(", ".join, rows),
        *seeds,
    )


def _strings(node) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _strings(one)


def unquoted(text: str) -> str:
    """Without block quotes and what stands in quotation marks."""
    text = re.sub(r"^\s*>.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"“[^”]{0,700}”", " q ", text)


def sentences(text: str) -> list[str]:
    """Running text in sentences, without tables, code, links' addresses and markup."""
    text = re.sub(r"```.*?```|`[^`]*`", " ", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)|\{[a-z_-]+\}|^[|:#(].*$", " ", text, flags=re.MULTILINE)
    found = re.split(r"(?<=[.!?])\s+|\n\s*\n|\n\s*[-*\d]+[.)]?\s", re.sub(r"[*_\[\]]", "", text))
    return [" ".join(one.split()) for one in found if len(one.split()) > 3]
