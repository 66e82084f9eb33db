"""The pages of the notebook interface say all that can be called, and all columns."""

import govcourse
from govcourse import content, discovery, kinds
from govcourse.book import interface
from govcourse.jupyter.answers import Answers
from govcourse.jupyter.explorer import Explorer
from govcourse.jupyter.rooms import Room

from tests.book.conftest import article, text

SHOWN = {
    "case_cards",
    "facilitate",
    "overview",
    "picture",
    "preparation",
    "progress",
    "recap",
}  # show a piece of page, and compute nothing


def test_whatever_computes_is_there_with_its_docstring():
    made = interface.functions()
    for name in set(govcourse.__all__) - SHOWN:
        assert f"## `{name}(" in made and getattr(govcourse, name).__doc__.splitlines()[0] in made
    for cls in (Answers, Room, Explorer):
        for name, one in vars(cls).items():
            if not name.startswith("_"):
                doc = (one.fget if isinstance(one, property) else one).__doc__
                assert f"### `.{name}" in made and doc.splitlines()[0].strip() in made


def test_every_kind_has_its_codebook_and_every_table_its_columns():
    made = interface.codebooks()
    for kind in discovery.modules():
        assert f"`{kind}`" in made
    first = {one.kind: one for one in reversed(content.in_course_order())}
    for one in first.values():
        for table in kinds.tables(one.id):
            assert all(f"| `{column.name}` | {column.dtype} |" in made for column in table.columns)


def test_the_book_has_both_pages(html):
    functions = article(text(html / "book" / "reference" / "notebook.html"))
    assert "exercise(activity" in functions and ">>> " in functions
    assert "Probability of success" in text(html / "book" / "reference" / "codebooks.html")
