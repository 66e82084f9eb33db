"""Prints what `make coverage` measured: how much of each folder the tests reach."""

import json
from collections import Counter, defaultdict
from pathlib import Path

MEASURED = Path(__file__).parent.parent / "_build" / "coverage"
PACKAGE = "widgets/govcourse/"


def folder(path: str) -> str:
    """The folder of the package in which a file is; the package's own files are one folder."""
    inside = path[path.index(PACKAGE) + len(PACKAGE) :]
    return inside.split("/")[0] if "/" in inside else "(single files)"


def show(title: str, found: dict[str, Counter[str]]) -> None:
    print(f"{title:16}  statements            branches")
    total = sum(found.values(), Counter[str]())
    for name, counts in [*sorted(found.items()), ("all", total)]:
        print(f"{name:16}{said(counts, 'statements')}{said(counts, 'branches')}")
    print()


def said(counts: Counter[str], what: str) -> str:
    covered, all_of_them = counts[f"covered {what}"], counts[what]
    share = f"{covered / all_of_them:7.1%}" if all_of_them else "      -"
    return f"  {share} of {all_of_them:5}".ljust(22)


def python() -> dict[str, Counter[str]]:
    found = defaultdict(Counter)
    for path, file in json.loads((MEASURED / "python.json").read_text())["files"].items():
        measured = file["summary"]
        found[folder(path)] += Counter(
            {
                "statements": measured["num_statements"],
                "covered statements": measured["covered_lines"],
                "branches": measured["num_branches"],
                "covered branches": measured["covered_branches"],
            }
        )
    return found


def typescript() -> dict[str, Counter[str]]:
    found = defaultdict(Counter)
    measured = json.loads((MEASURED / "front" / "coverage-summary.json").read_text())
    for path, file in measured.items():
        if path != "total":
            for what in ("statements", "branches"):
                found[folder(path)] += Counter(
                    {what: file[what]["total"], f"covered {what}": file[what]["covered"]}
                )
    return found


if __name__ == "__main__":
    show("Python", python())
    show("TypeScript", typescript())
