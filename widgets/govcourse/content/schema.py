"""Writes the JSON Schemas of data/ into data/schema/, so that editors complete and check the files."""

import json
from pathlib import Path, PurePath

from pydantic import BaseModel

from govcourse import content, discovery
from govcourse.content import case_library, five_days, instruments, models, pictures
from govcourse.content.country_list import Countries
from govcourse.content.report_plan import ReportPlan

SCHEMAS: dict[str, type[BaseModel]] = {
    "course": models.Course,
    "session": models.Session,
    "day": five_days.Day,
    "case": case_library.CaseFile,
    "instrument": instruments.Instrument,
    "sdgs": models.Goals,
    "principles": models.Principles,
    "tools": models.Tools,
    "computing": models.Computing,
    "pillars": models.Pillars,
    "public-values": models.PublicValues,
    "obstacles": models.Obstacles,
    "quotations": models.Quotations,
    "glossary": models.Glossary,
    "countries": Countries,
    "report": ReportPlan,
    "spoken": models.Spoken,
    "picture": pictures.Picture,
}
FOLDERS = {
    "sessions": "session",
    "days": "day",
    "cases": "case",
    "instruments": "instrument",
    "pictures": "picture",
}  # of files that have one schema


def model_of(file: PurePath) -> type[BaseModel]:
    """The model of a file of data/, but for activities: theirs is their kind's."""
    return SCHEMAS[FOLDERS.get(file.parts[0], file.stem)]


def schemas() -> dict[str, str]:
    """File name to text."""
    made = {}
    kinds = {f"activity-{name}": discovery.kind(name).Activity for name in discovery.modules()}
    for name, model in {**SCHEMAS, **kinds}.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        if name in kinds:
            schema["properties"]["kind"] = {"const": name.removeprefix("activity-")}
        made[f"{name}.json"] = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    return made


def write(folder: Path | None = None) -> None:
    folder = folder or content.data() / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
