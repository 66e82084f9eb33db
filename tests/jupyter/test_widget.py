"""The widget between a view and the store: what a comm message may do, and what it may not."""

import json

import pytest
import traitlets
from govcourse import content, exercise
from govcourse.store import open_store


def shown(activity):
    """What an exercise is shown by in JupyterLab."""
    return exercise(activity).widget


def ask(widget, op, **payload):
    widget.set_state({"request": {"id": 7, "op": op, **payload}})
    assert widget.reply["id"] == 7
    reply = {key: value for key, value in widget.reply.items() if key != "id"}
    widget.request = {}
    return reply


def test_an_answer_is_saved_and_is_there_in_the_next_kernel(example):
    first = shown("sdg-pitch")
    answer = example("sdg-pitch")
    assert ask(first, "save", answer=answer, version=0) == {"ok": True, "version": 1}
    again = shown("sdg-pitch")
    assert (again.answer, again.version) == (answer, 1)


def test_a_view_that_hears_of_an_answer_has_its_version_already():
    widget, heard = shown("sdg-pitch"), []
    widget.observe(lambda change: heard.append((change["new"], widget.version)), "answer")
    ask(widget, "save", answer={"goal": 1}, version=0)
    ask(widget, "save", answer={"goal": 2}, version=1)
    assert heard == [({"goal": 1}, 1), ({"goal": 2}, 2)]


def test_an_answer_is_cleaned_before_it_is_stored_and_the_view_gets_it_so():
    widget = shown("sdg-pitch")
    assert ask(widget, "save", answer={"pitch": "a\x0bb\x01"}, version=0)["ok"]
    assert widget.answer == shown("sdg-pitch").answer == {"pitch": "a\nb"}
    file = {"format": "govcourse-answers", "version": 1, "answers": {"sdg-pitch": {"pitch": "c\x0cd\x02"}}}
    assert ask(widget, "import", text=json.dumps(file))["imported"] == ["sdg-pitch"]
    assert shown("sdg-pitch").answer == {"pitch": "c\nd"}


def test_a_stale_save_gets_the_present_document():
    first, second = shown("sdg-pitch"), shown("sdg-pitch")
    ask(first, "save", answer={"goal": 1}, version=0)
    reply = ask(second, "save", answer={"goal": 2}, version=0)
    assert (reply["code"], reply["answer"], reply["version"]) == ("stale", {"goal": 1}, 1)


def test_a_wrong_answer_is_refused_and_what_was_there_stays():
    widget = shown("sdg-pitch")
    ask(widget, "save", answer={"goal": 1}, version=0)
    reply = ask(widget, "save", answer={"goal": 99}, version=1)
    assert (reply["ok"], reply["code"], reply["field"]) == (False, "invalid", "goal")
    assert shown("sdg-pitch").answer == {"goal": 1}


def test_a_comm_message_sets_nothing_but_the_request():
    widget = shown("dtca")
    spec, host = dict(widget.spec), dict(widget.host)
    widget.set_state(
        {"spec": {}, "host": {"participant": "x"}, "answer": {"items": {}}, "version": 9, "reply": {}}
    )
    assert (widget.spec, widget.host, widget.answer, widget.version) == (spec, host, {}, 0)


@pytest.mark.parametrize(
    "request_", [{}, {"id": "x", "op": "save"}, {"id": 1, "op": "delete"}, {"id": 1, "op": "save", "answer": 5, "version": "x"}, {"id": 1, "op": "import"}, {"id": 1, "op": "document", "format": "../x"}, {"id": 1, "op": "read", "activity": "reflection"}]
)  # fmt: skip
def test_a_hostile_request_is_refused(request_):
    widget = shown("dtca")
    widget.set_state({"request": request_})
    if request_:
        assert widget.reply["ok"] is False
    assert shown("dtca").answer == {}


def test_an_answers_file_goes_from_one_exercise_to_another(example):
    widget = shown("sdg-pitch")
    ask(widget, "save", answer=example("sdg-pitch"), version=0)
    file = ask(widget, "export")["file"]
    assert file["name"] == "govcourse-answers.json"
    text = file["text"].replace('"goal": 16', '"goal": 4')
    reply = ask(widget, "import", text=text)
    assert reply == {"ok": True, "imported": ["sdg-pitch"], "refused": []}
    assert widget.answer["goal"] == 4 and widget.version == 2
    assert ask(widget, "import", text=json.dumps({"format": "x"}))["code"] == "invalid"
    assert shown("sdg-pitch").answer["goal"] == 4


def test_an_earlier_answer_is_found_by_its_resume_code_where_this_computer_has_it(example):
    ask(shown("dtca"), "save", answer=example("dtca"), version=0)
    store = open_store()
    then = store.people.add()
    store.answers.save(then.id, "dtca", {"items": {"legal-6": {"value": 2}}}, 0)
    told = ask(shown("dtca"), "earlier", code=then.resume_code)
    assert told["answer"] == {"items": {"legal-6": {"value": 2}}} and told["saved"]
    for code in ("NOBODY1234", None, {"a": 1}):
        assert ask(shown("dtca"), "earlier", code=code)["message"] == content.texts()["api"]["no_such_code"]


def test_a_plot_brings_in_the_assessment_and_nothing_else(example):
    ask(shown("dtca"), "save", answer=example("dtca"), version=0)
    plot = shown("value-feasibility")
    assert ask(plot, "read", activity="dtca")["answer"] == example("dtca")
    for other in ("sdg-pitch", ["dtca"], None):
        assert ask(plot, "read", activity=other)["ok"] is False


def test_a_plan_comes_as_a_document(example):
    plan = shown("action-plan")
    ask(plan, "save", answer=example("action-plan"), version=0)
    file = ask(plan, "document", format="xlsx")["file"]
    assert file["name"] == "action-plan.xlsx" and file["base64"]


def test_the_representation_has_a_part_for_a_page_without_kernel():
    data = shown("dtca")._repr_mimebundle_()
    data = data[0] if isinstance(data, tuple) else data
    assert "application/vnd.jupyter.widget-view+json" in data
    assert 'data-govcourse-mount="dtca"' in data["text/html"]


def test_what_is_loaded_of_a_country_comes_when_it_is_chosen():
    from govcourse.store import CountryFigure, open_store

    store = open_store()
    store.country_figures.replace([CountryFigure("egdi", 2024, "KEN", "egdi", 0.5)])
    widget = shown("country-profile")
    told = ask(widget, "country", country="KEN")["country"]
    assert told["figures"] == [{"index": "egdi", "edition": 2024, "values": {"egdi": 0.5}}]
    assert [one["of"] for one in told["means"]] == ["014", "002", "world"]
    store.country_figures.remove("egdi")
    store.close()
    assert ask(widget, "country", country="KEN")["country"]["figures"] == []
    assert ask(widget, "country", country=["KEN"])["code"] == "invalid"
    assert ask(widget, "country")["ok"] is False


def test_what_a_cell_sets_on_the_widget_itself_is_refused():
    widget = shown("sdg-pitch")
    with pytest.raises(traitlets.TraitError):
        widget.answer = {"goal": 1}
    assert widget.answer == {}
