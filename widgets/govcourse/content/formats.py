"""Quantities and days as a language writes them."""

from datetime import date


def number(value: float, language: str) -> str:
    """A number as a language writes it."""
    from babel.numbers import format_decimal  # takes a while, and only those who show cases need it

    text: str = format_decimal(value, locale=language)
    return text


def quantity(value: float, unit: str, language: str) -> str:
    """A number as a language writes it, with its unit, which no line break parts from it."""
    return f"{number(value, language)}\N{NO-BREAK SPACE}{unit}"


def written(day: date, language: str) -> str:
    """A day as a language writes it, with the month's name."""
    from babel.dates import format_date

    text: str = format_date(day, "long", locale="en_GB" if language == "en" else language)
    return text
