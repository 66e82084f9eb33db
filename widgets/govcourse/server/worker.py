"""What runs in the workshop's process: the function of a name, imported there and not in the server."""

from pkgutil import resolve_name


def call(name: str, given: tuple):
    """`name` as “package.module:function”."""
    return resolve_name(name)(*given)
