"""Cases as cards: what it was before and is now, or its figure, who says so, and the way to the whole case."""

from collections.abc import Iterable
from html import escape

from govcourse import content
from govcourse.content.case_library import Case, Result
from govcourse.content.formats import quantity
from govcourse.layout.change import change


def cards(ids: Iterable[str], address: str) -> str:
    """A list of cases; `address` is where the page of one is, with {id}. Raises KeyError for a case that there is not."""
    found = "".join(_card(_case(id), address) for id in ids)
    return f'<div class="gc-case-cards"><ul role="list">{found}</ul></div>'


def headline(case: Case) -> Result | None:
    """The first result of which an earlier figure is known, else the first one."""
    return next((one for one in case.results if one.before), next(iter(case.results), None))


def _case(id: str) -> Case:
    if id not in content.case_ids():
        raise KeyError(f"There is no case “{id}”.")
    return content.case(id)


def _card(case: Case, address: str) -> str:
    return (
        f'<li><a href="{escape(address.format(id=case.id))}">{escape(case.title)}</a>'
        f"<p>{escape(f'{case.country} · {case.year}')}</p>{_figure(headline(case))}</li>"
    )


def _figure(one: Result | None) -> str:
    if one is None:
        return ""
    evidence = content.texts()["cases"][f"evidence_{one.evidence}"]
    value = f"{quantity(one.value, one.unit, content.language())} ({one.year})"
    said = change(one) or f'<p class="gc-case-figure">{escape(value)}</p>'
    return f"{said}<p>{escape(one.text)} <em>{escape(evidence)}</em></p>"
