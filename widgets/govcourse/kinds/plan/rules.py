"""What can be read off an action plan: advice, who does what. Worked examples test this and rules.ts."""

from collections import Counter
from typing import Literal

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plan.shapes import Finding, Person

ROLES: tuple[tuple[Literal["owns", "does", "supports"], str], ...] = (
    ("owns", "owner"),
    ("does", "responsibility"),
    ("supports", "support"),
)


def advice(answer: Json) -> list[Finding]:
    """What is missing or lopsided, in the plan's order; the owners' balance comes last."""
    found: list[Finding] = []
    owners: Counter[str] = Counter()
    steps = 0
    for goal in answer.get("goals", []):
        title = words(goal.get("title"))
        if not title:
            found.append({"code": "goal_untitled"})
        if not goal.get("steps"):
            found.append({"code": "goal_without_steps", "goal": title})
        for step in goal.get("steps", []):
            steps += 1
            text = words(step.get("step"))
            found += [{"code": code, "goal": title, "step": text} for code in _step(step)]
            for kpi in step.get("kpis", []):
                missing = [
                    part for part in ("baseline", "target", "unit", "date") if not words(kpi.get(part))
                ]
                found += [
                    {"code": f"kpi_no_{part}", "goal": title, "step": text, "kpi": words(kpi.get("text"))}
                    for part in missing
                ]
            if words(step.get("owner")):
                owners[words(step["owner"])] += 1
    if owners and steps >= 4:
        name, count = owners.most_common(1)[0]
        if count / steps > 0.6:
            found.append({"code": "one_owner", "name": name, "count": count, "all": steps})
    return found


def _step(step: Json) -> list[str]:
    resources = step.get("resources", {})
    checks = {
        "step_empty": not words(step.get("step")),
        "no_responsible": not words(step.get("responsibility")),
        "no_owner": not words(step.get("owner")),
        "no_end": not step.get("end"),
        "ends_before_start": bool(step.get("start") and step.get("end") and step["end"] < step["start"]),
        "milestone_outside": any(
            m.get("date")
            and (
                (step.get("end") and m["date"] > step["end"])
                or (step.get("start") and m["date"] < step["start"])
            )
            for m in step.get("milestones", [])
        ),
        "no_resources": resources.get("money") is None
        and not any(words(resources.get(name)) for name in ("people", "other")),
        "no_kpi": not step.get("kpis"),
        "no_sharing": not words(step.get("sharing")),
    }
    return [code for code, wrong in checks.items() if wrong]


def by_person(answer: Json) -> list[Person]:
    """Each person with the steps they own, do and support; most steps first, then by name."""
    people: dict[str, Person] = {}
    for goal in answer.get("goals", []):
        for step in goal.get("steps", []):
            for role, field in ROLES:
                for name in filter(None, map(str.strip, (step.get(field) or "").split(","))):
                    person = people.setdefault(name, {"name": name, "owns": [], "does": [], "supports": []})
                    person[role].append(words(step.get("step")))
    return sorted(
        people.values(), key=lambda p: (-len(p["owns"]) - len(p["does"]) - len(p["supports"]), p["name"])
    )
