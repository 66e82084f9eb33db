"""Figures of the debrief: how far it has come. What it shows are the figures of kinds/dtca."""

from govcourse.content.activity_models import Debrief
from govcourse.kinds.answers import words


def progress(activity: Debrief, answer: dict) -> tuple[int, int]:
    """A note on each step; a gap that is carried on counts for the last one."""
    notes = answer.get("notes", {})
    done = {step.id for step in activity.steps if words(notes.get(step.id))}
    if answer.get("carried"):
        done.add(activity.steps[-1].id)
    return len(done), len(activity.steps)
