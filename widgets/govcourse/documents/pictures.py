"""Charts as pictures for documents: drawn on this machine, in the brand's colours, on white."""

import json
import re
from functools import cache
from pathlib import Path

from govcourse.documents.blocks import Picture
from govcourse.documents.brand import Brand

PALETTE = Path(__file__).resolve().parents[1] / "host" / "palette.css"
WIDE = 720  # CSS pixels


@cache
def light() -> dict[str, str]:
    """The custom properties of the light palette."""
    first = PALETTE.read_text(encoding="utf-8").split("}")[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", first))


def draw(chart, alt: str, brand: Brand, caption: str = "", width: int = WIDE) -> Picture:
    """A chart (`alt.Chart`) as a picture; `alt` is its message, for those who do not see it."""
    import vl_convert

    spec = chart.to_dict()
    colours = {**light(), "accent": brand.accent}
    text = re.sub(r"var\(--([a-z0-9-]+)\)", lambda m: colours[m[1]], json.dumps(spec))
    spec = json.loads(text)
    spec["width"], spec["background"] = width, "white"
    spec.setdefault("config", {})["font"] = "DejaVu Sans, Liberation Sans, Arial, sans-serif"
    spec["padding"] = 8
    image = vl_convert.vegalite_to_png(spec, vl_version="6.4", scale=2)
    return Picture(image, alt, caption)
