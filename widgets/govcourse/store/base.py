"""What all parts of the store share: codes, hashes, time."""

import hashlib
import secrets
from datetime import UTC, datetime

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0/O, 1/I/L


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def make_code(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def plain(code: str) -> str:
    """A code as it is stored, from how people type it: any case, with spaces or dashes."""
    return "".join(character for character in code.upper() if character.isalnum())[:20]


def now() -> datetime:
    """UTC, without a zone: as the tables hold it."""
    return datetime.now(UTC).replace(tzinfo=None)
