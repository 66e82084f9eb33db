"""Run where the kind is installed: prints what the course makes of its activity, and writes its documents into a folder."""

import json
import sys
from pathlib import Path

from govcourse import content, documents, kinds
from govcourse.book import print as paper
from govcourse.content import checking
from govcourse.content.schema import schemas
from govcourse.documents import cohort
from govcourse.jupyter.notebook import exercise
from govcourse.kinds import AnswerError


def refused(answer: object) -> str:
    try:
        kinds.validate("counter", answer)
    except AnswerError as error:
        return error.field
    return "nothing"


out = Path(sys.argv[1])
answer = content.activity("counter").example
spec = kinds.spec("counter")
for format in spec["documents"]:
    (out / f"counter.{format}").write_bytes(documents.make("counter", answer, format))
room = cohort.make("Room", 6, {"counter": [answer] * 6}, {}, "en", 5)
(out / "room.xlsx").write_bytes(documents.make_report(room, "xlsx"))
(out / "room.docx").write_bytes(documents.make_report(room, "docx"))
(out / "portfolio.docx").write_bytes(documents.make_portfolio({"counter": answer}, "docx", {}))
told = {
    "problems": checking.check(),
    "spec": spec,
    "valid": kinds.validate("counter", {"counts": {"births": 2}}),
    "refused": [refused({"counts": {"cellar": 2}}), refused({"counts": {"births": -1}}), refused({"who": 1})],
    "progress": [kinds.progress("counter", some) for some in ({}, {"counts": {"births": 2}}, answer)],
    "rows": kinds.rows("counter", answer),
    "offers": kinds.reader("counter", answer).offers(),
    "portfolio": [source["id"] for source in kinds.sources(kinds.gathering().id)],
    "feeds": [source["id"] for source in kinds.sources("value-feasibility")],
    "texts": kinds.texts(kinds.gathering().id),
    "figures": kinds.figures("counter", [answer, {"counts": {"births": 1}}]),
    "paper": paper.task("counter"),
    "schema": "activity-tally.json" in schemas(),
    "script": str(kinds.named("tally").script),
    "widget": exercise("counter").widget._esm,
}
print(json.dumps(told))
