"""What must hold after every step. Whatever people write is a token that says whose it is, so that it is known wherever it turns up."""

import json
import re
from collections import defaultdict
from typing import Any, NamedTuple

from tests.simulator.clock import Loop

# zq3T17; is what phone 3 wrote as its 17th. T: team's, P: private, O: own, N: note for all, Q: own, shown from five people on.
TOKEN = re.compile(r"zq(\d+)([TPONQ])(\d+);")
FEW = 5


class Broken(AssertionError):
    """Something that must hold does not."""


class Moment(NamedTuple):
    """What a facilitator had set from this time on, by activity."""

    at: float
    settings: dict[str, dict[str, Any]]

    def shown(self, activity: str) -> bool:
        return self.settings.get(activity, {}).get("results") == "shown"

    def open(self, activity: str) -> bool:
        return self.settings.get(activity, {}).get("state") == "open"


class Judge:
    def __init__(self, loop: Loop):
        self.loop, self.steps = loop, 0
        self.answers: dict[tuple[str, str], list[str]] = defaultdict(list)  # all versions of an answer
        self.promised: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.moments = [Moment(0.0, {})]
        self.team: dict[int, str] = {}  # phones by number
        self.who: dict[str, int] = {}  # the numbers of participants' ids
        self.people = 0
        self.asked: dict[str, str] = {}  # texts of questions that were taken, by their ids
        self.database: Any = None

    def after_write(self) -> None:
        """The store was written to. What is wrong then is told outside of the server, which would answer it."""
        if self.database is not None and self.loop.broken is None:
            try:
                self._look()
            except Broken as broken:
                self.loop.broken = broken

    def _look(self) -> None:
        """Versions rise one by one, nothing that was promised is missing, and nobody is gone."""
        self.steps += 1
        rows = self.database.execute(
            "SELECT participant, activity, version, document FROM answers"
        ).fetchall()
        found = {(owner, activity): (version, document) for owner, activity, version, document in rows}
        for place in self.answers.keys() - found.keys():
            raise Broken(f"the answer of {place} is gone")
        for place, (version, document) in found.items():
            known = self.answers[place]
            if version == len(known) + 1:
                known.append(document)
                if missing := self.promised[place] - tokens(document):
                    raise Broken(
                        f"version {version} of {place} has lost {sorted(missing)[:3]}, which was acknowledged"
                    )
            elif version != len(known):
                raise Broken(f"the version of {place} went from {len(known)} to {version}")
            elif known and known[-1] != document:
                raise Broken(f"version {version} of {place} is another one now")
        (rooms,) = self.database.execute("SELECT count(*) FROM rooms WHERE deleted IS NULL").fetchone()
        (people,) = self.database.execute(
            "SELECT count(*) FROM participants WHERE deleted IS NULL"
        ).fetchone()
        if people < self.people or (self.people and not rooms):
            raise Broken(f"people went from {self.people} to {people}, rooms are {rooms}")
        self.people = people
        set_now = {
            name: json.loads(one)
            for name, one in self.database.execute("SELECT activity, settings FROM room_activities")
        }
        if set_now != self.moments[-1].settings:
            self.moments.append(Moment(self.loop.time(), set_now))

    def between(self, sent: float, received: float) -> list[Moment]:
        """What was set in between."""
        ends = [*(one.at for one in self.moments[1:]), float("inf")]
        return [
            one for one, end in zip(self.moments, ends, strict=True) if one.at <= received and end >= sent
        ]

    def saved(self, owner: str, activity: str, answer: object, version: int, sent: float) -> None:
        """A save was acknowledged."""
        known = self.answers[owner, activity]
        if len(known) < version or json.loads(known[version - 1]) != answer:
            raise Broken(f"version {version} of {owner[:6]} {activity} was acknowledged and is not stored")
        given = tokens(json.dumps(answer))
        if missing := given - tokens(known[-1]):
            raise Broken(f"{sorted(missing)[:3]} of {activity} was acknowledged and is not there any more")
        self.promised[owner, activity] |= given
        if not any(one.open(activity) for one in self.between(sent, self.loop.time())):
            raise Broken(f"{activity} took an answer while it was closed")

    def steered(self, activity: str, changes: dict[str, Any]) -> None:
        """What a facilitator set was acknowledged."""
        has = self.moments[-1].settings.get(activity, {})
        if any(has.get(name) != value for name, value in changes.items()):
            raise Broken(f"{changes} of {activity} was acknowledged and is not set")

    def seen(self, number: int, path: str, body: str, sent: float) -> None:
        """What a participant got, of an answer or by a stream: nothing that is not theirs to see."""
        for author, kind, _ in TOKEN.findall(body):
            other = int(author) != number
            if kind in "PO" and other:
                raise Broken(f"phone {number} sees at {path} what {author} wrote for themselves")
            if kind == "T" and other and self.team.get(int(author)) != self.team.get(number):
                raise Broken(f"phone {number} sees at {path} what {author} wrote in another team")
        if path.endswith("/summary"):
            self._summary(number, path.split("/")[-2], body, sent)
        if path.endswith("/events") and re.search(r'"(moderation|hidden|screen)":', body):
            raise Broken(f"phone {number} hears what only facilitators are told")

    def _summary(self, number: int, activity: str, body: str, sent: float) -> None:
        moments = self.between(sent, self.loop.time())
        if not any(one.shown(activity) for one in moments):
            raise Broken(f"phone {number} sees results of {activity} that are not shown")
        hidden = [set(one.settings.get(activity, {}).get("hidden", [])) for one in moments]
        always = set.intersection(*hidden) if hidden else set()
        told = {note["text"] for note in json.loads(body).get("notes", [])}
        if seen := told & {self.texts[key] for key in always if key in self.texts}:
            raise Broken(f"phone {number} sees {sorted(seen)[:2]}, which is hidden")
        answered = sum(place[1] == activity and bool(known) for place, known in self.answers.items())
        if answered < FEW and (set(json.loads(body)) - {"n", "too_few"}) and activity in SUPPRESSED:
            raise Broken(f"phone {number} sees what {answered} people said in {activity}")

    texts: dict[str, str] = {}  # of notes, by the key by which a facilitator hides them


SUPPRESSED = ("dtca", "role-of-state")


def tokens(text: str) -> set[str]:
    return {f"zq{author}{kind}{number};" for author, kind, number in TOKEN.findall(text)}
