"""What an academy puts on every page of its book: name, logo, colour, font, footer."""

from html import escape
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from govcourse.layout import brand

READABLE = 4.5  # the least contrast of text with what is behind it (WCAG 2.2, 1.4.3)
LIGHT, DARK = "#ffffff", "#121212"  # the pages' backgrounds


def configure(app: Sphinx, config: Config) -> None:
    """Sets logo, style and footer from data/brand/, as documents do."""
    look = brand.current()
    folder = Path(app.doctreedir) / "brand"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "brand.css").write_text(style(look), encoding="utf-8")
    config.html_static_path.append(str(folder))
    config.author = look.name or config.author
    if look.logo:
        (folder / "brand-logo.png").write_bytes(look.logo)
        config.html_logo = str(folder / "brand-logo.png")
        config.html_theme_options["logo"] = {
            "text": config.html_title or config.project,
            "alt_text": look.name,
        }
    config.html_theme_options["extra_footer"] = f"<p>{escape(look.footer)}</p>" if look.footer else ""
    app.add_css_file("brand.css", priority=900)


def style(look: brand.Brand) -> str:
    """The style sheet of a brand; its colour is darkened or lightened until it can be read."""
    rules = []
    if look.accent != brand.Brand.accent:
        for theme, paper, towards in (("light", LIGHT, "#000000"), ("dark", DARK, "#ffffff")):
            accent = readable(look.accent, paper, towards)
            ink = max(("#ffffff", "#101418"), key=lambda ink: contrast(ink, accent))
            rules += [
                f'html[data-theme="{theme}"] {{ --pst-color-primary: {accent}; --pst-color-link: {accent}; --pst-color-link-hover: {mix(accent, towards, 0.3)}; }}',
                f'html[data-theme="{theme}"], html[data-theme="{theme}"] .gc {{ --accent: {accent}; --accent-ink: {ink}; --accent-soft: {mix(paper, accent, 0.12)}; --accent-line: {mix(paper, accent, 0.45)}; }}',
            ]
    if look.font:
        rules.append(
            f'html[data-theme], html[data-theme] .gc {{ --family: "{look.font}", system-ui, sans-serif; }}'
        )
    return "\n".join([*rules, ""])


def readable(colour: str, paper: str, towards: str) -> str:
    """`colour`, or the nearest to it on the way to `towards` that can be read on `paper`."""
    steps = (mix(colour, towards, share / 20) for share in range(21))
    return next(one for one in steps if contrast(one, paper) >= READABLE)


def mix(one: str, other: str, share: float) -> str:
    """`share` of `other` in `one`; colours are #rrggbb."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if (c := n / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for n in _channels(colour)
    ]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
