"""What Lighthouse finds of a page of each sort, as a phone on a slow network with a slow processor: the server's pages and the book's."""

import json
import os
import subprocess
from pathlib import Path

import httpx
from govcourse import content
from govcourse.doctor import chromium

from tests.load.room import FACILITATOR

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "_build" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility")
AUDITS = {
    "shift": "cumulative-layout-shift",
    "blocking": "total-blocking-time",
    "bytes": "total-byte-weight",
}


def of_server(address: str) -> dict[str, dict[str, float]]:
    """By the name of a page; the room's is that of somebody who has just joined, with the assessment open."""
    with httpx.Client(base_url=address) as client:
        made = client.post("/api/rooms", json={"sessions": [1]}, headers=FACILITATOR).json()
        room = f"/api/rooms/{made['code']}"
        client.put(f"{room}/activities/dtca", json={"state": "open"}, headers=FACILITATOR).raise_for_status()
        joined = client.post(f"{room}/participants", json={})
        joined.raise_for_status()
        cookie = joined.headers["set-cookie"].partition(";")[0]
    return {
        "home page": page(f"{address}/"),
        "session 1": page(f"{address}/sessions/1"),
        "session 4": page(f"{address}/sessions/4"),
        "a case": page(f"{address}/cases/{content.case_ids()[0]}"),
        "page to join": page(f"{address}/join"),
        "a room": page(f"{address}/room/{made['code']}", cookie),
    }


def of_book(address: str) -> dict[str, dict[str, float]]:
    return {
        "first page of the book": page(f"{address}/index.html"),
        "session 1 in the book": page(f"{address}/notebooks/session-1.html"),
    }


def page(url: str, cookie: str = "") -> dict[str, float]:
    """Scores of 100 by category, layout shift, milliseconds of blocked time and kB of a first visit."""
    command = [
        str(PROGRAM), url, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    if cookie:
        command.append(f"--extra-headers={json.dumps({'Cookie': cookie})}")
    environment = {**os.environ, "CHROME_PATH": str(chromium()), "CI": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise RuntimeError(f"{url}: {done.stderr or done.stdout[-2000:]}")
    told = json.loads(done.stdout)
    found = {name: 100 * told["categories"][name]["score"] for name in CATEGORIES}
    found |= {name: told["audits"][audit]["numericValue"] for name, audit in AUDITS.items()}
    return found | {"bytes": found["bytes"] / 1000}
