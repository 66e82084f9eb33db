"""The SDG selector in documents: which goals a room chose."""

from govcourse.kinds.report import Json, Report
from govcourse.kinds.sdg.activity import Sdg


class SelectorReport(Report[Sdg]):
    def goals(self, activity: Sdg, answer: Json) -> list[int]:
        return [answer["goal"]] if answer.get("goal") else []
