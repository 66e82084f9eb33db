"""An academy's own look: name, logo, colour, font and office templates, from data/brand/. What is broken is told, and the default goes on."""

import logging
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from govcourse import content
from govcourse.settings import settings

log = logging.getLogger("govcourse")
LOGOS = ("logo.png", "logo.jpg", "logo.jpeg")
LARGEST = 2_000_000  # bytes of a logo


class Given(BaseModel):
    """`brand.yaml`, as an academy writes it."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(max_length=100)] = ""
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")] = "#00588f"
    font: Annotated[str, StringConstraints(max_length=60, pattern=r"^[\w .-]*$")] = ""
    footer: Annotated[str, StringConstraints(max_length=200)] = ""


@dataclass(frozen=True)
class Brand:
    """`problems` says which file was left aside and why."""

    name: str = ""
    accent: str = "#00588f"
    font: str = ""
    footer: str = ""
    logo: bytes | None = None
    docx: Path | None = None
    pptx: Path | None = None
    problems: list[str] = field(default_factory=list)


@cache
def current(folder: Path | None = None) -> Brand:
    """The brand in `folder`, else in GOVCOURSE_BRAND, else in data/brand; every problem is logged once."""
    found = read(folder or settings().brand or content.data() / "brand")
    for problem in found.problems:
        log.warning(problem)
    return found


def read(folder: Path) -> Brand:
    problems: list[str] = []
    given = Given()
    path = folder / "brand.yaml"
    if path.exists():
        try:
            given = Given.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
        except ValidationError as error:
            first = error.errors()[0]
            problems.append(
                f"{path.name}: {'.'.join(map(str, first['loc'])) or 'the file'}: {first['msg']}. The default is used."
            )
        except (OSError, ValueError, yaml.YAMLError) as error:
            problems.append(f"{path.name} cannot be read ({error}). The default is used.")
    return Brand(
        **given.model_dump(),
        docx=_template(folder / "report.docx", "docx", problems),
        pptx=_template(folder / "slides.pptx", "pptx", problems),
        logo=_logo(folder, problems),
        problems=problems,
    )


def _logo(folder: Path, problems: list[str]) -> bytes | None:
    from PIL import Image

    for name in LOGOS:
        path = folder / name
        if not path.exists():
            continue
        try:
            if path.stat().st_size > LARGEST:
                raise ValueError("it is larger than 2 MB")
            with Image.open(path) as image:
                image.verify()
            return path.read_bytes()
        except (OSError, ValueError, SyntaxError) as error:
            problems.append(f"{name} is no picture that can be used ({error}). No logo is shown.")
    return None


def _template(path: Path, kind: str, problems: list[str]) -> Path | None:
    """A template that can be opened and has the styles or layouts that the writers use."""
    if not path.exists():
        return None
    try:
        if kind == "docx":
            from docx import Document

            names = {style.name for style in Document(str(path)).styles}
            missing = {"Title", "Heading 1", "Heading 2", "List Bullet", "Caption"} - names
            if missing:
                raise ValueError(f"it lacks the styles {', '.join(sorted(missing))}")
        else:
            from pptx import Presentation

            if len(Presentation(str(path)).slide_layouts) < 6:
                raise ValueError("it has fewer than six layouts; the sixth must be “Title only”")
        return path
    except Exception as error:
        problems.append(f"{path.name} cannot be used as a template ({error}). The default is used.")
        return None
