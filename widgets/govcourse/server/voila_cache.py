"""Keeps what Voila would make anew for each visitor: compiled page templates, the page's configuration, and notebooks read and checked."""

import copy
import os
from functools import partial
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jupyter_server.services.contents.largefilemanager import LargeFileManager
from nbconvert.exporters import templateexporter
from voila import handler, utils

from govcourse.json_types import Json
from govcourse.markup import Environment


class Compiled(BytecodeCache):
    """Compiled templates in memory, by their source."""

    def __init__(self) -> None:
        self._kept: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key + bucket.checksum] = bucket.code


class Notebooks(LargeFileManager):
    """The course's notebooks, read and checked once for each state of their files; whoever gets one may change it."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._kept: dict[str, tuple[tuple[int, ...], Json]] = {}

    def _notebook_model(self, path: str, content: bool = True, require_hash: bool = False) -> Json:
        if not content or require_hash:
            return self._read(path, content, require_hash)
        now = os.stat(self._get_os_path(path))  # type: ignore[no-untyped-call]
        state = (now.st_ino, now.st_size, now.st_mtime_ns)
        if path not in self._kept or self._kept[path][0] != state:
            self._kept[path] = (state, self._read(path))
        return copy.deepcopy(self._kept[path][1])

    def _read(self, *given: Any) -> Json:
        return super()._notebook_model(*given)  # type: ignore[no-any-return, no-untyped-call]


def keep() -> None:
    """From now on. Neither has a setting for it, so their names are bound to ones that keep: nbconvert's for its environment, and
    Voila's for the page's configuration, which looks through folders for extensions and is the same for every page of a server.
    """
    vars(templateexporter)["Environment"] = partial(Environment, bytecode_cache=Compiled())
    kept: dict[str, Json] = {}

    def page_config(base_url: str, **given: Any) -> Json:
        if base_url not in kept:
            kept[base_url] = utils.get_page_config(base_url, **given)
        return kept[base_url]  # Voila copies it before it writes in it

    vars(handler)["get_page_config"] = page_config
