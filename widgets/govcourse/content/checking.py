"""Every problem in data/: each file's own, and each reference to something that is not there."""

from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

from govcourse import content
from govcourse.content import picture_library
from govcourse.content.activity import ActivityBase, Assessing
from govcourse.content.loading import ContentError

P = ParamSpec("P")
T = TypeVar("T")


def check() -> list[str]:
    """In words, each with its file; none where data/ is in order."""
    found = _Problems()
    for whole in (
        content.course,
        content.goals,
        content.public_values,
        content.obstacles,
        content.quotations,
        content.countries,
    ):
        found.read(whole)
    found.read(content.glossary)
    readings = {one.key for one in found.read(content.readings) or ()}
    known = set(content.activity_ids())
    found += [
        *_activities(found, known),
        *_sessions(found, known, readings),
        *_days(found, known),
        *_instruments(found, known),
    ]
    found += [*_tools(found, known), *_cases(found), *_pictures(found)]
    return list(dict.fromkeys(found))  # a file is read for itself, and for others


class _Problems(list[str]):
    def read(self, what: Callable[P, T], *given: P.args, **more: P.kwargs) -> T | None:
        """What `what` reads; None, with its problems kept, where it cannot."""
        try:
            return what(*given, **more)
        except ContentError as error:
            self.extend(str(error).splitlines())
            return None


def _activities(found: _Problems, known: set[str]) -> Iterator[str]:
    plan = found.read(content.report_plan)
    sections = {name for section in plan.sections for name in section.takes()} if plan else None
    sessions = [session for number in range(1, 6) if (session := found.read(content.session, number))]
    objectives = {one.id for session in sessions for one in session.objectives}
    for id in sorted(known):
        if one := found.read(content.activity, id):
            for problem in _of_activity(one, id, known):
                yield f"data/activities/{id}.yaml: {problem}"
            for objective in sorted(set(one.checks()) - objectives):
                yield f"data/activities/{id}.yaml: objective: there is no objective “{objective}”"
            if one.report and sections is not None and one.report not in sections:
                yield f"data/activities/{id}.yaml: report: no section takes “{one.report}”"


def _of_activity(one: ActivityBase, id: str, known: set[str]) -> Iterator[str]:
    """What an activity names and the course does not have."""
    if one.id != id:
        yield f"id: this is “{one.id}”, the file “{id}”"
    for feed in one.feeds:
        other = feed.to or feed.source
        if other not in known:
            yield f"feeds: there is no activity “{other}”"
            continue
        try:
            takes = content.activity(feed.to) if feed.to else one
        except ContentError:
            continue  # that file's own problem is reported with it
        if feed.into and feed.into not in takes.parts():
            yield f"feeds: “{takes.id}” has no part “{feed.into}”"
    for other in one.names():
        if other not in known:
            yield f"there is no activity “{other}”"


def _sessions(found: _Problems, known: set[str], readings: set[str]) -> Iterator[str]:
    for number in range(1, 6):
        if one := found.read(content.session, number):
            tasks = [item.activity for item in (*one.preparation, *one.before)]
            for key in sorted(
                {key for item in (*one.preparation, *one.before) for key in item.readings} - readings
            ):
                yield f"data/sessions/{number}.yaml: readings: there is no reading “{key}”"
            for id in [
                *(item.activity for item in one.agenda),
                *(more.activity for more in one.further),
                *tasks,
            ]:
                if id and id not in known:
                    yield f"data/sessions/{number}.yaml: activity: there is no activity “{id}”"


def _days(found: _Problems, known: set[str]) -> Iterator[str]:
    for number in range(1, 6):
        if day := found.read(content.day, number):
            for item in (item for module in day.modules for item in module.agenda):
                if item.activity and item.activity not in known:
                    yield f"data/days/{number}.yaml: activity: there is no activity “{item.activity}”"


def _instruments(found: _Problems, known: set[str]) -> Iterator[str]:
    asking = [found.read(content.activity, id) for id in sorted(known)]
    pillars, cases = found.read(content.pillars), set(content.case_ids())
    for id in sorted({one.instrument for one in asking if isinstance(one, Assessing)}):
        instrument = found.read(content.instrument, id)
        for dimension in instrument.dimensions if instrument else []:
            lost = set(dimension.cases) - cases
            if pillars:  # else that file's own problem says enough
                lost |= set(dimension.pillars) - {pillar.id for pillar in pillars.pillars}
            for name in sorted(lost):
                yield f"data/instruments/{id}.yaml: {dimension.id}: there is no “{name}”"


def _tools(found: _Problems, known: set[str]) -> Iterator[str]:
    if tools := found.read(content.tools):
        for tool in tools.tools:
            for id in tool.activities:
                if id not in known:
                    yield f"data/tools.yaml: {tool.id}: there is no activity “{id}”"


def _cases(found: _Problems) -> Iterator[str]:
    principles = found.read(content.principles)
    for id in content.case_ids():
        if one := found.read(content.case, id):
            if one.id != id:
                yield f"data/cases/{id}.yaml: id: this is “{one.id}”, the file “{id}”"
            if principles:
                for name in set(one.principles) - {principle.id for principle in principles}:
                    yield f"data/cases/{id}.yaml: principles: there is no principle “{name}”"


def _pictures(found: _Problems) -> Iterator[str]:
    for id in picture_library.ids():
        if one := found.read(picture_library.picture, id):
            for group in one.groups:
                try:
                    there = picture_library.known(group.of) if group.of else []
                except (ContentError, KeyError):
                    continue  # that file's own problem is reported with it
                for name in sorted(set(group.notes) - {row[0] for row in there}):
                    yield f"data/pictures/{id}.yaml: notes: there is no “{name}”"
