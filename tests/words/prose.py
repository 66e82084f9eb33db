"""The course's prose, as tests of words read it: each text with where it stands."""

import json
import re
from collections.abc import Iterator
from functools import cache

import yaml
from govcourse import content
from govcourse.content.loading import Loader

ROOT = content.root()
# Titles, objectives, questions and labels are the workshop's own; quotations and official texts carry their sources.
LABELS = {"data/quotations.yaml", "data/instruments/dtca.yaml", "data/sdgs.yaml", "data/course.yaml"}
PROSE_OF_ACTIVITIES = ("lead", "instructions", "empty", "example_note")


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
        if name in LABELS or name.startswith(("data/sessions/", "data/texts/", "data/brand/")):
            continue
        found = yaml.load(path.read_text(encoding="utf-8"), Loader)
        if name.startswith("data/activities/"):
            found = {key: found.get(key) for key in PROSE_OF_ACTIVITIES}
        yield name, "\n\n".join(_strings(found))


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
    text = re.sub(r"\]\([^)]*\)|\{[a-z-]+\}|^[|:#(].*$", " ", text, flags=re.MULTILINE)
    found = re.split(r"(?<=[.!?])\s+|\n\s*\n|\n\s*[-*\d]+[.)]?\s", re.sub(r"[*_\[\]]", "", text))
    return [" ".join(one.split()) for one in found if len(one.split()) > 3]
