"""Figures of the workspace: how far it has come."""

from govcourse.content.activity_models import Workspace
from govcourse.kinds.answers import words


def begun(stage: dict) -> bool:
    """Whether a stage holds anything."""
    return any(words(note.get("text")) for note in stage.get("notes", [])) or any(
        form.get("photo") or any(map(words, form.get("fields", {}).values()))
        for form in stage.get("forms", [])
    )


def progress(activity: Workspace, answer: dict) -> tuple[int, int]:
    stages = answer.get("stages", {})
    return sum(begun(stages.get(stage.id, {})) for stage in activity.stages), len(activity.stages)
