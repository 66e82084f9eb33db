"""Makes one stylesheet of all that a page of the built book asks for before it shows anything, without rules for what no page has."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tinycss2

SHEET = "_static/course.css"
LINK = re.compile(r'[ \t]*<link\b(?=[^>]*\brel="stylesheet")[^>]*\bhref="([^"]+)"[^>]*>\n?')
URL = re.compile(r"""url\((["']?)(?!data:|#)([^"')]+)\1\)""")
IMPORT = re.compile(r"""@import\s+["']([^"']+)["']\s*;""")
WORD = re.compile(r"[A-Za-z_][\w-]*")
OURS = {"book.css", "brand.css"}  # whose names our scripts put together
LAWFUL = re.compile(r"^!|copyright|license", re.IGNORECASE)  # what a licence wants kept


def unite(out: Path) -> None:
    """Every page links to SHEET alone, also those of an earlier build; the sheets that it was made of are taken out, with their maps."""
    pages = {
        path: path.read_text(encoding="utf-8") for path in out.rglob("*.html") if "_static" not in path.parts
    }
    asked = [one for path, text in pages.items() for one in _asked(path, text)]
    sheets = [
        one
        for one in list(dict.fromkeys(reversed(asked)))[::-1]
        if one.exists() and one != (out / SHEET).resolve()
    ]
    if not sheets:
        return  # no page is new
    scripts = (path.read_text(encoding="utf-8") for path in out.rglob("*.js"))
    known = {word for text in (*pages.values(), *scripts) for word in WORD.findall(text)}
    css = "\n".join(_sheet(path, out, known) for path in sheets)
    (out / SHEET).write_text(css, encoding="utf-8")
    version = hashlib.sha256(css.encode()).hexdigest()[:8]
    for path, text in pages.items():
        if first := LINK.search(text):
            root = "../" * (len(path.relative_to(out).parts) - 1)
            link = f'<link rel="stylesheet" href="{root}{SHEET}?v={version}">\n'
            rest = LINK.sub(lambda found: "" if _local(found[1]) else found[0], text[first.start() :])
            path.write_text(text[: first.start()] + link + rest, encoding="utf-8")
    for path in sheets:
        for one in (path, path.with_name(path.name + ".map")):
            one.unlink(missing_ok=True)


def _local(href: str) -> bool:
    return not urlsplit(href).scheme


def _asked(page: Path, text: str) -> list[Path]:
    """The sheets of a page, in order; of one that it asks for twice the later place counts."""
    paths = [
        (page.parent / urlsplit(unescape(href)).path).resolve() for href in LINK.findall(text) if _local(href)
    ]
    return [path for n, path in enumerate(paths) if path not in paths[n + 1 :]]


def _sheet(path: Path, out: Path, known: set[str]) -> str:
    text = path.read_text(encoding="utf-8")
    moved = URL.sub(lambda found: f"url({_from_static(path, found[2], out)})", text)
    whole = IMPORT.sub(lambda found: _sheet((path.parent / found[1]).resolve(), out, known), moved)
    return whole if path.name in OURS else without_unused(whole, known)


def _from_static(sheet: Path, url: str, out: Path) -> str:
    target = (sheet.parent / url).resolve()
    return Path(*target.relative_to(out.resolve() / "_static").parts).as_posix()


def without_unused(css: str, known: set[str]) -> str:
    """`css` without selectors that want a class or an id which is no word of `known`, and without rules that have no other."""
    return tinycss2.serialize(list(_used(tinycss2.parse_stylesheet(css, skip_whitespace=True), known)))  # type: ignore[no-any-return]


def _used(rules: Iterable[Any], known: set[str]) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "comment":
            if LAWFUL.search(rule.value):
                yield rule
        elif rule.type == "qualified-rule":
            wanted = [one for one in _selectors(rule.prelude) if _names(one) <= known]
            if wanted:
                rule.prelude = [
                    token for one in wanted for token in (*one, tinycss2.ast.LiteralToken(0, 0, ","))
                ][:-1]
                yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            rule.content = list(
                _used(tinycss2.parse_rule_list(rule.content or [], skip_whitespace=True), known)
            )
            if rule.content:
                yield rule
        else:
            yield rule


def _selectors(prelude: list[Any]) -> Iterator[list[Any]]:
    one: list[Any] = []
    for token in prelude:
        if token == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _names(selector: list[Any]) -> set[str]:
    """Classes and ids that what it selects must have; those within `:not()` and the like are not among them."""
    classes = {
        after.value
        for dot, after in zip(selector, selector[1:], strict=False)
        if dot == "." and after.type == "ident"
    }
    return classes | {token.value for token in selector if token.type == "hash"}
