"""Pages of the book as plain Markdown, for hosts that know no Sphinx: the course server, and JupyterLab beside its notebooks."""

import re
from pathlib import Path

from govcourse import content
from govcourse.book import cases, pages
from govcourse.content import translation

CHAPTERS = ("syllabus", "quotations")  # to which notebooks lead, beside the cases


def chapter(name: str) -> str:
    """A chapter in the edition's language, with what it has from data/."""
    source = (content.root() / "book" / f"{name}.md").read_text(encoding="utf-8")
    said = translation.markdown(source, domain="book")
    return re.sub(r"```\{course-data\} ([\w-]+)\n```", lambda found: pages.MAKERS[found[1]](), said)


def write(notebooks: Path) -> None:
    """Writes chapters and cases into `notebooks`/book, anew each time.

    JupyterLab reads `../book/` at the top of its folder as `book/`: the links of the notebooks open these.
    """
    made = {name: chapter(name) for name in CHAPTERS}
    made |= {f"cases/{name}": _for_lab(text) for name, text in cases.pages().items()}
    for name, text in made.items():
        path = notebooks / "book" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _for_lab(text: str) -> str:
    """A page of a case without the directives of Sphinx, and with the notebooks where they are in Lab."""
    text = re.sub(r"^```\{raw\} html\n.*?^```\n|^:::.*\n", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\{exercise\}`([\w-]+)`", lambda found: _exercise(found[1]), text)
    return text.replace("](../../notebooks/", "](../../")


def _exercise(id: str) -> str:
    activity = content.activity(id)
    return f"[{activity.title}](../../{content.notebook_of(activity)}.ipynb)"
