"""The design-thinking workspace: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.activity_models import Workspace
from govcourse.kinds.answers import (
    AnswerError,
    AnswerModel,
    Group,
    Id,
    Long,
    Move,
    Note,
    budget,
    known_moves,
    unique,
    unknown,
)  # fmt: skip
from govcourse.kinds.workspace.photos import FITS, checked

PHOTOS = 4  # in one workspace


class Form(AnswerModel):
    """One result of a stage; `photo` is a JPEG or PNG as a data URL, `alt` says what it shows."""

    id: Id
    fields: dict[str, Long] = {}
    photo: Annotated[str, StringConstraints(max_length=FITS)] = ""
    alt: Annotated[str, StringConstraints(max_length=300)] = ""


class Stage(AnswerModel):
    converging: bool = False
    notes: Annotated[list[Note], Field(max_length=200)] = []
    groups: Annotated[list[Group], Field(max_length=30)] = []
    forms: Annotated[list[Form], Field(max_length=10)] = []


class Answer(AnswerModel):
    """`moves` is the way through the stages, with why one went back."""

    stages: dict[str, Stage] = {}
    moves: Annotated[list[Move], Field(max_length=100)] = []


def spec(activity: Workspace) -> dict:
    return {}


def ids(activity: Workspace) -> dict[str, list[str]]:
    return {"stages": [stage.id for stage in activity.stages]}


def check(answer: Answer, activity: Workspace) -> None:
    """Raises AnswerError for what a stage does not have, too many dots or choices, and unusable photos.

    Photos are replaced by what `photos.checked` gives: without hidden data.
    """
    stages = {stage.id: stage for stage in activity.stages}
    unknown("stages", answer.stages, stages)
    known_moves(answer.moves, stages)
    photos = 0
    for id, stage in answer.stages.items():
        field, says = f"stages.{id}", stages[id]
        unique(f"{field}.notes", stage.notes)
        unique(f"{field}.groups", stage.groups)
        unique(f"{field}.forms", stage.forms)
        groups, tags = {group.id for group in stage.groups} | {""}, {tag.id for tag in says.tags} | {""}
        for index, note in enumerate(stage.notes):
            if note.group not in groups or note.tag not in tags:
                raise AnswerError(f"{field}.notes.{index}", "there is no such group or label")
        budget(f"{field}.notes", (note.votes for note in stage.notes), activity.votes)
        if sum(note.chosen for note in stage.notes) > says.choose:
            raise AnswerError(f"{field}.notes", f"at most {says.choose} can be chosen")
        if len(stage.forms) > (says.form.at_most if says.form else 0):
            raise AnswerError(f"{field}.forms", "there are too many")
        for index, form in enumerate(stage.forms):
            unknown(f"{field}.forms.{index}.fields", form.fields, [one.id for one in says.form.fields])
            if form.photo:
                photos += 1
                if not says.form.photo or photos > PHOTOS:
                    raise AnswerError(f"{field}.forms.{index}.photo", f"at most {PHOTOS} photos, where they are asked for")  # fmt: skip
                form.photo = checked(form.photo, f"{field}.forms.{index}.photo")
