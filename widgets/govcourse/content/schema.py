"""Writes the JSON Schemas of data/ into data/schema/, so that editors complete and check the files."""

import json
from pathlib import Path

from govcourse import content, discovery
from govcourse.content import models

SCHEMAS = {
    "course": models.Course,
    "session": models.Session,
    "case": models.Case,
    "instrument": models.Instrument,
    "sdgs": models.Goals,
    "principles": models.Principles,
    "tools": models.Tools,
    "pillars": models.Pillars,
    "public-values": models.PublicValues,
    "obstacles": models.Obstacles,
    "quotations": models.Quotations,
    "glossary": models.Glossary,
    "report": models.ReportPlan,
}


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
