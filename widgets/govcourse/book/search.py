"""The book's search as people type: "medellin" finds Medellín, "اداره" finds الإدارة, in any language of Sphinx and in Arabic."""

import re
import unicodedata

import snowballstemmer
from sphinx import search
from sphinx.application import Sphinx
from sphinx.util import import_object

from govcourse.files import STATIC

# What accents and marks leave: letters that people type for one another, and the digits of Arabic and Persian; as in runtime/plain.ts.
WRITTEN = "ىیةٱک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
TYPED = "ييهاك01234567890123456789"
FOLDED = str.maketrans(WRITTEN, TYPED, "ـ")

# Without characters that a template would escape.
SPLIT = rf"""var splitQuery = function (query) {{
  var plain = query.normalize(`NFKD`).replace(/[\p{{M}}ـ]/gu, ``).replace(/[{WRITTEN}]/g, function (letter) {{
    return `{TYPED}`[`{WRITTEN}`.indexOf(letter)];
  }});
  return plain.split(/[^\p{{Letter}}\p{{Number}}_]+/gu).filter(Boolean);
}};"""


def folded(text: str) -> str:
    """`text` without accents and the marks of Arabic, with letters and digits as people type them."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return bare.translate(FOLDED)


class Folding(search.SearchLanguage):
    """Goes before a language's class: text and query are folded before they are split and stemmed, and so are stop words."""

    js_splitter_code = SPLIT

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.stopwords = {folded(word) for word in self.stopwords}

    def split(self, input: str) -> list[str]:
        return re.findall(r"\w+", folded(input))


class Arabic(search.SearchLanguage):
    """Sphinx has none. Both stemmers are Snowball's, which cuts endings of nouns after the article only: each word gets it. As in arabic.ts."""

    lang = "ar"
    language_name = "Arabic"
    BEFORE = re.compile(r"^[وف]?(?:ال|بال|كال|لل)(?=.{3})")
    AFTER = re.compile(r"(?<=.{3})(?:ه|ها|هم|هما|هن|كم|نا)$")

    def init(self, options: dict[str, str]) -> None:
        self.js_stemmer_code = (STATIC / "arabic.js").read_text(encoding="utf-8")
        self.stemmer = snowballstemmer.stemmer("arabic")

    def stem(self, word: str) -> str:
        return str(self.stemmer.stemWord("ال" + self.AFTER.sub("", self.BEFORE.sub("", word.lower()))))


def configure(app: Sphinx) -> None:
    """Before the index is made; Sphinx takes English where it knows no other language."""
    search.languages.setdefault("ar", Arabic)
    code = app.config.html_search_language or app.config.language
    code = code if code in search.languages else "en"
    found = search.languages[code]
    known = import_object(found) if isinstance(found, str) else found
    if not issubclass(known, Folding):
        search.languages[code] = type(known.__name__, (Folding, known), {})
