"""What a session asks people to have done before it begins."""

from govcourse import content
from govcourse.content.models import Preparation


def prepared_for(session: int) -> list[str]:
    """The activities that are to be done before a session; what is optional is nobody's to miss."""
    tasks = (task for task in tasks_before(session) if not task.optional)
    return list(dict.fromkeys(task.activity for task in tasks if task.activity))


def tasks_before(number: int) -> list[Preparation]:
    """What is to be done before a session: its own tasks, else those that the one before set. Before a day there is nothing."""
    if number > len(content.sessions()):
        return []
    return content.session(number).before or (content.session(number - 1).preparation if number > 1 else [])
