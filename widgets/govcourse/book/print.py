"""The whole book as one PDF, to read on paper: bookmarks, page numbers, and each exercise as a task with room to write."""

import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup

from govcourse import content, kinds
from govcourse.content import review
from govcourse.files import Unavailable

HERE = Path(__file__).resolve().parent
UI = HERE.parent / "ui"


def pdf(out: Path) -> Path:
    """Writes `out`. Raises Unavailable where PDF cannot be made here, RuntimeError where the book cannot be built."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except OSError:
        raise Unavailable(content.texts()["api"]["no_pdf"]) from None
    with tempfile.TemporaryDirectory() as folder:
        page = _single(Path(folder))
        html = prepared(page.read_text(encoding="utf-8"))
        made = weasyprint.HTML(
            string=html, base_url=page.as_uri(), url_fetcher=URLFetcher(allowed_protocols=["file", "data"])
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        made.write_pdf(
            out,
            stylesheets=[weasyprint.CSS(string=_pictures()), weasyprint.CSS(filename=HERE / "print.css")],
            pdf_variant="pdf/ua-1",
            optimize_images=True,
        )
    return out


def _pictures() -> str:
    """The look of pictures and of cards, as it is in a wide place; who writes the PDF knows no containers."""
    names = ("tokens.css", "change.css", "case-cards.css", "picture.css")
    sheet = "".join((UI / name).read_text(encoding="utf-8") for name in names)
    return sheet.replace("@container (min-width: 38rem)", "@media all", 1)


def _single(folder: Path) -> Path:
    """All chapters as one HTML page."""
    command = [
        sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(content.root()),
        "--path-output", str(folder), "--builder", "singlehtml", "--quiet",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    found = (
        next((folder / "_build" / "singlehtml").rglob("welcome.html"), None) if done.returncode == 0 else None
    )
    if found is None:
        raise RuntimeError(f"The book could not be built:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return found


def prepared(html: str) -> str:
    """The article alone, without the theme; exercises as tasks. Raises RuntimeError for a page that has none."""
    article = BeautifulSoup(html, "html.parser").article
    if article is None:
        raise RuntimeError("The book could not be built: its page has no article.")
    for mount in article.select("[data-govcourse-mount]"):
        card = mount.find_parent("details", class_="gc-fold") or mount
        card.replace_with(BeautifulSoup(task(str(mount["data-govcourse-mount"])), "html.parser"))
    for gone in article.select("script, a.headerlink"):
        gone.decompose()
    body = article.decode_contents()
    course = content.course()
    cover = f'<section class="cover"><p class="title">{escape(course.title)}</p><p>{escape(course.subtitle)}</p><p>{escape(review.label("en", "notebooks", "book"))}</p></section>'
    return f'<!DOCTYPE html><html lang="{content.language()}" dir="{content.direction()}"><head><meta charset="utf-8"><title>{escape(course.title)}</title></head><body>{cover}{body}</body></html>'


def task(id: str) -> str:
    """What an exercise asks, on paper."""
    activity = content.activity(id)
    steps = "".join(f"<li>{escape(step)}</li>" for step in activity.instructions)
    asked = "".join(f"<dt>{escape(title)}</dt><dd></dd>" for title in kinds.outline(id).get("paper", [""]))
    return (
        f'<section class="task" id="exercise-{id}"><p class="task-title">{escape(activity.title)}</p>'
        f"<p>{escape(activity.lead)}</p><ol>{steps}</ol><dl>{asked}</dl></section>"
    )
