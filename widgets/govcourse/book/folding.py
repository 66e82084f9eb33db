"""What is long to read at a stretch on a session's page: its heading and first paragraph stand there, the rest is folded."""

from collections.abc import Iterable

from docutils import nodes
from sphinx.application import Sphinx

from govcourse.layout import folded

MOUNT = "data-govcourse-mount"


def fold(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """As the course server does it: layout/folded.py says what is long."""
    if not page.startswith("notebooks/session-") or app.builder.format != "html":
        return
    chapter = next(doctree.findall(nodes.section))
    language, first = app.config.language, True
    for part in [one for one in chapter if isinstance(one, nodes.section)]:
        end = 0
        if first:
            if found := _holds(part, MOUNT):
                _lift(part)
            end = next((n for n, one in enumerate(part) if _holds(one, MOUNT)), len(part))
            end += _fold(part, 0, end, folded.BEFORE, language)
            first = not found
        _between(part, end, language)


def _between(part: nodes.Element, start: int, language: str) -> None:
    """Folds what stands between exercises and sections of a part, and within its sections."""
    apart = [
        n
        for n, one in enumerate(part)
        if n >= start and (isinstance(one, nodes.section) or _holds(one, MOUNT))
    ]
    for begin, end in reversed(list(zip([start, *(n + 1 for n in apart)], [*apart, len(part)], strict=True))):
        _fold(part, begin, end, folded.LONG, language)
    for one in part[start:]:
        if isinstance(one, nodes.section):
            _between(one, 0, language)


def _fold(part: nodes.Element, start: int, end: int, long: int, language: str) -> int:
    """Folds these children of a part, but for a heading and the first paragraph; says how many nodes this added."""
    for kind in (nodes.title, nodes.paragraph):
        start += start < end and isinstance(part[start], kind)
    letters = sum(map(_letters, part[start:end]))
    if letters < long or any(_holds(one, words) for one in part[start:end] for words in folded.IN_SIGHT):
        return 0
    part.insert(end, _raw(folded.END))
    part.insert(start, _raw(folded.begin(letters, language)))
    return 2


def _lift(part: nodes.Element) -> None:
    """What comes from the first exercise on stands beside the section in which it was: a fold must not end within one."""
    for place, one in enumerate(part):
        if not _holds(one, MOUNT):
            continue
        if isinstance(one, nodes.section):
            _lift(one)
            begins = next(n for n, child in enumerate(one) if _holds(child, MOUNT))
            lifted = one[begins:]
            del one[begins:]
            part[place + 1 : place + 1] = lifted
        return


def _letters(node: nodes.Node) -> int:
    return sum(len(one) for one in node.findall(nodes.Text) if not isinstance(one.parent, nodes.raw))


def _holds(node: nodes.Node, words: str) -> bool:
    return any(words in one for one in _raws(node))


def _raws(node: nodes.Node) -> Iterable[str]:
    return (one.astext() for one in node.findall(nodes.raw))


def _raw(html: str) -> nodes.raw:
    return nodes.raw("", html, format="html")
