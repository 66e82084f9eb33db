"""What a published book has beside its pages: offline copy, manifest, icons, site map, and what others show of a link to it."""

import hashlib
import io
import json
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from govcourse import content
from govcourse.book import asset_pruning, stylesheets, theme, valid_html
from govcourse.content.translation import folder
from govcourse.files import FONT
from govcourse.json_types import Json
from govcourse.layout import brand
from govcourse.settings import settings

HERE = Path(__file__).resolve().parent
LEFT_OUT = ("_sources/", ".buildinfo", "objects.inv", ".doctrees", ".map", "sw.js")
ICONS = (192, 512)


def describe(app: Sphinx, page: str, template: str, context: Json, doctree: nodes.document | None) -> None:
    """Title and first sentences of a page, for search engines and for those to whom a link is sent."""
    course = content.course()
    words = course.subtitle
    if doctree is not None:
        first = next(
            (one.astext() for one in doctree.findall(nodes.paragraph) if len(one.astext()) > 60), words
        )
        words = " ".join(first.split())
    words = words if len(words) <= 200 else words[:199].rsplit(" ", 1)[0] + " …"
    title = f"{context.get('title') or course.title}"
    tags = {"description": words}
    graph = {
        "og:title": title,
        "og:description": words,
        "og:type": "article",
        "og:site_name": course.title,
        "og:locale": app.config.language,
    }
    base = app.config.html_baseurl
    if base:
        graph["og:url"] = f"{base.rstrip('/')}/{page}.html"
    root = "../" * page.count("/")
    context["metatags"] = context.get("metatags", "") + "".join(
        [f'<meta name="{name}" content="{escape(text)}">' for name, text in tags.items()]
        + [f'<meta property="{name}" content="{escape(str(text))}">' for name, text in graph.items()]
        + [
            f'<link rel="icon" href="{root}icon-192.png">',
            f'<link rel="manifest" href="{root}manifest.webmanifest">',
            f'<meta name="theme-color" content="{brand.current().accent}">',
            f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{root}_static/{FONT}">',
        ]
    )


def finish(app: Sphinx, error: Exception | None) -> None:
    """Writes what lies beside the pages, once they are all there."""
    if error or app.builder.name != "html":
        return
    out = Path(app.outdir)
    course = content.course()
    asset_pruning.prune(out)
    valid_html.mend(out)
    stylesheets.unite(out)
    valid_html.front_page(out / "index.html", course.title, app.config.language)
    theme.finish(out, app.config.language)
    for size in ICONS:
        (out / f"icon-{size}.png").write_bytes(_icon(size))
    manifest = {
        "name": course.title, "start_url": "index.html", "scope": "./", "display": "standalone",
        "background_color": "#ffffff", "theme_color": brand.current().accent, "lang": app.config.language,
        "icons": [{"src": f"icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in ICONS],
    }  # fmt: skip
    (out / "manifest.webmanifest").write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")
    if base := app.config.html_baseurl:
        _site_map(out, base)
    _offline(out)


def _icon(size: int) -> bytes:
    """A door with a light: our own sign, as simple as an icon must be."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (size, size), "#00588f")
    draw = ImageDraw.Draw(image)
    part = size / 16
    draw.rectangle([4.5 * part, 3 * part, 11.5 * part, 13 * part], fill="#ffffff")
    draw.rectangle([5.5 * part, 4 * part, 10.5 * part, 13 * part], fill="#9cc6e0")
    draw.ellipse([9 * part, 8.2 * part, 9.9 * part, 9.1 * part], fill="#00588f")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _site_map(out: Path, base: str) -> None:
    pages = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    base = base.rstrip("/")
    addresses = [f"{base}/{page}" for page in pages if page != "search.html"]
    listed = "".join(f"<url><loc>{escape(one)}</loc></url>" for one in addresses)
    (out / "sitemap.xml").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>\n',
        encoding="utf-8",
    )


def _offline(out: Path) -> None:
    """The service worker, with everything that an offline copy holds; its version is that of the files."""
    files, digest, size = [], hashlib.sha256(), 0
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and not any(part in name for part in LEFT_OUT):
            data = path.read_bytes()
            digest.update(name.encode() + hashlib.sha256(data).digest())
            size += len(data)
            files.append(name)
    told = {"version": digest.hexdigest()[:16], "files": files, "bytes": size}
    worker = (HERE / "sw.js").read_text(encoding="utf-8")
    (out / "sw.js").write_text(worker.replace("/*COURSE*/ null", json.dumps(told)), encoding="utf-8")


def configure(app: Sphinx, config: Config) -> None:
    """The edition's language, in which code is offered too; and an address given at the build, for links that must be whole."""
    config.language = content.language()
    said = content.texts()["book"]
    config.nb_code_prompt_show, config.nb_code_prompt_hide = said["code_show"], said["code_hide"]
    config.locale_dirs = [str(folder())]
    theme.configure(app, config.language)
    config.gettext_compact = True
    config.gettext_additional_targets = []
    if url := settings().book_url:
        config.html_baseurl = url
