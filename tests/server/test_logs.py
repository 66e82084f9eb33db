"""What the server logs: once, then as a count."""

import logging
import sys

import pytest
from govcourse.server import logs

from tests.running import TOKEN, server


@pytest.fixture
def logged():
    """A logger that writes through the filter, the filter, and what was written."""
    log, seldom, said = logging.getLogger("tests.seldom"), logs.Seldom(), []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())
    handler.addFilter(seldom)
    log.propagate = False
    log.addHandler(handler)
    yield log, seldom, said
    log.removeHandler(handler)


def test_what_is_logged_again_and_again_is_logged_once_and_counted(logged):
    log, seldom, said = logged
    for number in range(1000):
        log.error("Future %s at 0x%x", number, number)
        try:
            raise ValueError(f"this time {number}")
        except ValueError:
            log.exception("Uncaught %s", number)
    log.warning("something else")
    assert said == ["Future 0 at 0x0", "Uncaught 0", "something else"]
    seldom.tell()
    assert said[3:] == [
        "999 more within 60 seconds: Future 0 at 0x0",
        "999 more within 60 seconds: Uncaught 0",
    ]
    seldom.tell()
    log.error("Future 7 at 0x7")
    assert len(said) == 6


def test_a_flood_of_different_messages_is_counted_as_well(logged):
    log, seldom, said = logged
    for number in range(5000):
        log.warning("404 GET /%s", "x" * (number % 150) + "y" * (number // 150))
    assert len(said) <= logs.MOST + 1
    seldom.tell()
    assert any("other messages" in text for text in said)


def test_no_token_and_no_key_of_an_address_is_logged(logged):
    log, seldom, said = logged
    log.warning("%d %s %s", 403, "GET", "/facilitator/ABC234?key=secret1&view=teams")
    log.warning("403 GET /facilitator?token=secret2 (127.0.0.1)")
    assert said == [
        "403 GET /facilitator/ABC234?key=…&view=teams",
        "403 GET /facilitator?token=… (127.0.0.1)",
    ]


def test_a_flood_of_refusals_hides_no_fault(logged):
    log, _, said = logged
    for number in range(logs.MOST + 5):
        log.warning("404 GET /%s", chr(0x4E00 + number))
    log.error("500 GET /work")
    assert said[-1] == "500 GET /work" and len(said) == logs.MOST + 2


def test_nobody_writes_lines_into_the_log():
    forged = "x\r\n2026-01-01T00:00:00Z [govcourse.entries] INFO | Came in\x1b[2J\u2028"
    try:
        raise ValueError(forged)
    except ValueError:
        record = logging.LogRecord("a", logging.ERROR, "", 1, "%s", (forged,), sys.exc_info())
    lines = logs.InUtc().format(record).splitlines()
    assert "\\r\\n2026-01-01" in lines[0] and "\\x1b[2J\\u2028" in lines[0] and "\x1b" not in lines[0]
    assert all(line.startswith("  ") for line in lines[1:]) and len(lines) > 3


def test_the_start_prints_no_token_that_was_given(tmp_path):
    with server(tmp_path / "home") as address:
        said = (tmp_path / "home" / "server.log").read_text(encoding="utf-8")
        assert f"{address}/facilitator?token=…" in said and TOKEN not in said
