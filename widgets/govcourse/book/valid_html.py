"""Mends in the built book what others' programs write and no validator of HTML takes."""

import re
from html import escape
from pathlib import Path

SUMMARY = re.compile(r"<summary\b.*?</summary>", re.DOTALL)
ADDRESS = re.compile(r'url=([^"]+)"')
PARAGRAPH = re.compile(r"<(/?)p\b")
TEMPLATES = ("_static/webpack-macros.html", "_static/sbt-webpack-macros.html")  # no pages, for Sphinx alone


def mended(page: str) -> str:
    """The page without paragraphs in what opens a cell's code."""
    return SUMMARY.sub(lambda found: PARAGRAPH.sub(r"<\1span", found[0]), page)


def mend(out: Path) -> None:
    """What goes with it, and the themes' templates, which are no pages."""
    for sheet in (out / "_static").glob("mystnb.*.css"):
        rules = sheet.read_text(encoding="utf-8")
        sheet.write_text(rules.replace("summary>p.", "summary>span."), encoding="utf-8")
    for name in TEMPLATES:
        (out / name).unlink(missing_ok=True)


def front_page(path: Path, title: str, language: str) -> None:
    """The page that leads to the first one: Jupyter Book writes a line that is no document."""
    found = ADDRESS.search(path.read_text(encoding="utf-8"))
    assert found  # a line that leads elsewhere
    name, to = escape(title), found[1]
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{name}</title>'
        f'<meta http-equiv="refresh" content="0; url={to}"></head><body><p><a href="{to}">{name}</a></p></body></html>\n',
        encoding="utf-8",
    )
