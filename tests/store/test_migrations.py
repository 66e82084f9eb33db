"""A database comes to the newest tables with what is in it, all the way or not at all."""

import subprocess
import sys

from alembic.script import ScriptDirectory
from govcourse.store import migrate, open_store


def test_the_newest_migration_by_its_file_s_name_is_alembic_s_head():
    assert ScriptDirectory(str(migrate.FOLDER)).get_heads() == [migrate.newest()]


def test_a_store_that_is_up_to_date_opens_without_alembic(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    open_store(url).close()
    code = "import sys; from govcourse.store import open_store; open_store(sys.argv[1]); print('alembic' in sys.modules)"
    opened = subprocess.run([sys.executable, "-c", code, url], capture_output=True, text=True, check=True)
    assert opened.stdout.strip() == "False"


def test_the_course_knows_its_own_revisions_and_those_of_no_other():
    assert all(migrate.known(path.name[:4]) for path in (migrate.FOLDER / "versions").glob("*.py"))
    assert not any(migrate.known(other) for other in ("0000", "9999", "", None, 5, ["0001"]))
