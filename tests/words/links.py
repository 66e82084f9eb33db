"""Asks each address outside that the book names, and notes today for those that answer; the others keep their day."""

import json
import sys
from datetime import date
from pathlib import Path

import httpx

LIST = Path(__file__).parent / "links.json"


def asked(known: dict[str, str | None], client: httpx.Client, today: date) -> tuple[dict, dict[str, str]]:
    """The list with today's date at each address that answered well, and why the others did not."""
    listed, failed = dict(known), {}
    for address in known:
        try:
            client.get(address, follow_redirects=True).raise_for_status()
            listed[address] = today.isoformat()
        except httpx.HTTPError as error:
            failed[address] = str(error) or type(error).__name__
    return listed, failed


def main() -> int:
    with httpx.Client(timeout=20) as client:
        listed, failed = asked(json.loads(LIST.read_text(encoding="utf-8")), client, date.today())
    LIST.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    for address, why in failed.items():
        print(
            f"{address}: {why} (last known good: {listed[address] or 'never asked with success'})",
            file=sys.stderr,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
