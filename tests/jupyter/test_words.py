"""What charts of computing cells say comes from data/, as everything that people read."""

import pytest
from govcourse import content, words


def test_a_cell_gets_its_words():
    assert words("spread")["month"] == "Months since the start"


def test_a_cell_without_words_is_told_which_have_some():
    with pytest.raises(KeyError, match="spread"):
        words("nowhere")


def test_no_cell_has_words_that_it_does_not_ask_for_and_none_asks_for_what_is_not_there():
    for one in content.computing().cells:
        source = (content.root() / "notebooks" / f"{one.stem}.ipynb").read_text(encoding="utf-8")
        cell = next(part for part in source.split('"cell_type"') if f'words(\\"{one.id}\\")' in part)
        asked = {name for name in one.words if f'\\"{name}\\"' in cell}
        assert asked == set(one.words), (one.id, set(one.words) - asked)
