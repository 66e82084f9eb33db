"""The schemas by which editors check data/."""

import re

from govcourse import content
from govcourse.content.schema import schemas, write


def test_the_schemas_for_editors_are_those_of_the_models():
    for name, text in schemas().items():
        assert (content.data() / "schema" / name).read_text(encoding="utf-8") == text, (
            f"run: make schema ({name})"
        )


def test_each_data_file_names_its_schema():
    for path in content.data().glob("**/*.yaml"):
        if path.parent.name == "texts":
            continue
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert named and (path.parent / named[1]).exists(), path


def test_the_schemas_are_written_where_one_says(tmp_path):
    write(tmp_path / "schema")
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "schema").iterdir()}
    assert written == schemas()
