"""What a text may hold: characters that every document, stream and database can carry."""

import json
import re
from typing import Any

# Half a pair, C0 and C1 but for tab and newline, and what Unicode says is no character.
PLANE_ENDS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
CARRIED_BY_NOTHING = re.compile(
    f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{PLANE_ENDS}]",
)
BREAKS = re.compile("\r\n?|[\v\f]")  # Word's line break is a vertical tab


def clean(text: str) -> str:
    """`text` without control characters, lone surrogates and non-characters; every break of a line is a newline."""
    if text.isprintable():  # true of most, and told ten times as fast; nothing of the above is printable
        return text
    return CARRIED_BY_NOTHING.sub("", BREAKS.sub("\n", text))


def loads(data: str | bytes) -> Any:
    """What a JSON text holds, with every text in it clean. Raises ValueError or RecursionError."""
    return cleaned(json.loads(data))


def cleaned(value: Any) -> Any:
    """`value`, made of what JSON knows, with every text in it cleaned."""
    match value:
        case str():
            return clean(value)
        case dict():
            return {clean(key): cleaned(one) for key, one in value.items()}
        case list():
            return [cleaned(one) for one in value]
    return value


def in_script(value: Any) -> str:
    """JSON as it may stand in a script of a page."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
