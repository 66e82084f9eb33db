"""A room's answers for reports: made by rules, the same in every run."""

import copy
import io
import json
import random

import pytest
import vl_convert
from docx import Document
from govcourse import content, documents, kinds
from govcourse.documents import cohort
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from tests.once import once


def answers_of(people: int) -> dict[str, list[dict]]:
    """Answers of `people` to every exercise that is not private; a fifth of them where teams work."""
    chance = random.Random(people)
    found = {}
    for activity in content.in_course_order():
        if activity.owner != "private":
            count = max(2, people // 5) if activity.owner == "team" else people
            found[activity.id] = [_answer(activity, chance) for _ in range(count)]
    return found


def _answer(activity, chance) -> dict:
    if activity.kind == "dtca":
        dimensions = content.instrument().dimensions
        values = {
            one.id: {"value": min(5, max(1, round(chance.gauss(2 + 0.4 * place, 1.2))))}
            for place, dimension in enumerate(dimensions) for one in dimension.statements
        }  # fmt: skip
        return {"items": values, "targets": {dimension.id: 4 for dimension in dimensions}}
    if activity.kind == "poll":
        given = {}
        for asked in kinds.spec(activity.id)["asked"]:
            options = [option["id"] for option in asked["options"]]
            given[asked["key"]] = {"chosen": [chance.choice(options)]} if options else {"text": "Said so."}
        return {"answers": given}
    return copy.deepcopy(activity.example or {})


@pytest.fixture(scope="session", autouse=True)
def drawn():
    """A chart that stands in several documents is drawn once."""
    known = {}

    def remembering(draw):
        def remembered(chart, **how):
            key = json.dumps([chart, how], sort_keys=True)
            if key not in known:
                known[key] = draw(chart, **how)
            return known[key]

        return remembered

    with pytest.MonkeyPatch.context() as patch:
        for name in ("vegalite_to_svg", "svg_to_png"):
            patch.setattr(vl_convert, name, remembering(getattr(vl_convert, name)))
        yield known


@pytest.fixture(scope="session")
def room():
    """A cohort of 30."""
    return cohort.make(
        "Cohort <9> & co.", 30, answers_of(30), {"country": "Exampleland", "code": "ABCDEF"}, "en", 5
    )


@pytest.fixture(scope="session")
def report(room, tmp_path_factory):
    """That cohort's report in a format, as bytes; made once, as it takes long."""

    def of(format: str) -> bytes:
        def make(folder):
            (folder / "report").write_bytes(documents.make_report(room, format))

        return (once(tmp_path_factory, f"report-{format}", make) / "report").read_bytes()

    return of


SECRET = "Only four people said this"


@pytest.fixture(scope="session")
def small():
    """A room of four: nothing may be shown."""
    answers = answers_of(4)
    answers["obstacles-poll"][0]["answers"]["obstacles"] = {"chosen": ["other"], "text": SECRET}
    answers["digital-value"] = [{"notes": [{"id": f"n{n}", "text": SECRET}]} for n in range(4)]
    return cohort.make("Small", 4, answers, {}, "en", 5)


def text_of(data, format):
    match format:
        case "docx":
            return "".join(
                node.text or ""
                for node in Document(io.BytesIO(data)).element.body.iter()
                if node.tag.endswith("}t")
            )
        case "pdf":
            return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        case "pptx":
            return "".join(
                node.text or ""
                for slide in Presentation(io.BytesIO(data)).slides
                for node in slide._element.iter()
                if node.tag.endswith("}t")
            )
        case "csv":
            return data.decode("utf-8-sig")
    return "".join(
        str(cell)
        for sheet in load_workbook(io.BytesIO(data)).worksheets
        for row in sheet.values
        for cell in row
    )


def bare(text):
    """Without what lines and pages do to it."""
    return "".join(text.replace("\x00", "").split()).replace("-", "").replace("’", "'")
