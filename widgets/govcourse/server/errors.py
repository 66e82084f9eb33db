"""What a call is answered when it fails: the one mapping from errors to HTTP."""

from sqlalchemy.exc import IntegrityError
from tornado.web import HTTPError

from govcourse import content
from govcourse.files import Unavailable
from govcourse.json_types import Json
from govcourse.kinds import AnswerError
from govcourse.learner_service import FileRefused
from govcourse.server.store_threads import Overload
from govcourse.store import LinkEnded, RoomGone, Stale, StoreError


class ApiError(Exception):
    """An error as the contract gives it: status, code, words a person can act on, and the field.

    The words are the catalogue's for `key`, which is the code unless given, filled with `values`; or `message`.
    """

    def __init__(
        self,
        status: int,
        code: str,
        field: str | None = None,
        key: str = "",
        message: str | None = None,
        more: Json | None = None,
        **values: object,
    ):
        self.status, self.more = status, more or {}
        if message is None:
            message = content.texts()["api"][key or code].format(**values)
        self.error = {"code": code, "message": message, **({"field": field} if field else {})}


def as_api_error(error: BaseException | None, status: int) -> ApiError:
    """How `error` is answered; whatever nobody foresaw, with `status`."""
    match error:
        case ApiError():
            return error
        case AnswerError():
            refused = ApiError(422, "invalid", message=error.message)
            refused.error |= {name: one for name, one in error.told().items() if one}
            return refused
        case Stale():
            return ApiError(409, "stale", more={"answer": error.answer, "version": error.version})
        case (
            RoomGone() | IntegrityError()
        ):  # what was to be written belongs to somebody who is deleted by now
            return ApiError(404, "no_room")
        case LinkEnded():
            return ApiError(403, "not_facilitator")
        case FileRefused():
            return ApiError(422, "invalid", message=str(error))
        case StoreError():
            return ApiError(503, "store", message=error.told)
        case Overload():
            return ApiError(503, "busy", key="overload")
        case Unavailable():
            return ApiError(503, "unavailable", message=str(error))
        case HTTPError() if error.status_code < 500:
            return ApiError(error.status_code, "http", message=error.log_message or None)
    return ApiError(status, "failed")
