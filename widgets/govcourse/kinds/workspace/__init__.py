"""The design-thinking workspace: five stages, each first divergent, then convergent, with the whole trail."""

from typing import TYPE_CHECKING

from govcourse.kinds.answers import AnswerError, at_most, budget, known_moves, unique, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Feed, Line, Outline, Part, at, choice, either, join, some
from govcourse.kinds.shapes import Led
from govcourse.kinds.workspace import answer as model
from govcourse.kinds.workspace.activity import Stage, Workspace
from govcourse.kinds.workspace.answer import PHOTOS
from govcourse.kinds.workspace.answer import Answer as WorkspaceAnswer
from govcourse.kinds.workspace.photos import checked

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Workspaces(Kind[Workspace, WorkspaceAnswer]):
    Activity, Answer = Workspace, WorkspaceAnswer

    def keys(self, activity: Workspace) -> dict[str, list[str]]:
        return {"stages": [stage.id for stage in activity.stages]}

    def check(self, answer: WorkspaceAnswer, activity: Workspace) -> None:
        """As for all kinds; photos are replaced by what `photos.checked` gives: without hidden data."""
        stages = {stage.id: stage for stage in activity.stages}
        unknown("stages", answer.stages, stages)
        known_moves(answer.moves, stages)
        photos = 0
        for id, stage in answer.stages.items():
            photos = _check_stage(f"stages.{id}", stage, stages[id], activity.votes, photos)

    def phases(self, activity: Workspace) -> list[Led]:
        return [
            {"id": one.id, "title": one.title, "minutes": one.minutes, "blind": place == 0}
            for place, one in enumerate(activity.stages)
        ]

    def outline(self, activity: Workspace) -> Outline:
        begun = ("notes/*/text", "forms/*/photo", "forms/*/fields/*")
        return {
            "parts": [part for stage in activity.stages for part in _parts(stage)],
            "done": [
                {"check": some(*(at(f"stages/{stage.id}/{path}") for path in begun))}
                for stage in activity.stages
            ],
            "feeds": [_feed(stage) for stage in activity.stages if stage.offers],
        }

    def tables(self, activity: Workspace, language: str = "en") -> "list[Table]":
        from govcourse.kinds.workspace.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Workspace]":
        from govcourse.kinds.workspace.report import WorkspaceReport

        return WorkspaceReport(self)


def _parts(stage: Stage) -> list[Part]:
    """The notes of a stage, then each form that was filled in."""
    text = join(choice(at("chosen"), "✓"), at("text"), by=" ")
    parts: list[Part] = [
        {"title": stage.title, "lines": [{"each": f"/stages/{stage.id}/notes", "text": text}]}
    ]
    if form := stage.form:
        lines: list[Line] = [{"label": one.title, "text": at(f"fields/{one.id}")} for one in form.fields]
        lines.append({"text": either(at("alt"), form.item), "image": at("photo"), "when": at("photo")})
        parts.append(
            {
                "each": f"/stages/{stage.id}/forms",
                "title": join(stage.title, form.item, by=": "),
                "lines": lines,
            }
        )
    return parts


def _feed(stage: Stage) -> Feed:
    return {
        "each": f"/stages/{stage.id}/notes",
        "when": at("chosen"),
        "id": at("id"),
        "name": at("text"),
        "note": stage.title,
    }


def _check_stage(field: str, stage: model.Stage, says: Stage, votes: int, photos: int) -> int:
    """How many photos there are with those of this stage; it refuses what the stage does not have."""
    unique(f"{field}.notes", stage.notes)
    unique(f"{field}.groups", stage.groups)
    unique(f"{field}.forms", stage.forms)
    groups, tags = {group.id for group in stage.groups} | {""}, {tag.id for tag in says.tags} | {""}
    for index, note in enumerate(stage.notes):
        if note.group not in groups or note.tag not in tags:
            raise AnswerError(f"{field}.notes.{index}", "no_group")
    budget(f"{field}.notes", (note.votes for note in stage.notes), votes)
    at_most(f"{field}.notes", sum(note.chosen for note in stage.notes), says.choose, "choose_most")
    at_most(f"{field}.forms", len(stage.forms), says.form.at_most if says.form else 0)
    for index, form in enumerate(stage.forms):
        where = f"{field}.forms.{index}"
        unknown(f"{where}.fields", form.fields, [one.id for one in says.form.fields] if says.form else [])
        if form.photo:
            photos += 1
            at_most(f"{where}.photo", photos, PHOTOS if says.form and says.form.photo else 0, "photos_most")
            form.photo = checked(form.photo, f"{where}.photo")
    return photos


kind = Workspaces()
