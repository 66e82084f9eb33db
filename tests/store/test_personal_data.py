"""What is kept is documented, field by field."""

import re
from pathlib import Path

from govcourse.store import tables

PAGE = (Path(__file__).parents[2] / "SECURITY-ASVS.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+\.\w+)` \| (secret|private|room|open) \| (\S[^|]+) \| (\S[^|]+) \|$", re.M)


def test_every_column_is_named_with_its_level_what_it_is_for_and_how_long_it_is_kept():
    kept = [f"{column.table.name}.{column.name}" for table in tables.metadata.tables.values() for column in table.columns]  # fmt: skip
    assert [row[0] for row in ROW.findall(PAGE)] == kept
