"""A reader's own copy of the notebooks: what they changed stays, what they left as it was follows the course."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat

from govcourse import content
from govcourse.content import review, translation

GIVEN = ".given.json"  # by notebook, what its cells said when it was copied


def copy(folder: Path, language: str) -> list[Path]:
    """Brings the notebooks in `folder` up to date, in a language. Those that their reader changed stay; where the course has
    changed as well, the new one is put beside as `…-new.ipynb`. Gives these. Raises OSError where it cannot write."""
    folder.mkdir(parents=True, exist_ok=True)
    given, beside = _given(folder), []
    for path in _notebooks():
        ours = _translated(path, language)
        if _renewed(folder / path.name, ours, given) or given.get(path.name) == _said(ours):
            continue
        place = folder / f"{path.stem}-new.ipynb"
        known = _present(place) == _said(ours)
        if _renewed(place, ours, given) and not known:
            beside.append(place)
    (folder / GIVEN).write_text(json.dumps(given), encoding="utf-8")
    return beside


def _renewed(place: Path, ours: Any, given: dict[str, str]) -> bool:
    """Puts ours there, unless its reader has changed what is."""
    theirs, said = _present(place), _said(ours)
    if theirs not in (None, said, given.get(place.name)):
        return False
    if theirs != said:
        _write(ours, place)
    given[place.name] = said
    return True


def _notebooks() -> Iterator[Path]:
    """All that somebody opens in JupyterLab; a room's console is a dashboard of the server."""
    folder = content.root() / "notebooks"
    return (path for path in sorted(folder.glob("*.ipynb")) if path.name != "facilitator.ipynb")


def _translated(path: Path, language: str) -> Any:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat types no part of it
    told = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    for cell in told:
        cell.source = translation.markdown(cell.source, language)
    if told and (label := review.label(language, f"notebooks/{path.stem}")):
        told[0].source += f"\n\n*{label}*"  # below its title
    return notebook


def _said(notebook: Any) -> str:
    """What its cells say, as a digest; what they have computed is nobody's change."""
    return hashlib.sha256("\0".join(cell.source for cell in notebook.cells).encode()).hexdigest()


def _present(place: Path) -> str | None:
    """What a notebook says that is there; one that cannot be read was changed."""
    try:
        return _said(nbformat.read(place, as_version=4))  # type: ignore[no-untyped-call]
    except FileNotFoundError:
        return None
    except Exception:  # nbformat has no one error for what is not a notebook
        return ""


def _write(notebook: Any, place: Path) -> None:
    """In one step, so that nobody opens half a notebook."""
    half = place.with_suffix(".part")
    nbformat.write(notebook, half)  # type: ignore[no-untyped-call]
    half.replace(place)


def _given(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / GIVEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
