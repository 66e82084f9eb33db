"""An academy that installed a kind of its own: what is in the folder `tally`, with an activity of it in its data and notebooks."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from govcourse import content

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WELCOME = "# An academy's course\n\nIt has one session.\n"


@dataclass(frozen=True)
class Academy:
    """Its folder of the course, and what a process needs in its environment to run that."""

    root: Path
    environment: dict[str, str]

    def run(self, *command: str) -> str:
        """What Python printed, run with its environment."""
        done = subprocess.run(
            [sys.executable, *command],
            env={**os.environ, **self.environment},
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout


def academy(folder: Path) -> Academy:
    """Makes it in `folder`: the package as if it were installed, and a course with one session, which has the exercise."""
    installed, root = folder / "packages", folder / "course"
    kind = shutil.copytree(HERE / "tally", installed / "tally", ignore=shutil.ignore_patterns("__pycache__"))
    told = installed / "tally-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: tally\nVersion: 1.0\n", encoding="utf-8")
    (told / "entry_points.txt").write_text("[govcourse.kinds]\ntally = tally\n", encoding="utf-8")
    node = shutil.which("node") or str(Path(sys.executable).parent / "node")
    subprocess.run([node, str(ROOT / "widgets" / "build.mjs"), str(kind), str(kind)], check=True)

    shutil.copytree(content.data(), root / "data")
    shutil.copytree(content.root() / "locale", root / "locale")
    shutil.copy(HERE / "counter.yaml", root / "data" / "activities")
    _notebooks(root / "notebooks")
    shutil.copytree(content.root() / "book", root / "book", ignore=shutil.ignore_patterns("*.md", "cases"))
    (root / "book" / "welcome.md").write_text(WELCOME, encoding="utf-8")
    shutil.copy(content.root() / "_config.yml", root)
    chapters = {"format": "jb-book", "root": "book/welcome", "parts": [{"caption": "The course", "chapters": [{"file": "notebooks/session-1"}]}]}  # fmt: skip
    (root / "_toc.yml").write_text(json.dumps(chapters), encoding="utf-8")
    path = [str(installed), *filter(None, [os.environ.get("PYTHONPATH")])]
    return Academy(root, {"PYTHONPATH": os.pathsep.join(path), "GOVCOURSE_ROOT": str(root)})


def _notebooks(folder: Path) -> None:
    """The course's notebooks; that of the first session has its beginning, and the exercise."""
    shutil.copytree(content.root() / "notebooks", folder, ignore=shutil.ignore_patterns("book"))
    path = folder / "session-1.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code, title = notebook["cells"][:2]
    cell = {**code, "id": "counter", "metadata": {"tags": ["hide-input"]}}
    cell["source"] = 'from govcourse import exercise\n\nexercise("counter")'
    part = {**title, "id": "windows", "source": "## At the windows"}
    notebook["cells"] = [code, title, part, cell]
    path.write_text(json.dumps(notebook), encoding="utf-8")
