"""The parts of a session page that come from data/sessions/: overview, recap, preparation."""

from collections.abc import Iterable, Mapping
from html import escape

from govcourse import content
from govcourse.content import formats
from govcourse.content.models import Preparation, Session
from govcourse.content.preparation import tasks_before

Texts = Mapping[str, str]


def make(number: int, part: str, language: str = "en", made_for: Iterable[str] = ()) -> str:
    """HTML of one part, first for whom the page was `made_for`; KeyError for a part or a session that there is not."""
    if part not in PARTS or not 1 <= number <= 5:
        raise KeyError(f"There is no {part} of session {number}.")
    t = content.texts(language)["notebook"]
    named = formats.listed(made_for, language, ",")
    said = f"<p>{escape(t['made_for'].format(names=named))}</p>" if named else ""
    return said + PARTS[part](content.session(number), t)


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def _overview(session: Session, t: Texts) -> str:
    rows = "".join(
        f"<tr><td>{t['minutes'].format(minutes=item.minutes)}</td><td>{escape(item.title)}</td></tr>"
        for item in session.agenda
    )
    agenda = (
        f"<table aria-label='{escape(t['agenda'])}'><thead><tr><th scope='col'>{escape(t['time'])}</th>"
        f"<th scope='col'>{escape(t['part'])}</th></tr></thead><tbody>{rows}</tbody></table>"
    )
    before = ""
    if session.number > 1:
        last = content.session(session.number - 1)
        before += _more(t["last_time"], _list(map(escape, last.recap)))
    prepared = tasks_before(session.number)
    if prepared:
        before += _more(t["before"], _tasks(prepared, t))
    objectives = _more(t["objectives"], _list(escape(one.text) for one in session.objectives))
    return (
        f'<div class="gc-fragment"><p><strong>{escape(session.question)}</strong></p>'
        f"{before}{objectives}{_more(t['agenda'], agenda)}</div>"
    )


def _more(title: str, html: str) -> str:
    """One line, until somebody wants to read more of it."""
    return f'<details class="gc-more"><summary>{escape(title)}</summary>{html}</details>'


def _recap(session: Session, t: Texts) -> str:
    return f'<div class="gc-fragment"><h3>{escape(t["recap"])}</h3>{_list(map(escape, session.recap))}</div>'


def _preparation(session: Session, t: Texts) -> str:
    return f'<div class="gc-fragment">{_tasks(session.preparation, t)}</div>'


def _tasks(tasks: Iterable[Preparation], t: Texts) -> str:
    return _list(
        escape(task.text)
        + _addresses(task)
        + f" <em>{escape(t[task.how])}{', ' + escape(t['optional']) if task.optional else ''}.</em> "
        + escape(t["due"].format(deadline=task.deadline))
        for task in tasks
    )


def _addresses(task: Preparation) -> str:
    """Links to what is to be read."""
    found = [one for one in content.readings() if one.key in task.readings and one.url]
    return "".join(
        f' <a href="{escape(str(one.url))}" rel="noreferrer">{escape(one.title)}</a>' for one in found
    )


PARTS = {"overview": _overview, "recap": _recap, "preparation": _preparation}
