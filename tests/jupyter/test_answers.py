"""One's own answers in JupyterLab and in the book: read, computed with, saved back."""

import json
import subprocess
import sys

import altair as alt
import pytest
from govcourse import answers, content, exercise, kinds
from govcourse.jupyter.answers import NothingToDraw
from govcourse.jupyter.sources import Outdated, Unreachable
from govcourse.kinds import AnswerError
from govcourse.kinds.tables import frame
from pandas.testing import assert_frame_equal

IDEAS = {
    "items": [{"id": "a", "name": "A", "x": 80, "y": 80}, {"id": "b", "name": "B <b>", "x": 20, "y": 40}]
}


def ask(widget, **request):
    """What the view sends."""
    widget.set_state({"request": {"id": 1, **request}})
    return widget.reply


@pytest.mark.parametrize("activity", content.activity_ids())
def test_the_frame_is_that_of_the_kind_and_empty_before_anything_was_entered(activity, example):
    mine = answers(activity)
    assert mine.answer == {} and mine.frame().empty and not mine.codebook().empty
    mine.save(example(activity) or {})
    table = kinds.tables(activity)[0]
    assert_frame_equal(mine.frame(), frame(table.columns, table.rows(example(activity) or {})))
    assert [mine.frame(name).dtypes.to_dict() for name in mine.tables]


def test_a_table_that_an_exercise_has_not_is_told_with_those_it_has():
    with pytest.raises(KeyError, match="steps, milestones, kpis"):
        answers("action-plan").frame("costs")


def test_what_is_saved_is_there_in_the_next_kernel_and_is_a_copy():
    mine = answers("value-feasibility")
    given = json.loads(json.dumps(IDEAS))
    mine.save(given)
    given["items"].clear()
    mine.answer["items"].clear()
    assert answers("value-feasibility").answer == IDEAS


def test_setting_the_answer_stores_it_or_refuses_with_the_field():
    ex = exercise("sdg-pitch")
    ex.answer = {"goal": 16}
    assert answers("sdg-pitch").answer == ex.widget.answer == {"goal": 16}
    for wrong, field in (({"goal": 99}, "goal"), ({"notes": {"gone": "x"}}, "notes.gone"), ("text", "")):
        with pytest.raises(AnswerError) as refused:
            ex.answer = wrong
        assert refused.value.field == field
    assert ex.answer == ex.widget.answer == {"goal": 16}


def test_what_was_changed_elsewhere_is_not_overwritten_unread():
    here, there = answers("sdg-pitch"), answers("sdg-pitch")
    here.save({"goal": 1})
    assert there.answer == {"goal": 1}
    here.save({"goal": 2})
    with pytest.raises(Outdated, match="changed elsewhere"):
        there.save({"goal": 3})
    assert here.answer == {"goal": 2}
    there.save({**there.answer, "pitch": "x"})
    assert here.answer == {"goal": 2, "pitch": "x"}


def test_an_exercise_shows_what_a_cell_saves_and_a_cell_sees_what_the_exercise_saves():
    ex, mine, seen = exercise("sdg-pitch"), answers("sdg-pitch"), []
    mine.observe(lambda one: seen.append(one.answer))
    mine.save({"goal": 1})
    assert (ex.widget.answer, ex.widget.version) == ({"goal": 1}, 1)
    assert ask(ex.widget, op="save", answer={"goal": 2}, version=1)["ok"]
    assert ex.answer == {"goal": 2} and seen == [{"goal": 1}, {"goal": 2}]


def test_two_exercises_of_one_activity_show_the_same():
    one, other = exercise("sdg-pitch"), exercise("sdg-pitch")
    ask(one.widget, op="save", answer={"goal": 5}, version=0)
    assert (other.widget.answer, other.widget.version) == ({"goal": 5}, 1)


def test_an_answers_file_tells_those_who_observe_what_it_brings():
    seen = []
    answers("dtca").observe(lambda one: seen.append(one.answer))
    file = {"format": "govcourse-answers", "version": 1, "answers": {"dtca": {"targets": {"legal": 4}}}}
    ask(exercise("sdg-pitch").widget, op="import", text=json.dumps(file))
    assert seen == [{"targets": {"legal": 4}}]


def test_a_cell_that_is_run_again_observes_once_and_what_is_unobserved_is_called_no_more():
    mine, seen = answers("sdg-pitch"), []

    def cell():
        def draw(one):
            seen.append(one.answer["goal"])

        mine.observe(draw)
        return draw

    cell()
    last = cell()
    mine.save({"goal": 1})
    assert seen == [1]
    mine.unobserve(last)
    mine.save({"goal": 2})
    assert seen == [1]
    with pytest.raises(TypeError, match="function"):
        mine.observe("draw")


def test_an_observer_that_breaks_keeps_the_answer_from_nobody(capsys):
    mine, seen = answers("sdg-pitch"), []
    mine.observe(lambda one: 1 / 0)
    mine.observe(lambda one: seen.append(one.answer))
    mine.save({"goal": 1})
    assert seen == [{"goal": 1}] and "ZeroDivisionError" in capsys.readouterr().err


CHARTS = [
    "dtca",
    "value-feasibility",
    "action-plan",
    "maturity-grid",
    "selection-criteria",
    "security-basics",
]


@pytest.mark.parametrize("activity", CHARTS)
def test_a_chart_is_altair_s_own_with_its_message_as_title(activity, example):
    mine = answers(activity)
    with pytest.raises(NothingToDraw, match="too little"):
        mine.chart()
    mine.save(example(activity))
    made = mine.chart()
    assert isinstance(made, alt.TopLevelMixin)
    spec = made.to_dict()
    assert " ".join(spec["title"]["text"]) == spec["description"]


def test_an_exercise_without_a_chart_says_so():
    with pytest.raises(NothingToDraw, match="no chart of its own"):
        answers("reflection").chart()


def test_it_can_be_read_as_text_and_as_html_and_text_of_people_stays_text():
    mine = answers("value-feasibility")
    assert content.activity("value-feasibility").empty in repr(mine)
    mine.save({"items": [*IDEAS["items"], *({"id": f"i{n}", "name": f"Idea {n}"} for n in range(20))]})
    assert repr(mine).startswith("Value and feasibility (value-feasibility)") and "B <b>" in repr(mine)
    assert "more: see frame()" in repr(mine) and len(repr(mine).splitlines()) < 25
    assert "B &lt;b&gt;" in mine._repr_html_() and "<b>" not in mine._repr_html_()


def test_an_activity_that_is_called_nearly_so_is_named():
    for call in (answers, exercise):
        with pytest.raises(KeyError, match="Did you mean “dtca”"):
            call("dcta")


def test_in_the_book_it_is_the_example_and_says_so(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_BOOK", "1")
    mine, ex = answers("dtca"), exercise("dtca")
    assert mine.answer == ex.answer == content.activity("dtca").example
    assert "example" in repr(mine) and "example" in mine._repr_html_()
    assert 'data-govcourse-mount="dtca"' in ex._repr_mimebundle_()["text/html"]
    with pytest.raises(Unreachable, match="JupyterLab"):
        ex.save({})
    assert answers("pre-test").frame().empty


def test_the_example_can_be_asked_for_beside_one_s_own_answers_and_is_not_written_into(example):
    shown = answers("sdg-pitch", example=True)
    assert shown.answer == example("sdg-pitch") and answers("sdg-pitch").answer == {}
    with pytest.raises(Unreachable, match="nothing was saved"):
        shown.save({"goal": 3})


def test_an_exercise_of_jupyterlab_is_shown_by_its_widget():
    data = exercise("dtca")._repr_mimebundle_()
    data = data[0] if isinstance(data, tuple) else data
    assert "application/vnd.jupyter.widget-view+json" in data


def test_asking_for_the_interface_imports_neither_pandas_nor_altair():
    code = (
        "import sys, govcourse; govcourse.answers; govcourse.exercise; import govcourse.jupyter.answers, govcourse.jupyter.sources; "
        "print([m for m in ('pandas', 'altair', 'sqlalchemy', 'pydantic', 'anywidget') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
