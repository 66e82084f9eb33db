"""Texts with a form for each of a language's plural categories (CLDR). On their way they are one string, as ICU writes them.

`{n, plural, one {{n} answer} other {{n} answers}}`: Python takes the form by Babel's rule, and `runtime/fill.ts` by Intl.PluralRules.
English says `=1` for `one`, so that it reads right on the page of any language that lacks the text.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from gettext import c2py  # with which gettext itself reads "Plural-Forms"
from typing import Any, cast

from babel import Locale

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
COUNTS = ("n", "count", "minutes")  # the placeholders by which a form is chosen; of several the first
TRIED = range(201)  # numbers that meet every category of whole numbers


class Plural(str):
    """A text by number: what it is as a string is an ICU message. `forms` by category; `other` is there."""

    forms: dict[str, str]
    language: str
    number: str

    def __new__(cls, forms: Mapping[str, str], language: str = "en") -> "Plural":
        """Raises ValueError when no form has a placeholder of a count."""
        number = next((name for name in COUNTS if f"{{{name}}}" in forms["other"]), None)
        if number is None:
            raise ValueError(f"“{forms['other']}” has none of the placeholders {', '.join(COUNTS)}")
        named = {"=1" if (language, name) == ("en", "one") else name: form for name, form in forms.items()}
        listed = " ".join(f"{name} {{{form}}}" for name, form in named.items())
        made = super().__new__(cls, f"{{{number}, plural, {listed}}}")
        made.forms, made.language, made.number = dict(forms), language, number
        return made

    def __reduce__(self) -> "tuple[type[Plural], tuple[dict[str, str], str]]":
        """Whoever copies texts, as Voila does with a notebook, makes it anew of these."""
        return Plural, (self.forms, self.language)

    def format(self, *args: object, **values: Any) -> str:
        """The form for the count among `values`, filled in."""
        of = category(self.language, int(values[self.number]))
        return self.forms.get(of, self.forms["other"]).format(*args, **values)

    @property
    def ids(self) -> tuple[str, str]:
        """As gettext names it: msgid and msgid_plural."""
        return self.forms["one"], self.forms["other"]

    def missing(self, source: "Plural") -> list[str]:
        """Categories whose forms lost placeholders of the source, or made some up. Who means one number alone need not write it."""
        asked, met = holders(source.forms["other"]), Counter(category(self.language, n) for n in TRIED)
        return [
            name
            for name, form in self.forms.items()
            if holders(form) != asked and not (met[name] == 1 and holders(form) == asked - {source.number})
        ]


def holders(form: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", form))


@lru_cache(maxsize=4096)
def category(language: str, n: int) -> str:
    """The CLDR category of a whole number in a language."""
    return str(_locale(language).plural_form(n))


def of_source(value: Any) -> Any:
    """The texts of a file with `one` and `other` below a key made one text each."""
    if not isinstance(value, dict):
        return value
    if set(value) == {"one", "other"}:
        return Plural(value)
    return {key: of_source(one) for key, one in value.items()}


def of_catalogue(
    ids: Sequence[str], forms: Sequence[str], expression: str, language: str
) -> tuple[str, Plural] | None:
    """A text of a .po as it is in English, and in the language; `expression` is the file's "plural=". None where a form is missing."""
    source = Plural({"one": ids[0], "other": ids[1]})
    index = cast(Any, c2py(expression))
    named: dict[str, str] = {}
    for n in TRIED:
        at = index(n)
        if at >= len(forms) or not forms[at]:
            return None
        named.setdefault(category(language, n), forms[at])
    named.setdefault("other", forms[-1])  # for fractions alone, as in Russian: no count is one
    said = Plural({name: named[name] for name in CATEGORIES if name in named}, language)
    return str(source), said


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language.replace("-", "_"))
