"""Asks each address outside that the course names, and notes today for those that answer; the others keep what is noted."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import httpx
from govcourse import content

LIST = Path(__file__).parent / "links.json"
HERE = r"https?://(127\.0\.0\.1|localhost|192\.168|[^/]*example)"
NOT_CHECKED = "not checked"
Noted = dict[str, str]  # "outcome", and but for NOT_CHECKED the day "on" which it was found


def used() -> set[str]:
    """The addresses outside that chapters and data name; those of cases and readings stand in .bib files, with their day."""
    from tests.words.prose import texts

    data = [path.read_text(encoding="utf-8") for path in (content.data()).rglob("*.yaml")]
    everything = "\n".join([*data, *(text for _, text in texts())])
    found = {address.rstrip(".,;)}") for address in re.findall(r"https?://[^\s\"'<>)}\]]+", everything)}
    dated = {str(source.url) for case in content.cases() for source in case.bibliography}
    dated |= {str(one.url) for one in content.readings() if one.seen}
    return {address for address in found if not re.match(HERE, address)} - dated


def listed(kept: dict[str, Noted]) -> dict[str, Noted]:
    """An entry for each address that is used, in order; what is new was not checked."""
    return {address: kept.get(address, {"outcome": NOT_CHECKED}) for address in sorted(used())}


def asked(
    known: dict[str, Noted], client: httpx.Client, today: date
) -> tuple[dict[str, Noted], dict[str, str]]:
    """The list with today's date at each address that answered well, and why the others did not."""
    found, failed = dict(known), {}
    for address in known:
        try:
            client.get(address, follow_redirects=True).raise_for_status()
            found[address] = {"on": today.isoformat(), "outcome": "answered"}
        except httpx.HTTPError as error:
            failed[address] = str(error) or type(error).__name__
    return found, failed


def main() -> int:
    kept = listed(json.loads(LIST.read_text(encoding="utf-8")))
    with httpx.Client(timeout=20) as client:
        found, failed = asked(kept, client, date.today())
    write(found)
    for address, why in failed.items():
        noted = found[address]
        print(f"{address}: {why} (noted: {noted['outcome']} {noted.get('on', '')})", file=sys.stderr)
    return 1 if failed else 0


def write(found: dict[str, Noted]) -> None:
    LIST.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
