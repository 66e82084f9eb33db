"""Joint answers: what a team says together to statements that each has answered alone, with reasons, dissents and a theory of change."""

from random import Random
from typing import TYPE_CHECKING

from govcourse import content
from govcourse.content.activity import Assessing
from govcourse.content.instruments import Instrument
from govcourse.json_types import Json
from govcourse.kinds.answers import unique, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.joint import rules, shapes
from govcourse.kinds.joint.activity import Together
from govcourse.kinds.joint.answer import Answer as JointAnswer
from govcourse.kinds.outline import Outline, Value, at, choice, every, join, say, some

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table

ENOUGH = 3  # statements that are talked about


class Joints(Kind[Together, JointAnswer]):
    Activity, Answer = Together, JointAnswer
    Spec, Figures, Derived, Facts = shapes.Spec, shapes.Figures, shapes.Derived, shapes.Facts
    sums = True
    presents = True

    def spec(self, activity: Together) -> shapes.Spec:
        about = content.activity(activity.of, Assessing)
        return {"instrument": instrument_of(activity), "example_of": about.example}

    def keys(self, activity: Together) -> dict[str, list[str]]:
        return {"items": list(titles_of(activity))}

    def check(self, answer: JointAnswer, activity: Together) -> None:
        unknown("items", answer.items, self.keys(activity)["items"])
        for id, item in answer.items.items():
            unique(f"items.{id}.dissents", item.dissents)
        unique("theories", answer.theories)

    def reads(self, activity: Together) -> list[str]:
        return [activity.of]

    def practice(self, activity: Together, given: Json, chance: Random) -> Json:
        """The example, with other steps for its statements and for some more."""
        example: Json = activity.example or {}
        items = {id: dict(item) for id, item in example.get("items", {}).items()}
        for one in instrument_of(activity).statements[::6]:
            items.setdefault(one.id, {"value": 3})
        for item in items.values():
            if item.get("value") is not None:
                item["value"] = min(5, max(1, item["value"] + chance.choice([-1, 0, 0, 1])))
        return {**example, "items": items}

    def outline(self, activity: Together) -> Outline:
        titles = titles_of(activity)
        instrument = instrument_of(activity)
        response: Value = choice(
            at("/items/{id}/dont_know"),
            instrument.dont_know,
            choice(at("/items/{id}/split"), say("split"), at("/items/{id}/value", of="scale")),
        )
        theory = say("theory_said", do=at("do"), then=at("then"), because=at("because"))
        sound = every(at("do"), at("then"), at("because"))
        low: Value = say("bring_low_note", value=at("value"), reason=at("reason"))
        return {
            "parts": [
                {
                    "each": "$statements",
                    "title": at("title"),
                    "lines": [
                        {"label": say("joint"), "text": response},
                        {"label": say("reason"), "text": at("/items/{id}/reason")},
                        {
                            "each": "/items/{id}/dissents",
                            "label": join(say("dissent"), at("who"), by=": "),
                            "text": join(at("value", of="scale"), at("why"), by=". "),
                        },
                    ],
                },
                {
                    "each": "theories",
                    "title": say("theory_n", n=at("#")),
                    "lines": [
                        {"label": say(name), "text": at(name)} for name in ("do", "then", "because", "wrong")
                    ],
                },
            ],
            "done": [
                {
                    "each": "items",
                    "check": every(some(at("value"), at("dont_know"), at("split")), at("reason")),
                    "enough": ENOUGH,
                },
                {"each": "theories", "check": sound, "enough": 1},
            ],
            "feeds": [
                {
                    "each": "theories",
                    "id": at("id"),
                    "name": at("do"),
                    "note": choice(sound, theory),
                    "keeps": {"evidence": join(theory, say("theory_wrong", wrong=at("wrong")), by=" ")},
                },
                {
                    "each": "@low",
                    "id": at("id"),
                    "name": say("bring_low", title=at("title")),
                    "note": low,
                    "keeps": {"evidence": low},
                },
            ],
            "tables": {
                "statements": [{"id": id, "title": title} for id, title in titles.items()],
                "scale": [{"id": step.value, "title": step.label} for step in instrument.scale],
            },
            "facts": _facts(titles),
            "nothing": "outline_nothing",
            "paper": [activity.lead],
        }

    def derived(self, activity: Together, answer: Json) -> shapes.Derived:
        return {"low": rules.low(answer, titles_of(activity))}

    def figures(self, activity: Together, answers: list[Json]) -> shapes.Figures:
        """`n` are those who took up anything."""
        given = [answer for answer in answers if answer.get("items") or answer.get("theories")]
        return {
            "n": len(given),
            "statements": rules.together(given, instrument_of(activity)),
            "theories": sum(len(answer.get("theories", [])) for answer in given),
        }

    def formats(self, activity: Together) -> list[str]:
        return ["docx", "pdf", "xlsx", "csv"]

    def tables(self, activity: Together, language: str = "en") -> "list[Table]":
        from govcourse.kinds.joint.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Together]":
        from govcourse.kinds.joint.report import JointReport

        return JointReport(self)


def instrument_of(activity: Together) -> Instrument:
    return content.instrument(content.activity(activity.of, Assessing).instrument)


def titles_of(activity: Together) -> dict[str, str]:
    """All statements that may have been answered, by id."""
    return {one.id: one.text for one in instrument_of(activity).known}


def _facts(titles: dict[str, str]) -> shapes.Facts:
    return {"statements": [{"id": id, "title": title} for id, title in titles.items()]}


kind = Joints()
