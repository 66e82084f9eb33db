"""A country's profile: its figures in the indices of others beside its peers', what an index does not say, one's own reading."""

import json
from typing import TYPE_CHECKING

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import AnswerError, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.country import rules, shapes
from govcourse.kinds.country.activity import Profile
from govcourse.kinds.country.answer import Answer as ProfileAnswer
from govcourse.kinds.outline import Entry, Outline, Value, at, either, say, some, table
from govcourse.layout.chart_language import directed

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table

# In order, which JSON's keys have not.
EDITIONS: list[Entry] = [{"id": str(year), "title": str(year)} for year in range(2003, 2041)]


class Profiles(Kind[Profile, ProfileAnswer]):
    Activity, Answer = Profile, ProfileAnswer
    Spec, Figures = shapes.Spec, shapes.Figures
    sums = True

    def spec(self, activity: Profile) -> shapes.Spec:
        """Countries to choose from, what was published of all of them, and the charts without their data."""
        every, names = content.countries(), content.country_names()
        lands = [
            shapes.Land(id=id, title=names[id], region=one.region, subregion=one.subregion, sids=one.sids)
            for id, one in every.members.items()
        ]
        used = [one.source for one in (*every.means, *every.counts)]
        charts = json.loads((self.folder / "charts.json").read_text(encoding="utf-8"))
        return {
            "countries": lands,
            "groups": _groups(),
            "means": every.means,
            "counts": every.counts,
            "limits": {index: limits for index, limits in every.limits.items()},
            "publications": {key: every.sources[key] for key in dict.fromkeys(used)},
            "charts": {name: directed(one) for name, one in charts.items()},
        }

    def keys(self, activity: Profile) -> dict[str, list[str]]:
        return {
            "figures": [str(one["id"]) for one in EDITIONS],
            "readings": [one.id for one in activity.questions],
        }

    def check(self, answer: ProfileAnswer, activity: Profile) -> None:
        allowed = self.keys(activity)
        unknown("figures", answer.figures, allowed["figures"])
        unknown("readings", answer.readings, allowed["readings"])
        if answer.country and answer.country not in content.countries().members:
            raise AnswerError("country", "no_country")

    def outline(self, activity: Profile) -> Outline:
        names = content.country_names()
        lands: list[Entry] = [{"id": id, "title": names[id]} for id in content.countries().members]
        figures = {name: at(f"/figures/{{id}}/{name}", places=2) for name in ("egdi", "osi", "tii", "hci")}
        values: dict[str, Value] = {name: either(one, "–") for name, one in figures.items()}
        return {
            "parts": [
                {
                    "lines": [
                        {"label": say("outline_country"), "text": at("country", of="countries")},
                        {"each": "$editions", "when": some(*figures.values()), "label": say("outline_edition", edition=at("title")), "text": say("outline_values", **values)},
                        {"each": "$questions", "label": at("title"), "text": at("/readings/{id}")},
                    ]
                }
            ],
            "done": [{"check": at("country")}, {"each": "$questions", "check": at("/readings/{id}")}],
            "feeds": [{"each": "$questions", "id": at("id"), "name": at("/readings/{id}"), "note": at("title")}],
            "tables": {"countries": lands, "editions": EDITIONS, "questions": table(activity.questions)},
            "paper": [f"{one.title} {one.about}" for one in activity.questions],
        }  # fmt: skip

    def figures(self, activity: Profile, answers: list[Json]) -> shapes.Figures:
        names = content.country_names()
        found = [shapes.Chosen(id=id, title=names[id], count=count) for id, count in rules.shown(answers)]
        return {"n": len(answers), "countries": found}

    def tables(self, activity: Profile, language: str = "en") -> "list[Table]":
        from govcourse.kinds.country.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Profile]":
        from govcourse.kinds.country.report import ProfileReport

        return ProfileReport(self)


def _groups() -> dict[str, str]:
    """Names of the groups with which a country is compared, by number in M49 or by id."""
    names, every = content.country_names(), content.countries()
    numbers = [id for one in every.regions for id in (one.id, *(part.id for part in one.subregions))]
    others = content.texts()["countries"]
    return {id: names[id] for id in numbers} | {
        name.removeprefix("group_"): text for name, text in others.items() if name.startswith("group_")
    }


kind = Profiles()
