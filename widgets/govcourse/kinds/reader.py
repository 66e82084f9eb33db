"""Reads an answer as its outline says: parts, rows, progress and offers. runtime/outline.ts does the same."""

from collections.abc import Iterator, Mapping
from typing import Any, NotRequired

from typing_extensions import TypedDict

from govcourse.content.formats import rounded
from govcourse.json_types import Json
from govcourse.kinds.outline import Line, Outline, Read, Value

MARKS = {
    "; ": "two_parts",
    ", ": "two_items",
    ": ": "name_and_text",
}  # as outlines write them, and their texts


class LineRead(TypedDict):
    label: str
    text: str
    image: NotRequired[str]


class PartRead(TypedDict):
    title: str
    lines: list[LineRead]


class Offer(TypedDict):
    """`keeps` is what goes along as it is, where it says something."""

    id: str
    name: str
    note: str
    keeps: Json


class Reader:
    """An answer as its outline reads it; `texts` is the catalogue of its kind, with the common one."""

    def __init__(self, outline: Outline, answer: Json, derived: Json, texts: Mapping[str, str]):
        self._outline, self._texts = outline, texts
        self._roots = {"/": answer, "@": derived}
        self._top: tuple[Any, ...] = (answer,)

    def parts(self) -> list[PartRead]:
        """The parts that say something."""
        found: list[PartRead] = []
        for part in self._outline["parts"]:
            own = part.get("each", "$")[0] != "$"  # what somebody made is named, even where it says no more
            for scope in self._scopes(part, self._top):
                title = self._text(part.get("title", ""), scope)
                lines = [line for one in part["lines"] for line in self._lines(one, scope)]
                if lines or (own and title.strip()):
                    found.append({"title": title, "lines": lines})
        return found

    def rows(self) -> list[tuple[str, str, str]]:
        """The same as rows of a table: part, label, text."""
        nothing: LineRead = {"label": "", "text": ""}
        return [
            (part["title"], line["label"], line["text"])
            for part in self.parts()
            for line in part["lines"] or [nothing]
        ]

    def progress(self) -> tuple[int, int]:
        """How much is `done` of `all`, which is at least 1."""
        done = every = 0
        for count in self._outline["done"]:
            passed = [self._said(count["check"], scope) for scope in self._scopes(count, self._top)]
            enough = count.get("enough")
            done += sum(passed) if enough is None else min(sum(passed), enough)
            every += len(passed) if enough is None else enough
        return done, max(1, every)

    def offers(self) -> list[Offer]:
        """The entries that have a name."""
        found: list[Offer] = []
        for feed in self._outline.get("feeds", []):
            ranked: list[tuple[float, Offer]] = []
            for scope in self._scopes(feed, self._top):
                offer = Offer(
                    id=self._text(feed["id"], scope).strip(),
                    name=self._text(feed["name"], scope).strip(),
                    note=self._text(feed.get("note", ""), scope).strip(),
                    keeps=self._kept(feed.get("keeps", {}), scope),
                )
                if offer["name"]:
                    by = self._value(feed["by"], scope) if "by" in feed else 0
                    ranked.append((by or 0, offer))
            best = [one for one in ranked if one[0]] or ranked
            found += [offer for _, offer in sorted(best, key=lambda one: -one[0])]
        return found

    def _kept(self, keeps: Mapping[str, Any], scope: tuple[Any, ...]) -> Json:
        return {name: self._value(one, scope) for name, one in keeps.items() if self._said(one, scope)}

    def _lines(self, line: Line, around: tuple[Any, ...]) -> Iterator[LineRead]:
        for scope in self._scopes(line, around):
            made: LineRead = {
                "label": self._text(line.get("label", ""), scope),
                "text": self._text(line["text"], scope),
            }
            if image := self._text(line.get("image", ""), scope):
                made["image"] = image
            if made["text"].strip() or image:
                yield made

    def _scopes(self, node: Mapping[str, Any], around: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        """The entry that is looked at, with those around it: one for each that `each` finds and `when` lets pass."""
        entries = (
            [(*around, one) for one in self._entries(node["each"], around)] if "each" in node else [around]
        )
        for scope in entries:
            if "when" not in node or self._said(node["when"], scope):
                yield scope

    def _entries(self, path: str, scope: tuple[Any, ...]) -> list[Any]:
        if path.startswith("$"):
            return list(self._outline.get("tables", {})[path[1:]])
        found = self._at(path, scope)
        lists = found if "*" in path and isinstance(found, list) else [found]
        entries = [entry for one in lists for entry in _each(one)]
        return [{**one, "#": n} if isinstance(one, dict) else one for n, one in enumerate(entries, 1)]

    def _at(self, path: str, scope: tuple[Any, ...]) -> Any:
        start, up = scope[-1], 0
        if path[:1] in self._roots:
            start, path = self._roots[path[0]], path[1:]
        while path.startswith("^"):
            up, path = up + 1, path[1:]
            start = scope[-1 - up]
        entry = scope[-1] if isinstance(scope[-1], dict) else {}
        return _follow(
            start,
            [
                str(entry.get(step[1:-1], "")) if step[:1] == "{" else step
                for step in filter(None, path.split("/"))
            ],
        )

    def _value(self, value: Value, scope: tuple[Any, ...]) -> Any:
        if isinstance(value, str):
            return value
        if "at" in value:
            return self._read(value, scope)
        if "say" in value:
            filled = {name: self._text(one, scope) for name, one in value.get("values", {}).items()}
            return self._texts.get(value["say"], value["say"]).format(**filled)
        if "join" in value:
            found = [self._value(one, scope) for one in value["join"]]
            flat = [one for some in found for one in (some if isinstance(some, list) else [some])]
            return self._listed(flat, value["by"])
        if "when" in value:
            return self._value(value["then" if self._said(value["when"], scope) else "otherwise"], scope)
        if "every" in value:
            return all(self._said(one, scope) for one in value["every"])
        return any(self._said(one, scope) for one in value["some"])

    def _read(self, value: Read, scope: tuple[Any, ...]) -> Any:
        found = self._at(value["at"], scope)
        if found is None:
            found = value.get("default")
        if "of" in value:
            names = {one["id"]: one["title"] for one in self._outline.get("tables", {})[value["of"]]}
            named = [names.get(one, one) for one in (found if isinstance(found, list) else [found])]
            return named if isinstance(found, list) else named[0]
        if "places" in value and isinstance(found, int | float):
            whole, *decimals = rounded(found, value["places"]).split(".")
            written = self._texts.get("with_decimals", "{one}.{two}")
            return written.format(one=whole, two=decimals[0]) if decimals else whole
        if "repeat" in value:
            return value["repeat"] * int(found or 0)
        return found

    def _text(self, value: Value, scope: tuple[Any, ...]) -> str:
        found = self._value(value, scope)
        return self._listed(found, "; ") if isinstance(found, list) else _text(found)

    def _listed(self, values: list[Any], by: str) -> str:
        """What is said, with what stands between two: a mark as the language has it."""
        said = [self._listed(one, "; ") if isinstance(one, list) else _text(one).strip() for one in values]
        mark = self._texts.get(MARKS.get(by, ""), by).format(one="", two="")
        return mark.join(filter(None, said))

    def _said(self, value: Value, scope: tuple[Any, ...]) -> bool:
        return says(self._value(value, scope))


def says(value: Any) -> bool:
    """Whether a value says something: not blank, not zero, not no, and any of a list's."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, list):
        return any(map(says, value))
    return bool(value)


def _text(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "✓"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _each(found: Any) -> list[Any]:
    """The entries of a list; of a mapping too, each with its key as id, and as `value` what is no mapping itself."""
    if isinstance(found, dict):
        return [
            {**one, "id": key} if isinstance(one, dict) else {"id": key, "value": one}
            for key, one in found.items()
        ]
    return found if isinstance(found, list) else []


def _follow(start: Any, steps: list[str]) -> Any:
    for place, step in enumerate(steps):
        if step == "*":
            inner = start.values() if isinstance(start, dict) else start if isinstance(start, list) else []
            return [_follow(one, steps[place + 1 :]) for one in inner]
        if isinstance(start, list):
            start = next((one for one in start if isinstance(one, dict) and one.get("id") == step), None)
        else:
            start = start.get(step) if isinstance(start, dict) else None
    return start
