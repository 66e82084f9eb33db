"""Keeps Voila's page templates compiled: nbconvert makes a Jinja environment for each visitor, and would compile them each time."""

from functools import partial

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from nbconvert.exporters import templateexporter

from govcourse.markup import Environment


class Compiled(BytecodeCache):
    """Compiled templates in memory, by their source."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


def keep() -> None:
    """From now on; nbconvert has no setting for it, so its name for the environment is bound to one with a cache."""
    vars(templateexporter)["Environment"] = partial(Environment, bytecode_cache=Compiled())
