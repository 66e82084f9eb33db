"""The SDG selector in documents: which goals a room chose."""

from govcourse.json_types import Json
from govcourse.kinds.report import Report
from govcourse.kinds.sdg.activity import Sdg


class SelectorReport(Report[Sdg]):
    def goals(self, activity: Sdg, answer: Json) -> list[int]:
        return [answer["goal"]] if answer.get("goal") else []
