"""The whiteboard in documents: a room's notes as its facilitator left them."""

from govcourse.kinds.moderation import moderated
from govcourse.kinds.report import MOST, Page, Report, RoomAnswers
from govcourse.kinds.whiteboard import rules
from govcourse.kinds.whiteboard.activity import Whiteboard
from govcourse.layout.blocks import Block, Cell, Heading, Table


class WhiteboardReport(Report[Whiteboard]):
    def room(self, activity: Whiteboard, room: RoomAnswers, page: Page) -> list[Block]:
        """Most dots first; what was hidden stays hidden, what was merged stands together."""
        t, found = page.t, rules.figures(activity, room.answers)["notes"]
        notes = moderated(found, room.settings, facilitator=False)
        if not notes:
            return []
        rows: list[list[Cell]] = [
            [
                "\n".join([note["text"], *(other["text"] for other in note["merged"])]),
                note["group"],
                note["votes"],
                "\n".join(note["comments"]),
            ]
            for note in notes[:MOST]
        ]
        head = [t["note"], t["group"], t["dots"], t["comments"]]
        used = [place for place in range(len(head)) if not place or any(row[place] for row in rows)]
        table = Table([head[place] for place in used], [[row[place] for place in used] for row in rows])
        return [Heading(activity.title, 2), table, *page.more(len(notes) - MOST)]
