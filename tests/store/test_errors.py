"""What a call is answered when what it is about is gone meanwhile."""

import pytest
from govcourse.server.errors import as_api_error
from govcourse.store import RoomGone
from sqlalchemy.exc import IntegrityError


def test_what_is_written_in_a_room_that_is_deleted_meanwhile_is_answered_that_there_is_none(any_store):
    code = any_store.rooms.add("Cohort", [1])[0].code
    any_store.rooms.delete(code)
    for error, act in (
        (IntegrityError, lambda: any_store.acts.record(code, "", "report as docx")),
        (IntegrityError, lambda: any_store.people.add(code)),
        (RoomGone, lambda: any_store.rooms.change(code, title="Other")),
    ):
        with pytest.raises(error) as raised:
            act()
        assert (as_api_error(raised.value, 500).status, raised.value is None) == (404, False)
