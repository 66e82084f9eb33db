"""The Sphinx extension of the course book: pages from data/, and exercises that are live without a server."""

import html
import json
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from govcourse import content, discovery, kernel_environment
from govcourse.book import branding, cases, folding, pages, search, site, terms
from govcourse.content import review
from govcourse.files import STATIC
from govcourse.json_types import Json
from govcourse.text import in_script


class CourseData(SphinxDirective):
    """`{course-data} NAME` puts Markdown made from data/ in its place: syllabus, glossary, quotations, cases."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        text = pages.MAKERS[self.arguments[0]]()
        container = nodes.container()
        lines = text.splitlines()
        self.state.nested_parse(StringList(lines, source=f"data:{self.arguments[0]}"), 0, container)
        for node in container.findall(nodes.TextElement):
            if not isinstance(node, nodes.Inline):  # of those the mark would mean something else
                node["translatable"] = False  # it is in the edition's language already
        made: list[nodes.Node] = container.children
        return made


class ExerciseLink(SphinxRole):
    """`{exercise}` and an id: the exercise's title, leading to its place in the sessions."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        activity = content.activity(self.text)
        page = f"notebooks/{content.notebook_of(activity)}"
        address = f"{self.env.app.builder.get_relative_uri(self.env.docname, page)}#exercise-{activity.id}"
        return [nodes.reference("", activity.title, refuri=address, internal=True)], []


def write_cases(app: Sphinx, config: object) -> None:
    """Writes a page per case beside the book's other chapters; unchanged pages keep their time."""
    folder = Path(app.srcdir) / "book" / "cases"
    folder.mkdir(parents=True, exist_ok=True)
    made = cases.pages()
    for name, text in made.items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for old in set(folder.glob("*.md")) - {folder / f"{name}.md" for name in made}:
        old.unlink()


def once_escaped(app: Sphinx, doctree: nodes.document) -> None:
    """MyST escapes addresses, and so does Sphinx: “&” would become “&amp;amp;”, and the address another one."""
    for link in doctree.findall(nodes.reference):
        if "refuri" in link:
            link["refuri"] = html.unescape(link["refuri"])


def without_thebe(app: Sphinx, page: str, template: str, context: Json, doctree: object) -> None:
    """Jupyter Book adds a loader that would fetch code from another host; the exercises need no kernel."""
    context["script_files"] = [
        script for script in context.get("script_files", [])
        if "thebe" not in str(getattr(script, "filename", script)).lower()
        and "thebe" not in str(getattr(script, "attributes", "")).lower()
    ]  # fmt: skip
    context["css_files"] = [
        style
        for style in context.get("css_files", [])
        if "thebe" not in str(getattr(style, "filename", style))
    ]


def payload(app: Sphinx, page: str, template: str, context: Json, doctree: object) -> None:
    """What the script of each page needs: its texts and the course's exercises."""
    texts = {
        key: text for key, text in content.texts(app.config.language)["book"].items() if isinstance(text, str)
    }
    needed = {
        key: text
        for key, text in texts.items()
        if key.startswith(("progress", "offline_", "filter_", "storage_"))
    }
    needed["card_failed"] = content.texts(app.config.language)["pages"]["card_failed"]
    data = in_script({"texts": needed, "exercises": list(content.activity_ids())})
    script = f'<script type="application/json" id="govcourse-book">{data}</script>'
    context["body"] = context.get("body", "") + script


def label(app: Sphinx, page: str, template: str, context: Json, doctree: object) -> None:
    """Says of a translated page that nobody has read it; pages of cases, and those that the theme makes, have the interface alone."""
    chapters = (
        [page] if page.startswith(("notebooks/", "book/")) and not page.startswith("book/cases/") else []
    )
    if said := review.label(app.config.language, *chapters):
        context["body"] = f'<p class="gc-draft" role="note">{html.escape(said)}</p>' + context.get("body", "")


def progress(app: Sphinx, page: str, template: str, context: Json, doctree: object) -> None:
    """How far a reader has come, which the page's script counts, and buttons for all exercises at once. It stands there from the start: what came later would push the page away."""
    if not doctree:
        return
    t, every, body = content.texts(app.config.language), len(content.activity_ids()), context["body"]
    said = t["book"]["progress"].format(done=0, all=every)
    buttons = "".join(
        f'<button type="button" data-folds="{name}">{html.escape(t["pages"][f"cards_{name}"])}</button>'
        for name in ("open", "fold")
        if "gc-fold" in body
    )
    context["body"] = (
        f'<div class="gc-course-progress"><label for="gc-progress">{html.escape(said)}</label>'
        f'<progress id="gc-progress" max="{every}" value="0"></progress>{buttons}</div>{body}'
    )


def installed(app: Sphinx) -> None:
    """Writes `installed.js`, with the modules of kinds that are not in page.js; see runtime/installed.ts."""
    scripts = {name: discovery.kind(name).script for name in discovery.modules()}
    theirs = {
        name: path.read_text(encoding="utf-8") for name, path in scripts.items() if path.parent != STATIC
    }
    if not theirs:
        return
    folder = Path(app.doctreedir) / "installed"
    folder.mkdir(parents=True, exist_ok=True)
    text = f"globalThis.govcourseInstalled = {json.dumps(theirs)};\n"
    (folder / "installed.js").write_text(text, encoding="utf-8")
    app.config.html_static_path.append(str(folder))
    app.add_js_file("installed.js", loading_method="defer", priority=400)  # before page.js


def setup(app: Sphinx) -> Json:
    # Kernels that execute the notebooks inherit this: exercises then become mount points of the static page.
    kernel_environment.tell_book()
    app.add_directive("course-data", CourseData)
    app.add_role("exercise", ExerciseLink())
    app.connect("config-inited", site.configure, priority=0)
    app.connect(
        "builder-inited", lambda app: branding.configure(app, app.config), priority=10
    )  # before the theme
    app.connect("config-inited", write_cases, priority=1)  # before the table of contents looks for the files
    app.connect("builder-inited", lambda app: app.config.html_static_path.append(str(STATIC)))
    app.connect("builder-inited", installed)
    app.connect("builder-inited", search.configure)
    app.connect("doctree-read", once_escaped)
    app.connect("html-page-context", without_thebe, priority=950)
    app.connect("html-page-context", payload)
    app.connect("html-page-context", label)
    app.connect("html-page-context", progress)
    app.connect("html-page-context", site.describe)
    app.connect("doctree-resolved", terms.link)
    app.connect("doctree-resolved", folding.fold)
    app.connect("build-finished", site.finish, priority=990)  # after the theme has written its own
    app.add_css_file("book.css", priority=800)  # after the theme, before an academy's own look
    app.add_js_file("page.js", loading_method="defer")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
