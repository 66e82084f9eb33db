"""Scripts and styles: the built front end, and what the server's own pages load."""

import os

from tornado.web import StaticFileHandler

from govcourse import discovery, kinds
from govcourse.files import STATIC
from govcourse.server.paths import ASSETS


class Asset(StaticFileHandler):
    def set_extra_headers(self, path: str) -> None:
        # Asked again, answered 304: an update shows at once. A font stays as it is.
        self.set_header("Cache-Control", "public, max-age=2592000" if path.endswith(".woff2") else "no-cache")


class Script(Asset):
    """The built front end; the module of a kind that an academy installed comes from where it is installed."""

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        name = path.removesuffix(".js")
        return (
            str(kinds.named(name).script)
            if name in discovery.modules()
            else super().get_absolute_path(root, path)
        )

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        return super().validate_absolute_path(os.path.dirname(absolute_path), absolute_path)


ROUTES = [
    (r"/static/(.*)", Script, {"path": str(STATIC)}),
    (r"/assets/(.*)", Asset, {"path": str(ASSETS)}),
]
