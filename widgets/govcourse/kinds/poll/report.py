"""The poll in documents: bars of a room's answers, and what was written."""

from govcourse import content
from govcourse.content import formats
from govcourse.json_types import Json
from govcourse.kinds.access import enough
from govcourse.kinds.moderation import moderated
from govcourse.kinds.poll.activity import Poll
from govcourse.kinds.poll.rules import asked, grouped, same, tally
from govcourse.kinds.report import MOST, Bar, Bars, Chart, Page, Report, RoomAnswers
from govcourse.layout.blocks import Block, Heading, Items


class PollReport(Report[Poll]):
    def bars(self, activity: Poll, room: RoomAnswers) -> list[Bars]:
        found = []
        for key, (question, session) in asked(activity).items():
            counted = tally(question, [answer.get("answers", {}).get(key, {}) for answer in room.answers])
            if not enough(counted["n"], room.least):
                continue
            titles = {option.id: option.title for option in question.options}
            rows: list[Bar] = [{**bar, "title": titles.get(bar["id"], bar["id"])} for bar in counted["bars"]]
            rows.sort(key=lambda bar: -bar["count"])
            texts = _together(key, counted["texts"], room.settings)
            found.append(Bars(question.text, counted["n"], rows, texts, session))
        return found

    def room_chart(self, activity: Poll, room: RoomAnswers, page: Page) -> Chart | None:
        charts = (_chart(one, page) for one in self.bars(activity, room) if one.session is None)
        return next((chart for chart in charts if chart), None)

    def room(self, activity: Poll, room: RoomAnswers, page: Page) -> list[Block]:
        if not room.answers:
            return []
        shown, all = self.bars(activity, room), len(asked(activity))
        made = [block for one in shown for block in _question(one, page)]
        return [*made, *page.withheld(all - len(shown), all, room.least)]

    def say(self, activity: Poll, room: RoomAnswers, page: Page, see: str) -> list[str]:
        sentence = page.t.get(f"say_{activity.report}")
        return [
            sentence.format(title=one.rows[0]["title"], count=one.rows[0]["count"], n=one.n, see=see)
            for one in self.bars(activity, room)
            if sentence and one.rows and one.rows[0]["count"]
        ]


def _together(key: str, texts: list[str], settings: Json) -> list[str]:
    """Texts as they are counted: one that the facilitator put under another says what that one says."""
    notes = moderated(grouped(key, texts), settings, facilitator=False)
    under = {same(other["text"]): note["text"] for note in notes for other in note["merged"]}
    return [under.get(same(text), text) for text in texts]


def _chart(one: Bars, page: Page) -> Chart | None:
    from govcourse.layout.charts import bars

    if not one.rows or not one.rows[0]["count"]:
        return None
    top = one.rows[0]
    message = page.t["poll_message"].format(title=top["title"], count=top["count"], n=one.n)
    rows = [
        {
            "title": bar["title"],
            "value": bar["count"],
            "shown": f"{bar['count']} ({page.percent(bar['share'])})",
        }
        for bar in one.rows
    ]
    told = [(str(row["title"]), row["shown"]) for row in rows]
    return Chart(bars(rows), message, name="bars", rows=told)


def _question(one: Bars, page: Page) -> list[Block]:
    """A question that is asked in every session says in which; its open answers are all that is told of it."""
    notes = grouped("", one.texts)
    said = [f"{note['text']} ({note['votes']})" if note["votes"] > 1 else note["text"] for note in notes]
    texts: list[Block] = [Items(said[:MOST]), *page.more(len(said) - MOST)] if said else []
    if one.session is not None:
        session = content.texts(page.language)["pages"]["session"].format(number=one.session)
        return (
            [Heading(f"{formats.listed((session, one.text), page.language, ':')} ({one.n})", 2), *texts]
            if texts
            else []
        )
    chart = _chart(one, page)
    return [Heading(one.text, 2), *([chart.drawn(page)] if chart else []), *texts]
