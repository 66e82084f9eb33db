"""Who of a room has prepared for its session: counts, and names only of those who gave one."""

from govcourse import content, kinds
from govcourse.content.preparation import prepared_for
from govcourse.json_types import Json
from govcourse.kinds.access import sees
from govcourse.server.api import Api
from govcourse.server.console_payloads import Prepared, PreparedRoom, Stage, Task
from govcourse.store import Room, Store


def stage(activity: str, answer: Json) -> Stage:
    """`done`, `begun` or `not`."""
    done, all = kinds.progress(activity, answer)
    return "done" if done >= all else "begun" if done else "not"


def prepared(store: Store, room: Room) -> PreparedRoom:
    """For each activity that the room's session builds on: how many people, or teams, finished or began it."""
    session = room.settings.get("session") or room.sessions[0]
    teams, alone = store.teams.all(room.code)
    people = [member for team in teams for member in team.members] + alone
    tasks: list[Task] = []
    stages: dict[str, dict[str, Stage]] = {}
    for id in prepared_for(session):
        activity = content.activity(id)
        if not sees("facilitator", activity):
            continue
        answers = store.answers.of_room(room.code, id)
        owners = (
            [team.id for team in teams] if teams and sees("team", activity) else [one for one, _ in people]
        )
        stages[id] = {owner: stage(id, answers.get(owner, {})) for owner in owners}
        found = list(stages[id].values())
        tasks.append(
            {
                "id": id, "title": activity.title, "by": "teams" if owners and teams and sees("team", activity) else "people",
                "all": len(owners), "done": found.count("done"), "begun": found.count("begun"),
            }
        )  # fmt: skip
    named: list[Prepared] = [
        {"name": name, "stages": {id: found[person] for id, found in stages.items() if person in found}}
        for person, name in people
        if name
    ]
    return {
        "session": session,
        "expected": room.settings.get("expected", 0),
        "joined": len(people),
        "tasks": tasks,
        "named": sorted(named, key=lambda one: one["name"].casefold()),
    }


class Preparation(Api):
    def get(self, code: str) -> None:
        room, _ = self.led(code)
        self.reply(prepared(self.store, room))


ROUTES = [(r"/api/rooms/([^/]+)/preparation", Preparation)]
