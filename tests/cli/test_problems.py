"""How a command ends that cannot do what it is asked."""

import pytest
import typer
from govcourse.cli.problems import end, ending


def test_a_problem_is_told_in_its_words_without_a_traceback(capsys):
    with pytest.raises(typer.Exit) as ended, ending(ValueError, OSError, status=2):
        raise OSError("The disk is full.")
    assert ended.value.exit_code == 2 and ended.value.__cause__ is None
    assert capsys.readouterr().err == "The disk is full.\n"


def test_what_nobody_named_is_a_fault_of_ours_and_shows_where():
    with pytest.raises(KeyError), ending(ValueError):
        raise KeyError("a bug")


def test_nothing_is_said_when_all_is_well(capsys):
    with ending(ValueError):
        pass
    with pytest.raises(typer.Exit) as ended:
        end("There is no room ABC234.")
    assert ended.value.exit_code == 1
    assert capsys.readouterr().err == "There is no room ABC234.\n"
