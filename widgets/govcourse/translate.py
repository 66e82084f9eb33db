"""Makes and updates the catalogues of a language: the book's chapters, the notebooks, the exercises, all data."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from govcourse import content, discovery
from govcourse.book import measured
from govcourse.content import Group, translation
from govcourse.content.activity import in_words
from govcourse.content.for_people import Collected, changed
from govcourse.content.loading import Loader
from govcourse.content.plurals import Plural
from govcourse.content.schema import model_of

SKIPPED = ("schema", "brand")


class TranslationError(ValueError):
    """Catalogues cannot be made; the message says why."""


def prepare(code: str, chapters: bool = True) -> dict[str, tuple[int, int]]:
    """Per domain how many texts there are, and how many are translated. Translations that exist are kept."""
    try:
        Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        raise TranslationError(f"“{code}” is no language's code; examples are fr, ar, pt-BR.") from None
    templates = {"texts": _texts(), "data": _data()}
    with tempfile.TemporaryDirectory() as work:
        if chapters:
            templates |= _chapters(Path(work))
        return {domain: _update(code, domain, template) for domain, template in templates.items()}


def _texts() -> Catalog:
    catalogue = Catalog(project="govcourse")
    for group, entries in content.texts("source").items():
        texts = Collected()
        changed(Group, entries, texts)
        for text in texts:
            own = f"widgets/govcourse/kinds/{group}/texts.yaml"
            place = own if group in discovery.modules() else f"data/texts/en.yaml:{group}"
            catalogue.add(text.ids if isinstance(text, Plural) else text, locations=[(place, 1)])
    return catalogue


def _data() -> Catalog:
    catalogue = Catalog(project="govcourse")
    for path in sorted(content.data().rglob("*.yaml")):
        name = path.relative_to(content.data())
        if name.parts[0] in (*SKIPPED, "texts"):
            continue
        for text in _said(name, yaml.load(path.read_text(encoding="utf-8"), Loader)):
            catalogue.add(" ".join(text.split()), locations=[(f"data/{name.as_posix()}", 1)])
    for row in measured.found()["results"]:
        for text in (row["topic"], row["what"]):
            catalogue.add(text, locations=[("data/measured.json", 1)])
    return catalogue


def _said(file: Path, raw: Any) -> list[str]:
    """The texts of a file of data/."""
    texts = Collected()
    if file.parts[0] == "activities":
        its = discovery.kind(raw["kind"])
        in_words(its.Activity, its.Answer, raw, texts)
    else:
        changed(model_of(file), raw, texts)
    return texts


def _chapters(work: Path) -> dict[str, Catalog]:
    """What Sphinx finds in the book's chapters and the notebooks."""
    command = [
        sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(content.root()), "--path-output",
        str(work), "--builder", "custom", "--custom-builder", "gettext", "--quiet",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    found = sorted((work / "_build" / "gettext").glob("*.pot"))
    if not found:
        raise TranslationError(f"The chapters could not be read:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
    made = {}
    for path in found:
        if path.stem != "sphinx":
            with path.open("rb") as file:
                made[path.stem] = _without_cases(read_po(file))
    _beside_the_book(made["notebooks"])
    return made


def _beside_the_book(template: Catalog) -> None:
    """Adds notebooks that are no chapters, such as the one with which JupyterLab opens."""
    chapters = {place for one in template for place, _ in one.locations}
    for path in sorted((content.root() / "notebooks").glob("*.ipynb")):
        place = f"notebooks/{path.name}"
        if place not in chapters:
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
                for text in (
                    translation.asked("".join(cell["source"])) if cell["cell_type"] == "markdown" else []
                ):
                    template.add(text, locations=[(place, 1)])


def _without_cases(template: Catalog) -> Catalog:
    """The pages of cases are made from data/, in the edition's language already."""
    kept = Catalog(project="govcourse")
    for one in template:
        if one.id and not all("book/cases/" in place for place, _ in one.locations):
            places = [(place.rpartition(f"/{content.root().name}/")[2], 1) for place, _ in one.locations]
            kept.add(one.id, locations=places)  # by the project's own paths, not this machine's
    return kept


def _update(code: str, domain: str, template: Catalog) -> tuple[int, int]:
    path = translation.folder() / code / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    language = code.replace("-", "_")
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
        catalogue.update(template, no_fuzzy_matching=True)  # guesses at long texts take minutes, and mislead
    else:
        catalogue = Catalog(locale=language, project="govcourse", fuzzy=False)
        for one in template:
            if one.id:
                catalogue.add(one.id, locations=one.locations)
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, ignore_obsolete=True)
    entries = [one for one in catalogue if one.id]
    return len(entries), sum(translated(one) for one in entries)


def translated(one: Message) -> bool:
    """Whether an entry is translated: all its forms are there, and nobody doubts them."""
    return not one.fuzzy and all([one.string] if isinstance(one.string, str) else one.string or [""])
