"""Glossary terms in the text: the first time that a page uses one, it leads to the glossary and shows its definition."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from docutils import nodes
from sphinx.application import Sphinx

from govcourse import content

Term = tuple[str, str]  # as the glossary writes it, and its definition
NOT_IN = (
    nodes.title,
    nodes.reference,
    nodes.literal,
    nodes.literal_block,
    nodes.raw,
    nodes.caption,
    nodes.strong,
    nodes.thead,
    nodes.term,
)
SKIPPED = ("book/glossary", "book/syllabus", "book/reading-list", "book/quotations")


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, Term]]:
    """One pattern for all terms, longest first; from a term as it is found to the glossary's own and its definition."""
    known = {}
    for one in content.glossary():
        name = re.sub(r"\s*\(.*\)$", "", one.term)
        known[name if name.isupper() else name.casefold()] = (one.term, one.definition)
    names = sorted((re.escape(name) for name in known), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(names)})(s?)(?![\w-])", re.IGNORECASE), known


def link(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Marks the first use of each term in a page's running text."""
    if page in SKIPPED or page.startswith("book/cases/index"):
        return
    terms = app.env.get_domain("std").data["terms"]
    pattern, known = _pattern()
    seen: set[str] = set()
    for text in list(doctree.findall(nodes.Text)):
        if any(isinstance(parent, NOT_IN) for parent in _parents(text)) or not isinstance(
            text.parent, nodes.paragraph | nodes.emphasis
        ):
            continue
        made, rest = [], text.astext()
        while match := _next(pattern, known, seen, rest):
            found, (term, definition) = match
            where = terms.get(term.casefold())
            seen.add(term)
            if not where:
                continue
            address = f"{app.builder.get_relative_uri(page, where[0])}#{where[1]}"
            said = nodes.reference("", found[0], refuri=address, internal=True, classes=["gc-term"])
            said["reftitle"] = definition
            made += [nodes.Text(rest[: found.start()]), said]
            rest = rest[found.end() :]
        if made:
            parent = text.parent
            at = parent.index(text)
            parent.remove(text)
            for offset, node in enumerate([*made, nodes.Text(rest)]):
                parent.insert(at + offset, node)


def _parents(node: nodes.Node) -> Iterator[nodes.Node]:
    while node := node.parent:
        yield node


def _next(
    pattern: re.Pattern[str], known: Mapping[str, Term], seen: set[str], rest: str
) -> tuple[re.Match[str], Term] | None:
    """The next term of `rest` that the page has not had yet."""
    for found in pattern.finditer(rest):
        name = found[1]
        entry = known.get(name) or known.get(name.casefold())
        # An abbreviation is one only in capitals.
        if entry and entry[0] not in seen and not (name.casefold().upper() in known and not name.isupper()):
            return found, entry
    return None
