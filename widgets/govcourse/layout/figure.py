"""A picture of data/pictures/ as HTML: lists that a sheet (ui/picture.css) sets as a picture, so that they wrap, are read aloud and translated."""

from collections.abc import Iterable
from html import escape

from govcourse.content import formats, picture_library
from govcourse.content.pictures import Axes, Group, Item, Picture
from govcourse.content.translation import language


def figure(id: str) -> str:
    """The figure: its message as caption, what it shows in words for whoever does not see it, the picture, its source.

    Raises KeyError for a picture that the course does not have.
    """
    one = picture_library.picture(id)
    place = f"picture-{id}"
    return (
        f'<figure class="gc-picture" id="{place}" aria-labelledby="{place}-message" aria-describedby="{place}-about">'
        f'<figcaption id="{place}-message">{escape(one.message)}</figcaption>'
        f'<p class="gc-picture-about" id="{place}-about">{escape(one.about)}</p>'
        f'{_FORMS[one.form](one)}<p class="gc-picture-source">{escape(one.source)}</p></figure>'
    )


def _item(one: Item) -> str:
    """Its title, and what is said of it."""
    said = [f"<b>{escape(one.title)}</b>", *(f"<span>{escape(line)}</span>" for line in _lines(one))]
    return " ".join(said)


def _open(one: Item) -> str:
    return '<li class="strong">' if one.strong else "<li>"


def _lines(one: Item) -> list[str]:
    return [*([one.about] if one.about else []), *one.lines]


def _list(items: Iterable[Item], name: str, numbered: bool = False) -> str:
    """A list with its length in its class, as the sheet places its fields by that."""
    items = list(items)
    tag = "ol" if numbered else "ul"
    fields = "".join(f"{_open(one)}{_item(one)}</li>" for one in items)
    return (
        f'<{tag} role="list" class="{name} n{len(items)}{" numbered" if numbered else ""}">{fields}</{tag}>'
    )


def _first(one: Picture) -> list[Item]:
    return picture_library.items(one.groups[0])


def _centre(one: Picture) -> str:
    return f'<p class="centre">{escape(one.centre)}</p>' if one.centre else ""


def _chain(one: Picture) -> str:
    return _list(_first(one), "chain", one.numbered) + _back(one) + _centre(one)


def _wheel(one: Picture) -> str:
    return f'<div class="wheel">{_centre(one)}{_list(_first(one), "spokes", one.numbered)}</div>'


def _parts(one: Picture) -> str:
    return f'<div class="parts">{_list(_first(one), "sum", one.numbered)}{_centre(one)}</div>'


def _stairs(one: Picture) -> str:
    return _list(_first(one), "stairs", one.numbered)


def _tiles(one: Picture) -> str:
    return _list(_first(one), "tiles")


def _quadrants(one: Picture) -> str:
    """Four fields, from easy and of low value by rows; where each stands is said in it for whoever does not see the axes."""
    axes = one.axes
    assert axes is not None
    places = [(level, side) for level in (axes.y.high, axes.y.low) for side in (axes.x.low, axes.x.high)]
    fields = "".join(
        f'{_open(item)}<span class="gc-picture-about">'
        f"{escape(_place((axes.y.title, level), (axes.x.title, side)))}</span> {_item(item)}</li>"
        for item, (level, side) in zip(_first(one), places, strict=True)
    )
    return f'<div class="quadrants">{_axes(axes)}<ul role="list">{fields}</ul></div>'


def _place(*where: tuple[str, str]) -> str:
    return formats.listed([formats.listed(one, language(), ":") for one in where], language(), ",") + "."


def _axes(axes: Axes) -> str:
    return "".join(
        f'<p class="axis {name}" aria-hidden="true"><span>{escape(axis.low)}</span> '
        f"<b>{escape(axis.title)}</b> <span>{escape(axis.high)}</span></p>"
        for name, axis in (("y", axes.y), ("x", axes.x))
    )


def _nested(one: Picture) -> str:
    """Each field has the next one in it."""
    made = ""
    for item in reversed(_first(one)):
        made = f'<ul role="list" class="nested">{_open(item)}{_item(item)}{made}</li></ul>'
    return made


# Opens from the left, closes to the right; its two halves differ in more than colour.
_DIAMOND = (
    '<svg viewBox="0 0 120 60" aria-hidden="true" focusable="false" stroke="currentColor" stroke-width="2" stroke-linejoin="round">'
    '<path fill="none" d="M2 30 60 3V57Z"/><path fill="currentColor" fill-opacity="0.35" d="M118 30 60 3V57Z"/></svg>'
)


def _diamonds(one: Picture) -> str:
    groups = "".join(
        f'<li><b class="over">{escape(group.title or "")}</b><ul role="list">'
        + "".join(f"<li>{_DIAMOND}{_item(item)}</li>" for item in picture_library.items(group))
        + "</ul></li>"
        for group in one.groups
    )
    return f'<ol role="list" class="diamonds">{groups}</ol>{_back(one)}'


def _back(one: Picture) -> str:
    return f'<p class="back">{escape(one.back)}</p>' if one.back else ""


def _band(group: Group, numbered: bool = False) -> str:
    title = f'<p class="over">{escape(group.title)}</p>' if group.title else ""
    name = "chain" if group.arrows else "row"
    return title + _list(picture_library.items(group), name, numbered)


def _layers(one: Picture) -> str:
    bands = "".join(f'<div class="band">{_band(group)}</div>' for group in one.groups)
    return f'<div class="layers">{bands}{_centre(one)}</div>'


def _sides(one: Picture) -> str:
    sides = "".join(f'<div class="side">{_band(group, one.numbered)}</div>' for group in one.groups)
    return f'<div class="sides">{sides}</div>{_centre(one)}'


_FORMS = {
    "chain": _chain,
    "wheel": _wheel,
    "parts": _parts,
    "quadrants": _quadrants,
    "nested": _nested,
    "diamonds": _diamonds,
    "layers": _layers,
    "sides": _sides,
    "stairs": _stairs,
    "tiles": _tiles,
}
