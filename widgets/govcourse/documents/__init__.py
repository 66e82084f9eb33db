"""What people take home: documents made from one answer. Imported only when one is asked for."""

from importlib import import_module

from govcourse import content


def make(activity_id: str, answer: dict, format: str) -> bytes:
    """The file's bytes. `format` is one that the activity's kind offers."""
    activity = content.activity(activity_id)
    return getattr(import_module(f"govcourse.documents.{activity.kind}"), format)(activity, answer)
