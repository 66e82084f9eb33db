"""How errors are answered: one mapping to HTTP, with words that a person can act on."""

import pytest
from govcourse.files import Unavailable
from govcourse.kinds import AnswerError
from govcourse.learner_service import FileRefused
from govcourse.server.errors import ApiError, as_api_error
from govcourse.server.store_threads import Overload
from govcourse.store import LinkEnded, Stale, StoreError
from tornado.web import HTTPError


@pytest.mark.parametrize(
    ("error", "status", "code", "words"),
    [
        (AnswerError("items.0", "no_option"), 422, "invalid", "there is no such option"),
        (Stale({"goal": 4}, 7), 409, "stale", "changed"),
        (LinkEnded(), 403, "not_facilitator", "link"),
        (FileRefused("file_newer"), 422, "invalid", "newer version"),
        (StoreError("The disk is full.", "/srv/course.db"), 503, "store", "The disk is full."),
        (Overload(), 503, "busy", "Your text is kept"),
        (Unavailable("Pango is missing."), 503, "unavailable", "Pango is missing."),
        (HTTPError(404, "nothing here"), 404, "http", "nothing here"),
        (ValueError("a secret of ours"), 500, "failed", ""),
        (HTTPError(502), 500, "failed", ""),
    ],
)
def test_an_error_has_its_status_its_code_and_its_words(error, status, code, words):
    found = as_api_error(error, 500)
    assert (found.status, found.error["code"]) == (status, code)
    assert words in found.error["message"]
    assert "/srv" not in found.error["message"] and "secret" not in found.error["message"]


def test_a_stale_save_brings_what_is_there():
    assert as_api_error(Stale({"goal": 4}, 7), 500).more == {"answer": {"goal": 4}, "version": 7}


def test_the_field_is_named_only_where_there_is_one():
    assert as_api_error(AnswerError("items.0", "no_option"), 500).error["field"] == "items.0"
    assert "field" not in as_api_error(AnswerError("", "too_deep"), 500).error
    assert "field" not in ApiError(404, "no_activity", message="None.").error


def test_what_breaks_a_rule_goes_with_the_key_of_its_words_so_that_a_page_says_it_in_its_own_language():
    error = as_api_error(AnswerError("items", "too_many", count=1), 500).error
    assert (error["key"], error["values"]) == ("too_many", {"count": 1})
    assert error["message"] == "there may be 1 entry at most"
