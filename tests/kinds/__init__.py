"""Tests of kinds; those of one kind have its name. Python and the browser are both tested with a kind's `examples.json`."""

import json
from typing import Any

from govcourse import discovery


def examples(kind: str) -> Any:
    """The worked examples of a kind's rules."""
    return json.loads((discovery.kind(kind).folder / "examples.json").read_text(encoding="utf-8"))
