"""What a result was before and is now, as two bars from nought with a message; the browser has the same in kinds/explorer/case.tsx."""

from html import escape

from govcourse import content
from govcourse.content.case_library import Result
from govcourse.content.formats import number, quantity


def change(one: Result) -> str:
    """A figure; nothing where no earlier figure is known."""
    if one.before is None:
        return ""
    c, language = content.texts()["cases"], content.language()
    known = [(one.before.value, one.before.year), (one.value, one.year)]
    most = max(value for value, _ in known) or 1
    message = c["rose" if one.value > one.before.value else "fell"].format(
        before=number(one.before.value, language),
        since=one.before.year,
        after=quantity(one.value, one.unit, language),
        year=one.year,
    )
    rows = "".join(
        f"<li><span>{escape(year)}</span>{_bar(value / most)}<span>{number(value, language)}</span></li>"
        for value, year in known
    )
    return f'<figure class="gc-change"><figcaption>{escape(message)}</figcaption><ul role="list" aria-hidden="true">{rows}</ul></figure>'


def _bar(share: float) -> str:
    return (
        '<svg viewBox="0 0 100 8" preserveAspectRatio="none" focusable="false">'
        f'<rect width="{share * 100:.1f}" height="8" fill="currentColor"/></svg>'
    )
