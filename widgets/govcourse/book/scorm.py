"""Packs the built book for learning platforms: SCORM 1.2 and 2004, with progress and completion reported."""

import zipfile
from html import escape
from pathlib import Path

from govcourse import content, kinds
from govcourse.text import in_script

HERE = Path(__file__).resolve().parent
VERSIONS = {"1.2": "scorm-1.2", "2004": "scorm-2004"}


def pack(html: Path, out: Path) -> list[Path]:
    """Both packages of the book in `html`, as files in `out`. FileNotFoundError where no book was built."""
    if not (html / "index.html").exists():
        raise FileNotFoundError(f"There is no book in {html}. Build it first: make book")
    files = [
        path
        for path in sorted(html.rglob("*"))
        if path.is_file() and not _left_out(path.relative_to(html).as_posix())
    ]
    made = []
    for version, name in VERSIONS.items():
        path = out / f"govcourse-{name}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            names = [f"book/{one.relative_to(html).as_posix()}" for one in files]
            for one, inside in zip(files, names, strict=True):
                package.write(one, inside)
            package.writestr("scorm.js", (HERE / "scorm.js").read_text(encoding="utf-8"))
            package.writestr("launch.html", _launch())
            package.writestr("imsmanifest.xml", _manifest(version, ["launch.html", "scorm.js", *names]))
        made.append(path)
    return made


def _left_out(name: str) -> bool:
    """A platform has no use for a service worker of ours, nor for sources."""
    return name in ("sw.js", "manifest.webmanifest", ".buildinfo") or name.startswith("_sources/")


def _launch() -> str:
    """The page that a platform opens: the book in a frame, and what reports to the platform."""
    course, activity = content.course(), kinds.gathering()
    texts = content.texts()["book"]
    rule = activity.certificate.model_dump() if activity else {"required": [], "at_least": 0}
    told = in_script(
        {
            "required": rule["required"],
            "atLeast": rule["at_least"],
            "all": list(content.activity_ids()),
            "titles": {id: content.activity(id).title for id in content.activity_ids()},
            "full": texts["platform_full"],
        }
    )
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(course.title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<style>html,body{margin:0;height:100%}body{display:flex;flex-direction:column}iframe{border:0;flex:1;display:block}"
        "p{margin:0;padding:.5rem 1rem;font:1rem/1.5 system-ui,sans-serif}button{font:inherit;padding:.25rem .75rem}</style></head>"
        f'<body><p id="full" role="status" hidden><span></span> <button type="button" id="home">{escape(texts["platform_file"])}</button></p>'
        f'<iframe id="book" title="{escape(course.title)}" data-src="book/index.html"></iframe>'
        f'<script type="application/json" id="course">{told}</script><script src="scorm.js"></script></body></html>'
    )


def _manifest(version: str, names: list[str]) -> str:
    title = escape(content.course().title)
    files = "".join(f'<file href="{escape(name, quote=True)}"/>' for name in names)
    if version == "1.2":
        head = (
            '<manifest identifier="govcourse" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" '
            'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">'
            "<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>"
        )
        kind = 'adlcp:scormtype="sco"'
    else:
        head = (
            '<manifest identifier="govcourse" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" '
            'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3">'
            "<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>"
        )
        kind = 'adlcp:scormType="sco"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<organizations default="course"><organization identifier="course">'
        f'<title>{title}</title><item identifier="book" identifierref="launch"><title>{title}</title></item>'
        f'</organization></organizations><resources><resource identifier="launch" type="webcontent" {kind} href="launch.html">'
        f"{files}</resource></resources></manifest>"
    )
