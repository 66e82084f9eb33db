"""Every address of the server, and who answers it."""

import re
from typing import Any

from jupyter_server.utils import url_path_join

from govcourse.json_types import Json
from govcourse.server import (
    activities,
    again,
    analysis,
    answers,
    api,
    audience,
    countries,
    facilitator_pages,
    kernel_pages,
    learner_pages,
    live,
    participants,
    preparation,
    reports,
    reviews,
    room_pages,
    rooms,
    static_files,
    teams,
)
from govcourse.server.jupyter_handlers import guarded
from govcourse.server.page import NotFound

PARTS = (
    learner_pages, room_pages, facilitator_pages, static_files,
    api, countries, participants, answers, activities, live, teams, preparation, reports, again, reviews, audience, analysis, rooms,  # the last one has the catch-all
)  # fmt: skip
ROUTES = [route for part in PARTS for route in part.ROUTES]
KERNELS = kernel_pages.ROUTES
# Voila and Tornado take these for files: no page of ours asks for one with a null character, or for a folder above.
NOWHERE = [(r"(?i).*(?:%00|%2e|/\.\.).*", NotFound)]
OURS_ALONE = r"/voila/templates/(?!\w[\w-]*/static/\w).*"  # the templates themselves
# Voila's own: kernels and their channels, static files; none of its trees, contents or files.
CLOSED = re.compile(r"voila/(tree|api/contents|api/shutdown|files|render)|/log(in|out)|^/$")


def handlers(base: str, voila: Json, theirs: list[Any]) -> list[Any]:
    """All handlers below `base`; `theirs` are those of Voila, and `voila` is what its handlers are given."""

    def at(route: str, *rest: Any) -> tuple[Any, ...]:
        return url_path_join(base, route), *rest

    return [
        *NOWHERE,
        *(at(route, handler, voila) for route, handler in KERNELS),
        at(OURS_ALONE, NotFound),
        *(at(*route) for route in ROUTES),
        at(r"/voila/render/.*", NotFound),
        at(r"/voila/api/shutdown/(?P<kernel_id>.*)", guarded(kernel_pages.ShutdownHandler)),
        *((route, guarded(handler), *rest) for route, handler, *rest in theirs if not CLOSED.search(route)),
    ]
