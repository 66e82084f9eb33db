"""Prints what a browser gets and gives as JSON Schema, by module of the front end: shapes.mjs makes types of it."""

import json
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from govcourse import content, country_profile, discovery, kinds
from govcourse.assessment import again, debrief, scoring
from govcourse.content import instruments
from govcourse.content.activity import ActivityBase
from govcourse.kinds import answers, journey, moderation, questions
from govcourse.kinds import shapes as shared
from govcourse.server import console_payloads, payloads, review_payloads
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

PARTS = ("Activity", "Answer", "Spec", "Figures", "Results", "Derived", "Facts")  # of a kind's contract
NOT_TOLD = {"feeds", "report", "cases", "chapter"}  # of an activity


class Whole(GenerateJsonSchema):
    """What a browser is told has every field, also those that have a default in data."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        told = self.mode == "serialization" and field["type"] != "typed-dict-field"
        return told or super().field_is_required(field, total)


def schema(shapes: dict[str, Any]) -> dict[str, Any]:
    """One schema, with a definition for each of `shapes` and for what they consist of."""
    inputs = [
        (name, "validation" if _given(shape) else "serialization", TypeAdapter(shape))
        for name, shape in shapes.items()
    ]
    made, rest = TypeAdapter.json_schemas(inputs, schema_generator=Whole)
    definitions = rest.get("$defs", {})
    for one in definitions.values():
        if "instructions" in one.get("properties", {}):  # an activity
            one["properties"] = {
                name: field for name, field in one["properties"].items() if name not in NOT_TOLD
            }
            one["required"] = [name for name in one["required"] if name not in NOT_TOLD]
    return {"shapes": {name: one for (name, _), one in made.items()}, "definitions": definitions}


def _given(shape: Any) -> bool:
    """Whether it comes from a browser, and may be partial."""
    return isinstance(shape, type) and issubclass(shape, answers.AnswerModel)


def modules() -> dict[str, dict[str, Any]]:
    """What a module of the front end has types of, by its path without its ending."""
    ours = [name for name, module in discovery.modules().items() if module.startswith("govcourse.")]
    return {
        "runtime/shapes": {
            "Activity": ActivityBase,
            "Moderation": moderation.Moderation,
            **own(shared),
            **named(
                payloads.RoomShown,
                payloads.RoomGone,
                payloads.RoomLeft,
                payloads.DocumentsTold,
                payloads.DocumentTold,
                review_payloads.MyReviews,
                payloads.MyTeam,
                payloads.MyQuestions,
                payloads.MyLanguages,
                questions.QuestionShown,
                payloads.Page,
                payloads.LearnerPage,
                country_profile.CountryProfile,
                journey.Journey,
            ),  # fmt: skip
        },
        "assessment/shapes": {
            "Instrument": instruments.Instrument,
            "Answer": kinds.kind(content.assessment().id).Answer,
            **own(scoring),
            **own(debrief),
            **own(again),
        },
        "kinds/shapes": named(
            answers.Note, answers.Group, answers.Move, answers.Origin, moderation.Moderated
        ),
        "server/console/shapes": own(payloads)
        | own(console_payloads)
        | own(review_payloads)
        | named(moderation.Board, questions.QuestionListed, questions.QuestionsModerated),
    } | {f"kinds/{name}/shapes": of_kind(name) for name in ours}


def of_kind(name: str) -> dict[str, Any]:
    """What its contract names, and what its module of shapes says."""
    its, module = kinds.named(name), f"govcourse.kinds.{name}.shapes"
    more = own(import_module(module)) if find_spec(module) else {}
    return more | {part: getattr(its, part) for part in PARTS}


def own(module: ModuleType) -> dict[str, Any]:
    """The types that a module makes."""
    return named(
        *(one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__)
    )


def named(*shapes: Any) -> dict[str, Any]:
    return {one.__name__: one for one in shapes}


if __name__ == "__main__":
    print(json.dumps({path: schema(shapes) for path, shapes in modules().items()}))
