"""The book's search without accents: "medellin" finds Medellín, in any language of Sphinx."""

import re
import unicodedata

from sphinx import search
from sphinx.application import Sphinx
from sphinx.util import import_object

# Without characters that a template would escape.
SPLIT = r"""var splitQuery = function (query) {
  return query.normalize(`NFKD`).replace(/\p{M}/gu, ``).split(/[^\p{Letter}\p{Number}_]+/gu).filter(Boolean);
};"""


class Folding:
    """Goes before a language's class: text and query lose their accents before they are split and stemmed."""

    js_splitter_code = SPLIT

    def split(self, input: str) -> list[str]:
        plain = "".join(one for one in unicodedata.normalize("NFKD", input) if not unicodedata.combining(one))
        return re.findall(r"\w+", plain)


def configure(app: Sphinx) -> None:
    """Before the index is made; Sphinx takes English where it knows no other language."""
    code = app.config.html_search_language or app.config.language
    code = code if code in search.languages else "en"
    found = search.languages[code]
    known = import_object(found) if isinstance(found, str) else found
    if not issubclass(known, Folding):
        search.languages[code] = type(known.__name__, (Folding, known), {})
