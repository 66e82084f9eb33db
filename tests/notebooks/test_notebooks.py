"""The notebooks of five sessions and of the further chapters: clean, whole chapters that run."""

import json
import posixpath
import re
import shutil

import papermill
import pytest
from govcourse import answers, content
from govcourse.book import chapters
from govcourse.jupyter import charts, sources

from tests.e2e.helpers import PAGES

FOLDER = content.root() / "notebooks"
SESSIONS = [FOLDER / f"session-{number}.ipynb" for number in range(1, 6)]
FURTHER = [FOLDER / f"further-{one.id}.ipynb" for one in content.further()]
CHAPTERS = [*SESSIONS, *FURTHER]
NOTEBOOKS = [*CHAPTERS, FOLDER / "welcome.ipynb"]


def cells(path, kind):
    return [
        cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind
    ]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_notebook_is_a_whole_chapter_without_outputs(path):
    words = sum(len("".join(cell["source"]).split()) for cell in cells(path, "markdown"))
    assert 2500 <= words <= 4500 if path in SESSIONS else 1200 <= words <= 2200
    for cell in cells(path, "code"):
        assert cell["outputs"] == [] and cell["execution_count"] is None
        assert "hide-input" in cell["metadata"]["tags"] and cell["metadata"]["jupyter"]["source_hidden"]
        assert len(cell["source"]) <= 3 or "= words(" in "".join(
            cell["source"]
        )  # see test_computing_cells.py
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    assert "parameters" in first["metadata"]["tags"]
    assert [line.split(" =")[0] for line in first["source"]] == ["country", "team", "language"]


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_a_session_s_notebook_shows_its_exercises_and_its_frame(path):
    number = int(path.stem[-1])
    source = "\n".join("".join(cell["source"]) for cell in cells(path, "code"))
    shown = re.findall(r'exercise\("([\w-]+)"', source)
    again = {id for id in shown if number in content.activity(id).sessions}  # some stand in several chapters
    assert set(PAGES[number]) <= set(shown) <= set(PAGES[number]) | again
    assert len(shown) == len(set(shown))
    assert f'exercise("session-evaluation", language, session={number})' in source
    assert f"overview({number}, language, country, team)" in source
    for part in ("recap", "preparation"):
        assert f"{part}({number}, language)" in source


@pytest.mark.parametrize("one", content.further(), ids=lambda one: one.id)
def test_a_further_chapter_has_the_exercise_that_its_session_names(one):
    path = FOLDER / f"further-{one.id}.ipynb"
    source = "\n".join("".join(cell["source"]) for cell in cells(path, "code"))
    assert re.findall(r'exercise\("([\w-]+)"', source) == [one.activity]
    assert content.activity(one.activity).chapter == one.id
    assert "".join(cells(path, "markdown")[0]["source"]).startswith("# Going further: ")


def test_objectives_name_parts_and_exercises_that_there_are_and_each_is_asked_about():
    asked = [id for activity in content.activities() for id in activity.checks()]
    for session in content.sessions():
        path = FOLDER / f"session-{session.number}.ipynb"
        heads = re.findall(
            r"^#+ (.*)$", "\n".join("".join(one["source"]) for one in cells(path, "markdown")), re.M
        )
        for one in session.objectives:
            assert set(one.parts) <= set(heads), one.id
            assert all(session.number in content.activity(id).sessions for id in one.exercises), one.id
            assert asked.count(one.id) >= 6, one.id


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_links_lead_somewhere(path):
    for cell in cells(path, "markdown"):
        for target in re.findall(r"\]\(([^)#]+)", "".join(cell["source"])):
            if target.startswith("../book/cases/"):
                assert target.removeprefix("../book/cases/").removesuffix(".md") in content.case_ids()
            elif not target.startswith("https://") and not target.startswith("http://"):
                assert (path.parent / target).exists(), target


def test_every_link_opens_a_document_inside_jupyterlab_s_folder(tmp_path):
    for path in (*NOTEBOOKS, FOLDER / "analysis.ipynb"):
        shutil.copy(path, tmp_path)
    chapters.write(tmp_path)
    pages = [
        (path, "\n".join("".join(one["source"]) for one in cells(path, "markdown")))
        for path in tmp_path.glob("*.ipynb")
    ]
    pages += [(path, path.read_text(encoding="utf-8")) for path in tmp_path.rglob("*.md")]
    followed = 0
    for path, text in pages:
        assert not re.search(r"^```|^:::|\{\w+\}`", text, re.MULTILINE), path  # what only Sphinx can read
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            # as Lab does: nothing is above the top of its folder
            place = posixpath.normpath(f"/{path.parent.relative_to(tmp_path)}/{target}")
            assert (tmp_path / place.lstrip("/")).is_file(), (path, target)
            followed += 1
    assert followed > 100


@pytest.fixture
def entered(tmp_path, monkeypatch):
    """A learner of this computer who answered what sessions 2 and 4 compute with."""
    monkeypatch.setenv("GOVCOURSE_DATABASE", f"sqlite:///{tmp_path / 'answers.db'}")
    sources.local.cache_clear()
    for id in ("dtca", "action-plan"):
        answers(id).save(content.activity(id).example)
    sources.local.cache_clear()


# How many charts a session draws, and what of the country's or the team's stands in them, whatever the language.
CHARTS = {
    1: (2, '"name": "Océanie", "value": 0.5289, "own": true'),
    2: (3, "Fiji"),
    3: (2, ""),
    4: (3, "Blue"),
    5: (2, ""),
}


# The book's build runs all of them too, so that one of the further chapters is enough here.
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(
            one,
            marks=pytest.mark.long if one.stem.startswith("further-") and one.stem != "further-cases" else [],
        )
        for one in NOTEBOOKS
    ],
    ids=lambda path: path.stem,
)
def test_papermill_runs_a_notebook(path, tmp_path, entered):
    ran = papermill.execute_notebook(
        path, tmp_path / "out.ipynb", parameters={"country": "Fiji", "team": "Blue", "language": "fr"}, progress_bar=False, cwd=tmp_path
    )  # fmt: skip
    shown = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in shown if output.output_type == "error"]
    views = [o for o in shown if "application/vnd.jupyter.widget-view+json" in o.get("data", {})]
    assert len(views) == sum("exercise(" in "".join(cell.source) for cell in ran.cells)
    if path not in SESSIONS:
        return
    # at its head a page says for whom it was made, and in whose language
    overview = next(output["data"]["text/html"] for output in shown if "text/html" in output.get("data", {}))
    assert content.texts("fr")["notebook"]["made_for"].format(names="Fiji, Blue") in overview
    drawn = [
        json.dumps(o["data"][charts.LAB], ensure_ascii=False)
        for o in shown
        if charts.LAB in o.get("data", {})
    ]
    count, own = CHARTS[int(path.stem[-1])]
    assert len(drawn) == count and [one for one in drawn if own in one]


def test_every_activity_of_the_course_stands_in_a_chapter():
    source = "\n".join("".join(cell["source"]) for path in NOTEBOOKS for cell in cells(path, "code"))
    assert set(re.findall(r'exercise\("([\w-]+)"', source)) == set(content.activity_ids())
