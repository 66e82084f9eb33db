"""Breakout teams: dealt out evenly or by hand; what a team enters belongs to the team."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from govcourse import content, kinds
from govcourse.kinds.access import sees
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.payloads import Member, TeamListed, TeamMember, Teams, TeamWork
from govcourse.server.payloads import MyTeam as MyTeamPayload
from govcourse.store import Languages, Store
from govcourse.store.teams import MOST

LINK = 500  # characters of an address
SEEN = re.compile(r"[!-~]+")  # an address as it goes over the wire: letters beyond ASCII can look like others


def team_names(count: int) -> list[str]:
    """What teams are called that nobody named."""
    title = content.texts()["pages"]["team_n"]
    return [title.format(n=n) for n in range(1, count + 1)]


class RoomTeams(Api):
    """All teams, for facilitators. `{"count": n}` puts everybody without a team into one, of so many at least; with
    `"anew": true` everybody, at random, into exactly so many; with `"together": "languages"` who speaks the same comes
    together as far as teams stay even. `{"name": …}` adds an empty team."""

    def get(self, code: str) -> None:
        room, _ = self.led(code)
        self.reply(payload(self.store, room.code))

    def post(self, code: str) -> None:
        room, who = self.led(code)
        body = self.body()
        dealt: int | None = None
        if "count" in body:
            count = body["count"]
            if type(count) is not int or not 1 <= count <= MOST:
                raise ApiError(422, "invalid", "count", "teams_count", most=MOST)
            together = languages(self.store, room.code) if body.get("together") == "languages" else None
            deal = self.store.teams.deal_anew if body.get("anew") is True else self.store.teams.deal
            dealt = deal(room.code, team_names(count), together=together)
            self.store.acts.record(room.code, who, f"{dealt} people dealt into {count} teams")
        else:
            name = self.text(body, "name", 100)
            if not name or len(self.store.teams.all(room.code)[0]) >= MOST:
                raise ApiError(422, "invalid", "name", "team_name")
            self.store.teams.add(room.code, name)
        self.settings["govcourse_hub"].changed(room.code)
        told = payload(self.store, room.code)
        self.reply({**told, "dealt": dealt} if dealt is not None else told, 201)


def payload(store: Store, code: str) -> Teams:
    made, alone = store.teams.all(code)
    work, said = store.teams.work(code), store.people.languages(code)
    listed: list[TeamListed] = [
        {
            "id": team.id,
            "name": team.name,
            "members": _people(team.members, said),
            "work": work.get(team.id, []),
            "link": team.link,
        }
        for team in made
    ]
    gone: list[Member] = [{"id": id, "name": name} for id, name in store.people.removed(code)]
    return {"teams": listed, "alone": _people(alone, said), "removed": gone}


def _people(members: list[tuple[str, str]], said: Mapping[str, Languages]) -> list[TeamMember]:
    nothing = Languages()
    return [
        {"id": id, "name": name, "speaks": list(its.speaks), "needs": its.needs}
        for id, name in members
        for its in [said.get(id, nothing)]
    ]


def languages(store: Store, code: str) -> dict[str, str]:
    """By person of a room the language in which they understand others best, of those who named one."""
    return {id: said.own for id, said in store.people.languages(code).items()}


def video_room(given: str) -> str:
    """The address of a video room, or "". Raises ApiError for what no browser should be sent to: it has to be https, name a
    host, and hide neither a user nor a character that is not seen."""
    if not given:
        return ""
    try:
        parts = urlsplit(given)
        fits = parts.scheme == "https" and bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        fits = False
    if not fits or not SEEN.fullmatch(given):
        raise ApiError(422, "invalid", "link", "team_link")
    return given


class RoomTeam(Api):
    """`{"name": …}` renames a team; `{"link": …}` says in which video room it meets, "" for none; `{"member": id}` puts
    somebody into it. `none` is no team. DELETE takes what it wrote too."""

    def put(self, code: str, id: str) -> None:
        room, _ = self.led(code)
        body = self.body()
        if "member" in body:
            done = self.store.teams.move(
                room.code, self.text(body, "member", 40), None if id == "none" else id
            )
        elif "link" in body:
            link = video_room(self.text(body, "link", LINK))
            done = self.store.teams.set_link(room.code, id, link)
        else:
            done = self.store.teams.rename(room.code, id, self.text(body, "name", 100))
        if not done:
            raise ApiError(404, "no_team")
        self.settings["govcourse_hub"].changed(room.code)
        self.reply(payload(self.store, room.code))

    def delete(self, code: str, id: str) -> None:
        room, who = self.led(code)
        if not self.store.teams.delete(room.code, id):
            raise ApiError(404, "no_team")
        if room.settings.get("presents") == id:
            self.store.rooms.change(room.code, presents=None, timer=None)
        self.store.acts.record(room.code, who, f"team {id} deleted")
        self.settings["govcourse_hub"].changed(room.code)
        self.reply(payload(self.store, room.code))


class Work(Api):
    """What a team wrote in an exercise, for facilitators to read."""

    def get(self, code: str, id: str, activity: str) -> None:
        room, _ = self.led(code)
        about = self.activity(activity)
        team = self.store.teams.get(id)
        if team is None or team.room != room.code:
            raise ApiError(404, "no_team")
        if not sees("team", about):
            raise ApiError(403, "private")
        answer, _ = self.store.answers.get(team.id, activity)
        parts = kinds.parts(activity, answer, self.language(room.language))
        work: TeamWork = {"activity": activity, "title": about.title, "parts": parts}
        self.reply(work)


class MyTeam(Api):
    """The team of whoever asks: its name, how many they are, and where they meet."""

    def get(self, code: str) -> None:
        room = self.room(code)
        person = self.person(room)
        made, _ = self.store.teams.all(room.code)
        mine = next((team for team in made if team.id == person.team), None)
        names = [name for _, name in mine.members if name] if mine else []
        team: MyTeamPayload | None = (
            {"id": mine.id, "name": mine.name, "size": len(mine.members), "names": names, "link": mine.link}
            if mine
            else None
        )
        self.reply({"team": team})


ROUTES = [
    (r"/api/rooms/([^/]+)/teams", RoomTeams),
    (r"/api/rooms/([^/]+)/teams/([a-z0-9]+)", RoomTeam),
    (r"/api/rooms/([^/]+)/teams/([a-z0-9]+)/work/([a-z0-9-]+)", Work),
    (r"/api/rooms/([^/]+)/team", MyTeam),
]
