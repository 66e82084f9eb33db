"""Whether a picture's file holds nothing but the picture: every part of it has to be one that shows pixels.

What decoders pass over is where cameras and programs write: comments, private parts, previews, and bytes behind the end.
"""

import re
import struct
import zlib

PROFILE = 1000  # bytes: the small colour profile that browsers add
# Tables, frames and scans of JPEG; the coded data of a scan goes on until a marker that is no restart.
JPEG_PARTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD}
JFIF, ICC, SCAN, END = 0xE0, 0xE2, 0xDA, b"\xff\xd9"
SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7]", re.DOTALL)

PNG = b"\x89PNG\r\n\x1a\n"
PNG_PARTS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB", b"cHRM", b"pHYs", b"sBIT"}
PIXELS = 1600 * 1600 * 8 + 1600  # bytes of the largest picture, as it is coded


def plain_jpeg(data: bytes) -> bool:
    """Whether a JPEG file has the parts of a picture only, and ends with it."""
    at = 2
    while data[at : at + 2] != END:
        if at + 4 > len(data) or data[at] != 0xFF:
            return False
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        part = data[at + 4 : at + 2 + size]
        if not (marker in JPEG_PARTS or _says_how_it_is_stored(marker, part)):
            return False
        at += 2 + size
        if marker == SCAN:
            if (ends := SCAN_ENDS.search(data, at)) is None:
                return False
            at = ends.start()
    return at + 2 == len(data)


def _says_how_it_is_stored(marker: int, part: bytes) -> bool:
    """JFIF without a preview, or a small colour profile."""
    if marker == JFIF:
        return part.startswith(b"JFIF\0") and len(part) == 14
    return marker == ICC and part.startswith(b"ICC_PROFILE\0") and len(part) < PROFILE


def plain_png(data: bytes) -> bool:
    """Whether a PNG file has the parts of a picture only, and ends with it."""
    at, coded, name = len(PNG), b"", b""
    while at < len(data) and name != b"IEND":
        size, name = struct.unpack_from(">I4s", data, at)
        if name not in PNG_PARTS and not (name == b"iCCP" and size < PROFILE):
            return False
        if name == b"IDAT":
            coded += data[at + 8 : at + 8 + size]
        at += 12 + size
    pixels = zlib.decompressobj()
    pixels.decompress(coded, PIXELS)
    return at == len(data) and pixels.eof and not pixels.unused_data
