"""The design-thinking workspace in documents: the ideas that teams chose."""

from govcourse.kinds.answers import words
from govcourse.kinds.report import MOST, Page, Report, RoomAnswers
from govcourse.kinds.workspace.activity import Workspace
from govcourse.layout.blocks import Block, Heading, Table


class WorkspaceReport(Report[Workspace]):
    def room(self, activity: Workspace, room: RoomAnswers, page: Page) -> list[Block]:
        rows = [
            [who, stage.title, words(note.get("text"))]
            for who, answer in room.signed(page)
            for stage in activity.stages
            for note in answer.get("stages", {}).get(stage.id, {}).get("notes", [])
            if note.get("chosen") and words(note.get("text"))
        ]
        t = page.t
        if not rows:
            return []
        table = Table([t["team"], t["stage"], t["idea"]], rows[:MOST])
        return [Heading(t["chosen_ideas"], 2), table, *page.more(len(rows) - MOST)]
