"""The quiz in documents: how many of a room were right."""

from govcourse.kinds.access import enough
from govcourse.kinds.quiz import rules
from govcourse.kinds.quiz.activity import Quiz
from govcourse.kinds.report import Page, Report, RoomAnswers
from govcourse.layout.blocks import Block, Heading, Table


class QuizReport(Report[Quiz]):
    def room(self, activity: Quiz, room: RoomAnswers, page: Page) -> list[Block]:
        t, figures = page.t, rules.figures(activity, room.answers)["questions"]
        rows = [
            [question.text, f"{one['right']} / {one['n']}", page.percent(one["right"] / one["n"])]
            for question in activity.questions
            if enough((one := figures[question.id])["n"], room.least)
        ]
        if not room.answers:
            return []
        table = [Table([t["question"], t["right"], t["share"]], rows, t["quizzes_table"])] if rows else []
        all = len(activity.questions)
        return [Heading(activity.title, 2), *table, *page.withheld(all - len(rows), all, room.least)]
