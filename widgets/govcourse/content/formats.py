"""Quantities and days as a language writes them."""

import math
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal

from govcourse.content.translation import direction

NO_BREAK = "\N{NO-BREAK SPACE}"
MARKS = {";": "two_parts", ",": "two_items", ":": "name_and_text"}  # by their names in the catalogue


def rounded(value: float, places: int) -> str:
    """A number with so many decimals; halves go up, as people expect. `rounded` of runtime/numbers.ts does the same."""
    scaled = math.floor(float(f"{abs(value) * 10**places:.9f}") + 0.5)
    return f"{'-' if value < 0 and scaled else ''}{scaled / 10**places:.{places}f}"


def number(value: float, language: str, places: int | None = None) -> str:
    """A number as a language writes it; with `places`, rounded to so many decimals."""
    from babel.numbers import format_decimal  # takes a while, and only those who show figures need it

    if places is None:
        text: str = format_decimal(value, locale=language)
    else:
        pattern = "#,##0" + ("." + "0" * places if places else "")
        text = format_decimal(Decimal(rounded(value, places)), pattern, locale=language)
    return text


def percent(share: float, language: str) -> str:
    """A share, 0–1, in whole per cent as a language writes it. `percent` of runtime/numbers.ts does the same."""
    from babel import Locale
    from babel.numbers import format_percent

    text: str = format_percent(Decimal(rounded(share * 100, 0)) / 100, locale=language)
    sign: str = Locale.parse(language).number_symbols["latn"]["percentSign"]  # Babel writes that of English
    return text.replace("%", sign)


def quantity(value: float, unit: str, language: str) -> str:
    """A number as a language writes it, with its unit."""
    return with_unit(number(value, language), unit, language)


def with_unit(figure: str, unit: str, language: str) -> str:
    """A figure with its unit, which no line break parts from it; a sign of per cent stands as in `percent`."""
    if unit.startswith("%"):
        return percent(0, language).replace("0", figure) + unit[1:]
    return f"{figure}{NO_BREAK}{unit}" if unit else figure


def day(iso: str, language: str) -> str:
    """A day that was entered, as 2027-06-30, in short and unbroken; what is in no calendar stays as it is."""
    try:
        return written(date.fromisoformat(iso), language, "medium").replace(" ", NO_BREAK) if iso else ""
    except ValueError:
        return iso


def written(day: date, language: str, format: Literal["long", "medium"] = "long") -> str:
    """A day as a language writes it, with the month's name."""
    from babel.dates import format_date

    text: str = format_date(day, format, locale="en_GB" if language == "en" else language)
    return text


def towards(language: str) -> str:
    """What stands between a figure and the one that follows it, and points to that."""
    return "←" if direction(language) == "rtl" else "→"


def listed(items: Iterable[str | None], language: str, by: Literal[";", ",", ":"] = ";") -> str:
    """What there is of `items`, one after the other, with the mark between them that a language has."""
    from govcourse import content  # which is made with the rest of this module

    two: str = content.texts(language)["common"][MARKS[by]]
    return two.format(one="", two="").join(one for one in items if one)
