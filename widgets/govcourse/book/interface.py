"""The page of the notebook interface: from the docstrings of the modules that notebooks import, and the kinds' codebooks."""

import ast
import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from govcourse import content, kinds
from govcourse.content.activity import ActivityBase
from govcourse.kinds.tables import Table

SOURCES = Path(__file__).resolve().parents[1] / "jupyter"  # read as text: the interface stands above the book
FUNCTIONS = {
    "notebook": ("answers", "exercise"), "rooms": ("room",), "explorer": ("explore",), "countries": ("countries",), "course": ("cases", "sdgs", "questions"),
    "words": ("words",),
}  # fmt: skip
CLASSES = {"answers": ("answers", "Answers"), "room": ("rooms", "Room"), "explore": ("explorer", "Explorer")}
Function = ast.FunctionDef


def functions() -> str:
    """What can be called, each with its docstring, and after it what the object can do that it gives."""
    lines: list[str] = []
    for module, names in FUNCTIONS.items():
        found = {one.name: one for one in _parsed(module).body if isinstance(one, Function)}
        for name in names:
            lines += [f"## `{name}{_signature(found[name])}`", "", *_said(found[name]), ""]
            if name in CLASSES:
                lines += _methods(*CLASSES[name])
    return "\n".join(lines)


def codebooks() -> str:
    """By kind of exercise the columns of its frames; where exercises of a kind differ, those of the first."""
    t = content.texts()["book"]
    by_kind: dict[str, list[ActivityBase]] = {}
    for one in content.in_course_order():
        by_kind.setdefault(one.kind, []).append(one)
    lines: list[str] = []
    for kind, activities in by_kind.items():
        ids = ", ".join(f"{{exercise}}`{one.id}`" for one in activities)
        lines += [f"## {t['frames_kind'].format(kind=f'`{kind}`')}", "", f"{t['frames_of']} {ids}.", ""]
        for place, table in enumerate(kinds.tables(activities[0].id)):
            call = f'`frame("{table.name}")`' if place else f"`frame()`, `{table.name}`"
            lines += [f"**{call}.** {table.title if place else ''}".strip(), "", *_columns(table, t), ""]
    return "\n".join(lines)


def _columns(table: Table, t: dict[str, str]) -> Iterator[str]:
    yield (
        "| "
        + " | ".join(t[f"frames_{name}"] for name in ("column", "type", "label", "unit", "missing"))
        + " |"
    )
    yield "| --- | --- | --- | --- | --- |"
    for one in table.columns:
        unit = one.unit or ("" if len(one.categories) > 12 else ", ".join(one.categories))
        cells = [f"`{one.name}`", one.dtype, one.label, unit, one.missing]
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _parsed(module: str) -> ast.Module:
    return ast.parse((SOURCES / f"{module}.py").read_text(encoding="utf-8"))


def _methods(module: str, name: str) -> Iterator[str]:
    found = next(one for one in _parsed(module).body if isinstance(one, ast.ClassDef) and one.name == name)
    yield from (*_said(found), "")
    for one in found.body:
        if isinstance(one, Function) and not one.name.startswith("_") and ast.get_docstring(one):
            is_property = any(isinstance(mark, ast.Name) for mark in one.decorator_list)
            yield from (f"### `.{one.name}{'' if is_property else _signature(one)}`", "", *_said(one), "")


def _signature(one: Function) -> str:
    """The parameters as one writes them, without types."""
    for parameter in one.args.args:
        parameter.annotation = None
    one.args.args = [parameter for parameter in one.args.args if parameter.arg != "self"]
    return f"({ast.unparse(one.args)})"


def _said(one: Function | ast.ClassDef) -> Iterator[str]:
    """A docstring as Markdown: its examples are code, and names of columns stay whole."""
    text = cleandoc(ast.get_docstring(one) or "")
    for block in re.split(r"\n{2,}", text):
        if block.startswith(">>>"):
            yield from ("```pycon", block, "```", "")
        else:
            yield from (block, "")
