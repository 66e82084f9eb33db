"""What a JSON object is in Python: answers, what views are told, figures that a browser gets."""

from typing import Any

Json = dict[str, Any]
