"""Checks photos that people upload: a real picture, not too large, without what a camera hides in it."""

import base64
import io
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from govcourse.kinds.answers import AnswerError
from govcourse.kinds.workspace.picture_parts import plain_jpeg, plain_png

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 1600  # pixels of the longer side; the page makes photos smaller than this before it sends them
FITS = 700_000  # characters of a data URL
DATA_URL = re.compile(r"data:image/(jpeg|png);base64,([A-Za-z0-9+/]+={0,2})")


def checked(photo: str, field: str) -> str:
    """The photo as a data URL without EXIF or other metadata. Raises AnswerError for what is no such picture."""
    found = DATA_URL.fullmatch(photo)
    if not found:
        raise AnswerError(field, "photo_format")
    from PIL import Image  # only where somebody has a photo

    try:
        data = base64.b64decode(found[2], validate=True)
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG"]) as image:
            if max(image.size) > LARGEST:
                raise AnswerError(field, "photo_size", pixels=LARGEST)
            image.load()
            plain = plain_png if image.format == "PNG" else plain_jpeg
            if image.format == found[1].upper() and plain(data):
                return photo
            return _again(image)
    except AnswerError:
        raise
    except Exception:  # whatever a decoder says of bytes that are no picture
        raise AnswerError(field, "photo_broken") from None


def _again(image: "Image") -> str:
    """The pixels alone, turned as the camera meant them, as good as they fit."""
    from PIL import ImageOps

    with suppress(Exception):  # what stands there may be anything
        image = ImageOps.exif_transpose(image)
    pixels = image.convert("RGB")
    pixels.info = {}  # or the comment would be written again
    made = (_jpeg(pixels, quality) for quality in (85, 70, 50, 30, 10))
    return next(url for url in made if len(url) <= FITS)  # the last one does, whatever the picture shows


def _jpeg(pixels: "Image", quality: int) -> str:
    buffer = io.BytesIO()
    pixels.save(buffer, "JPEG", quality=quality)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode()
