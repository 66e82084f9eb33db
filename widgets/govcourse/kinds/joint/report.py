"""Joint answers in documents: beside what each answered alone, with reasons, dissents and theories of change."""

from collections.abc import Iterable

from govcourse import kinds
from govcourse.assessment.debrief import Debrief, Distribution, debrief, respondents
from govcourse.content import formats
from govcourse.json_types import Json
from govcourse.kinds.access import enough
from govcourse.kinds.answers import words
from govcourse.kinds.joint import instrument_of, rules, titles_of
from govcourse.kinds.joint.activity import Together
from govcourse.kinds.joint.shapes import Agreed
from govcourse.kinds.report import MOST, Page, Report, RoomAnswers, blocks_of
from govcourse.layout.blocks import Block, Cell, Heading, Items, Slide, Table, Text

SHOWN = 5  # statements on a slide


class JointReport(Report[Together]):
    def room(self, activity: Together, room: RoomAnswers, page: Page) -> list[Block]:
        found, alone = self._found(activity, room)
        t, titles = page.texts(self.kind.name), titles_of(activity)
        theories = self._theories(activity, room, page)
        if not found and not theories:
            return []
        blocks: list[Block] = [Text(instrument_of(activity).note, "note"), Text(t["report_about"])]
        if found:
            blocks.append(_table(list(found.items()), alone, activity, page))
        for id in list(found)[:MOST]:
            said = self._said(activity, room, page, id)
            blocks += [Heading(t["report_head"].format(text=titles[id]), 2), Items(said)] if said else []
        blocks += page.more(len(found) - MOST)
        return [*blocks, *([Heading(t["report_theories"], 2), *theories] if theories else [])]

    def say(self, activity: Together, room: RoomAnswers, page: Page, see: str) -> list[str]:
        found, _ = self._found(activity, room)
        if not any(one["n"] for one in found.values()):
            return []
        t, dissents = page.texts(self.kind.name), sum(len(one["dissents"]) for one in found.values())
        return [t["say_joint"].format(teams=len(room.answers), n=len(found), dissents=dissents, see=see)]

    def room_slides(self, activity: Together, room: RoomAnswers, page: Page) -> dict[str, Slide]:
        """The statements that most teams answered together, beside what each said alone."""
        found, alone = self._found(activity, room)
        if not found:
            return {}
        most = sorted(found.items(), key=lambda pair: -pair[1]["n"])[:SHOWN]
        return {"joint": Slide(activity.title, [], table=_table(most, alone, activity, page))}

    def _found(self, activity: Together, room: RoomAnswers) -> tuple[dict[str, Agreed], Debrief | None]:
        """What was answered together, and the debrief of what was answered alone; None of fewer than may be shown."""
        instrument = instrument_of(activity)
        given = respondents(room.others.get(activity.of, []), instrument)
        alone = debrief(given, instrument, room.least) if enough(len(given), room.least) else None
        return rules.together(room.answers, instrument), alone

    def _said(self, activity: Together, room: RoomAnswers, page: Page, id: str) -> list[str]:
        """The answers to a statement that have a reason, each with its team, and the dissents after them."""
        t, made = page.texts(self.kind.name), list[str]()

        def said(who: str, *parts: str) -> str:
            return formats.listed((who, ". ".join(filter(None, parts))), page.language, ":")

        for who, answer in room.signed(page):
            item = answer.get("items", {}).get(id, {})
            if reason := words(item.get("reason")):
                made.append(said(who, response(item, activity, t), reason))
            for one in rules.objections(item):
                place = t["report_dissent"].format(who=one["who"] or who)
                step = _labels(activity).get(one["value"] or 0, "")
                made.append(said(place, step, one["why"]))
        return made

    def _theories(self, activity: Together, room: RoomAnswers, page: Page) -> list[Block]:
        made: list[Block] = []
        for who, answer in room.signed(page):
            read = kinds.parts(activity.id, {"theories": answer.get("theories", [])}, page.language)
            if blocks := blocks_of([{**one, "title": ""} for one in read], 3):
                made += [Heading(who, 3), *blocks]
        return made


def response(item: Json, activity: Together, t: dict[str, str]) -> str:
    """A joint answer in words."""
    if item.get("dont_know"):
        return instrument_of(activity).dont_know
    return t["split"] if item.get("split") else _labels(activity).get(item.get("value") or 0, "")


def _labels(activity: Together) -> dict[int, str]:
    return {step.value: step.label for step in instrument_of(activity).scale}


def _table(
    found: Iterable[tuple[str, Agreed]], alone: Debrief | None, activity: Together, page: Page
) -> Table:
    t, titles, labels = page.texts("joint"), titles_of(activity), _labels(activity)
    rows: list[list[Cell]] = []
    for id, one in found:
        figures: Distribution | None = alone["statements"].get(id) if alone else None
        shown = figures if figures and enough(figures["n"]) else None
        rows.append(
            [
                titles[id],
                page.number(shown["median"]) if shown else t["report_held"],
                page.number(shown["consensus"], 2) if shown else "–",
                "\n".join(_counted(one, labels, activity, t)),
                len(one["dissents"]),
            ]
        )
    head = [
        t["report_statement"],
        t["report_median"],
        page.t["consensus"],
        t["report_joint"],
        t["dissents_head"],
    ]
    return Table(head, rows, t["report_table"])


def _counted(one: Agreed, labels: dict[int, str], activity: Together, t: dict[str, str]) -> list[str]:
    """How many teams gave which joint answer, the highest step first."""
    counts = {labels[step]: one["counts"][step - 1] for step in (5, 4, 3, 2, 1)}
    counts |= {instrument_of(activity).dont_know: one["dont_know"], t["split"]: one["split"]}
    return [t["report_step"].format(value=label, n=n) for label, n in counts.items() if n]
