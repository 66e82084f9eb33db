"""Editions that no translator made: every text is marked, so that one sees what does not go through the catalogues."""

from pathlib import Path

from babel.messages.pofile import read_po, write_po

MARK = {"ar": "أب ", "fr": "Éç "}


def translate(folder: Path, code: str) -> None:
    """Fills the catalogues of `code` in `folder`: each text behind a mark of its script."""
    for path in (folder / code / "LC_MESSAGES").glob("*.po"):
        with path.open("rb") as file:
            catalogue = read_po(file)
        for one in catalogue:
            if one.id and isinstance(one.id, str):
                one.string = MARK[code] + one.id
            elif one.id:
                one.string = [MARK[code] + one.id[1]] * catalogue.num_plurals
        with path.open("wb") as file:
            write_po(file, catalogue)
