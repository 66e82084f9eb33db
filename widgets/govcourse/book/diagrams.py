"""The book's own diagrams, as SVG that takes the page's colours, light and dark, and says in words what it shows."""

from html import escape
from math import cos, pi, sin
from textwrap import wrap

from govcourse import content
from govcourse.content.formats import listed

TEXT = 'fill="currentColor" font-family="inherit"'
LINE, ACCENT, SOFT = "var(--pst-color-border)", "var(--pst-color-primary)", "var(--pst-color-surface)"


def _svg(width: int, height: int, label: str, body: str) -> str:
    return (
        f'<svg class="gc-diagram" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}" '
        f'xmlns="http://www.w3.org/2000/svg" direction="ltr">{body}</svg>'
    )


def _words(
    text: str, x: float, y: float, width: int, size: int = 15, bold: bool = False, anchor: str = "middle"
) -> str:
    """Text in lines of `width` characters, centred on `y`."""
    lines = wrap(text, width) or [""]
    top = y - (len(lines) - 1) * size * 0.6
    weight = ' font-weight="600"' if bold else ""
    return "".join(
        f'<text x="{x:.0f}" y="{top + n * size * 1.2:.0f}" font-size="{size}" text-anchor="{anchor}" dominant-baseline="central" {TEXT}{weight}>{escape(one)}</text>'
        for n, one in enumerate(lines)
    )


def principles() -> str:
    """Five principles around the service that they are about."""
    t, found = content.texts()["book"], content.principles()
    label = t["principles_alt"].format(list=listed((one.title for one in found), content.language()))
    body = f'<circle cx="360" cy="250" r="158" fill="none" stroke="{LINE}" stroke-width="2"/>'
    body += f'<circle cx="360" cy="250" r="76" fill="{SOFT}" stroke="{ACCENT}" stroke-width="3"/>'
    body += _words(t["principles_middle"], 360, 250, 15, 16, bold=True)
    for n, one in enumerate(found):
        angle = -pi / 2 + n * 2 * pi / len(found)
        x, y = 360 + 250 * cos(angle) * 1.05, 250 + 185 * sin(angle)
        body += f'<rect x="{x - 105:.0f}" y="{y - 34:.0f}" width="210" height="68" rx="8" fill="{SOFT}" stroke="{LINE}"/>'
        body += _words(f"{n + 1}. {one.title}", x, y, 24, 15, bold=True)
    return _svg(720, 500, label, body)


def pillars() -> str:
    """Nine pillars that carry, on four levels that rise."""
    t, found = content.texts()["book"], content.pillars()
    label = t["pillars_alt"].format(
        pillars=listed((one.title for one in found.pillars), content.language()),
        levels=listed((one.title for one in found.levels), content.language()),
    )
    body = ""
    for n, level in enumerate(found.levels):
        y = 60 + (3 - n) * 62
        body += f'<line x1="150" x2="712" y1="{y + 50}" y2="{y + 50}" stroke="{LINE}"/>'
        body += _words(f"{n + 1}. {level.title}", 140, y + 38, 16, 14, anchor="end")
    for n, pillar in enumerate(found.pillars):
        x = 160 + n * 62
        body += f'<rect x="{x}" y="{60 + 40}" width="46" height="{4 * 62 - 50}" rx="4" fill="{SOFT}" stroke="{ACCENT}"/>'
        lines = wrap(pillar.title, 27)[:2]
        for m, line in enumerate(lines):
            place = x + 23 + (m - (len(lines) - 1) / 2) * 16
            body += f'<text transform="translate({place:.0f} {60 + 4 * 62 - 18}) rotate(-90)" font-size="12" dominant-baseline="central" {TEXT}>{escape(line)}</text>'
        body += _words(str(n + 1), x + 23, 330, 4, 15, bold=True)
    body += _words(t["pillars_top"], 436, 40, 60, 16, bold=True)
    return _svg(720, 350, label, body)


def tools() -> str:
    """Five stages in a row, with the tools that serve each."""
    t, found = content.texts()["book"], content.tools()
    by_stage = [[tool.title for tool in found.tools if tool.stage == stage.id] for stage in found.stages]
    label = t["tools_alt"].format(
        list=listed(
            (
                f"{stage.title}: {listed(names, content.language(), ',')}"
                for stage, names in zip(found.stages, by_stage, strict=True)
            ),
            content.language(),
        )
    )
    tall = 110 + max(map(len, by_stage)) * 62
    body = ""
    for n, (stage, names) in enumerate(zip(found.stages, by_stage, strict=True)):
        x = n * 144
        point = f"{x + 130},40" if n < len(found.stages) - 1 else f"{x + 136},40"
        body += f'<polygon points="{x + 2},14 {x + 122},14 {point} {x + 122},66 {x + 2},66" fill="{SOFT}" stroke="{ACCENT}" stroke-width="2"/>'
        body += _words(stage.title, x + 62, 40, 13, 16, bold=True)
        for m, title in enumerate(names):
            y = 108 + m * 62
            body += (
                f'<rect x="{x + 2}" y="{y - 26}" width="132" height="54" rx="6" fill="none" stroke="{LINE}"/>'
            )
            body += _words(title, x + 68, y, 18, 13)
    return _svg(720, tall, label, body)


MAKERS = {"principles": principles, "pillars": pillars, "tools": tools}
