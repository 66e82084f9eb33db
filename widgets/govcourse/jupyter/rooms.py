"""A room's data for whoever leads it: frames and charts, without what fewer than five people gave."""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qs, quote, urlsplit

from govcourse import kernel_environment
from govcourse.json_types import Json
from govcourse.jupyter.sources import Unreachable, call

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from govcourse.kinds.releases import Releases
    from govcourse.kinds.room_tables import RoomTable
    from govcourse.room_service import RoomService
    from govcourse.store import Room as StoredRoom


class RoomSource(Protocol):
    """Who gives a room's data. What raises KeyError, says in words why there is nothing."""

    def about(self) -> Json: ...
    def tables(self, activity: str, language: str) -> list[Json]: ...
    def chart(self, activity: str, language: str) -> Json: ...


class Room:
    """A room's data. Whatever is asked for is asked anew.

    **What is protected.** What people gave each for themselves is in a frame once five of them answered, without names, and
    with numbers for respondents that hold within one activity only. Within it a column is empty wherever fewer than five
    answered the same question, and so is what is worked out from it. Two looks at different times differ by the answers
    of five people or not at all: until so many are new, changed or gone, the first look is given again. So look when all have
    answered. Private exercises are in no frame. A team's answers speak for the team, and are shown as they were written
    once five people are in the room.

    **What is not.** Texts are as they were written, and can tell who wrote them. Somebody who knows one person's answers well
    finds that row. The console, which shows a room as it is now, and reports made at different times can be compared with a
    frame; so can frames before and after a restart of the server, which forgets what it gave out, and those of two servers
    on one database. Whoever can read the course's database needs no frame.
    """

    def __init__(self, source: RoomSource, language: str = "en"):
        self._source, self._language = source, language

    def activities(self) -> "pd.DataFrame":
        """The room's exercises in course order, a row each: `activity` (id), `title`, `kind`, `sessions` (text, with spaces), `owner`
        (“participant” or “team”), `answers` (how many there are now) and `shown` (whether these are enough for a frame)."""
        import pandas as pd

        rows = self._source.about()["activities"]
        frame = pd.DataFrame(rows, columns=["id", "title", "kind", "sessions", "owner", "answers", "shown"])
        frame["sessions"] = frame["sessions"].map(lambda some: " ".join(map(str, some)))
        types = {"answers": "Int64", "shown": "boolean"}
        return frame.astype({name: types.get(name, "string") for name in frame}).rename(
            columns={"id": "activity"}
        )

    def frame(self, activity: str, table: str | None = None) -> "pd.DataFrame":
        """The answers to one exercise: as `answers(activity).frame()`, with `respondent` (from 1, Int64) before each row.

        It has no row where fewer than five answered, or teams of fewer than five people. Raises KeyError for an exercise that the room has
        not, for a private one, and for a table that there is not.
        """
        from govcourse.kinds.tables import frame

        one = self._table(activity, table)
        return frame(one.columns, one.rows)

    def counts(
        self, activity: str, column: str, by: str | None = None, table: str | None = None
    ) -> "pd.DataFrame":
        """How many answers have each value of a column, in each group of a column `by`: `group` ("" without one), `value`, `answers` (rows).

        No number is of fewer than five people, nor does one follow by subtraction: values that fewer gave are counted together,
        and groups in which fewer gave one of them. It has no row where fewer than five answered. What teams made is counted as it
        is. Raises KeyError as `frame` does, and for a column that there is not.

        >>> room(code, key).counts("dtca", "dont_know")
          group value  answers
        0          no       60
        1         yes        6
        """
        from govcourse.kinds.room_tables import counted
        from govcourse.kinds.tables import Column, frame

        rows = counted(self._table(activity, table), column, by, self._language)
        columns = [
            Column("group", "string", "group"),
            Column("value", "string", "value"),
            Column("answers", "Int64", "answers"),
        ]
        return frame(columns, rows)

    def _table(self, activity: str, name: str | None) -> "RoomTable":
        from govcourse.kinds.room_tables import RoomTable
        from govcourse.kinds.tables import Column

        found = self._source.tables(activity, self._language)
        one = next((one for one in found if name in (None, one["name"])), None)
        if one is None:
            raise KeyError(
                f"“{activity}” has no table “{name}”. It has: {', '.join(one['name'] for one in found)}."
            )
        columns = tuple(Column(**column) for column in one["columns"])
        return RoomTable(activity, one["name"], one["title"], columns, [tuple(row) for row in one["rows"]])

    def codebook(self, activity: str) -> "pd.DataFrame":
        """What the columns of an exercise's frames mean, as `answers(activity).codebook()` says it; `respondent` is the first."""
        from govcourse.kinds.room_tables import of_room
        from govcourse.kinds.tables import codebook

        return codebook(of_room(activity, [], self._language))

    def chart(self, activity: str) -> "alt.TopLevelMixin":
        """The chart that a room's report has of an exercise, for Altair: its title is its message.

        Raises NothingToDraw for an exercise without such a chart, or with too few answers; KeyError as `frame` does.
        """
        import altair as alt

        return alt.Chart.from_dict(self._source.chart(activity, self._language)["chart"])

    def __repr__(self) -> str:
        about = self._source.about()
        shown = [one for one in about["activities"] if one["shown"]]
        rows = (f"  {one['id']}: {one['title']} ({one['answers']})" for one in shown)
        return "\n".join([f"{about['title'] or about['code']} ({about['code']})", *rows])

    def _repr_html_(self) -> str:
        title, *rows = repr(self).splitlines()
        items = "".join(f"<li>{escape(row.strip())}</li>" for row in rows)
        return f"<p><strong>{escape(title)}</strong></p><ul>{items}</ul>"


@dataclass(frozen=True)
class ServerRoom:
    """A room on a course server."""

    url: str
    code: str
    key: str

    def about(self) -> Json:
        return self._ask("frames")

    def tables(self, activity: str, language: str) -> list[Json]:
        found: list[Json] = self._ask(
            f"frames/{quote(activity, safe='')}?language={quote(language, safe='')}"
        )["tables"]
        return found

    def chart(self, activity: str, language: str) -> Json:
        from govcourse.jupyter.answers import NothingToDraw

        path = f"charts/{quote(activity, safe='')}?language={quote(language, safe='')}"
        found = self._ask(path)
        if "nothing" in found:
            raise NothingToDraw(found["nothing"])
        return found

    def _ask(self, path: str) -> Json:
        status, reply = call(f"{self.url}/api/rooms/{quote(self.code, safe='')}/{path}", self.key)
        if status == 200:
            return reply
        message = reply.get("error", {}).get("message") or f"The course server answers with {status}."
        if reply.get("error", {}).get("code") == "not_facilitator":
            raise PermissionError(message)
        if status in (403, 404):
            raise KeyError(message)
        raise Unreachable(message)


@dataclass(frozen=True)
class LocalRoom:
    """A room in the store of this computer."""

    service: "RoomService"
    room: "StoredRoom"

    def about(self) -> Json:
        return {
            "code": self.room.code,
            "title": self.room.title,
            "activities": self.service.activities(self.room),
        }

    def tables(self, activity: str, language: str) -> list[Json]:
        return self.service.tables(self.room, activity, language)

    def chart(self, activity: str, language: str) -> Json:
        from govcourse import room_service
        from govcourse.jupyter.answers import NothingToDraw

        found = room_service.chart(*self.service.chart(self.room, activity, language))
        if "nothing" in found:
            raise NothingToDraw(found["nothing"])
        return found


def room(code: str = "", key: str = "", server: str | None = None, language: str = "en") -> Room:
    """A room's data, for its facilitators: `activities()`, `frame(activity)`, `codebook(activity)`, `chart(activity)`.

    `key` is the room's facilitator link, the key in it, or the server's token. `server` is the address of the course server; without
    it that of the link or of the server that started this notebook, else the store of this computer. On a room's own
    dashboard neither code nor key is needed. Nothing that fewer than five people gave is in a frame; `Room` says what that protects,
    and what it does not. Raises KeyError for a room that there is not, PermissionError for a key that does not open it,
    and Unreachable where no server answers. The source of all is what the room's people entered.

    >>> cohort = room(code, key)  # in which six people gave the assessment's example
    >>> cohort.frame("dtca").groupby("dimension", observed=True)["value"].mean().round(1)["leadership"]
    np.float64(3.5)
    >>> cohort.frame("reflection")
    Traceback (most recent call last):
    ...
    KeyError: '“...” is private: it is in no frame of a room.'
    """
    link = urlsplit(key)
    if link.scheme in ("http", "https"):
        before, _, in_link = link.path.rpartition("/facilitator/")
        server = server or f"{link.scheme}://{link.netloc}{before}"
        code, key = code or in_link, "".join(parse_qs(link.query).get("key", []))
    url = server or kernel_environment.server()
    if url is not None:
        if urlsplit(url).scheme not in ("http", "https"):
            raise ValueError(f"“{url}” is no address of a course server: it begins with https:// or http://.")
        own = kernel_environment.room() if server is None else ""
        if own and code in ("", own) and not key:
            code, key = own, kernel_environment.token()
        return Room(ServerRoom(url.rstrip("/"), code, key), language)
    return Room(_local(code, key), language)


def _local(code: str, key: str) -> LocalRoom:
    import hmac

    from govcourse.room_service import RoomService
    from govcourse.settings import settings
    from govcourse.store import open_store

    store, token = open_store(), settings().token
    found = store.rooms.get(code)
    if found is None:
        raise KeyError(
            f"There is no room {code} in the store of this computer. For one on a course server give `server=`."
        )
    by_token = token is not None and hmac.compare_digest(key.encode(), token.get_secret_value().encode())
    if not by_token and not store.facilitators.holds(found.code, key):
        raise PermissionError(
            f"This key does not open the room {found.code}: take the one in its facilitator link."
        )
    return LocalRoom(RoomService(store, _releases()), found)


@cache
def _releases() -> "Releases":
    """One for this kernel, so that no second call forgets what was given out."""
    from govcourse.kinds.releases import Releases

    return Releases()
