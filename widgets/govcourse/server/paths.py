"""Where the server's own files lie."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
ASSETS = HERE / "assets"
PAGES = HERE / "templates" / "pages"
VOILA = HERE / "templates" / "voila"
