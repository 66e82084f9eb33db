"""XBlock's workbench in which each package is a block of openedx-scorm-xblock: python scorm_xblock_site.py FOLDER PORT PACKAGE…

Runs in an environment of its own (`make players`). Prints the blocks' addresses as JSON once it serves.
"""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import django
from django.core.files import File
from django.core.management import call_command

folder, port, *packages = sys.argv[1:]
os.environ["DJANGO_SETTINGS_MODULE"] = "workbench.settings"
os.environ["EXCLUDE_SAMPLE_XBLOCKS"] = "yes"
os.environ["WORKBENCH_DATABASES"] = json.dumps(
    {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": f"{folder}/site.db",
            "OPTIONS": {"timeout": 30},
        }
    }
)
from django.conf import settings  # noqa: E402

settings.MEDIA_ROOT, settings.MEDIA_URL = f"{folder}/media", "/media/"
(Path(folder) / "var").mkdir()  # its log
os.chdir(folder)
django.setup()
call_command("migrate", run_syncdb=True, verbosity=0)
from openedxscorm import ScormXBlock  # noqa: E402
from workbench.runtime import WorkbenchRuntime  # noqa: E402
from workbench.scenarios import get_scenarios  # noqa: E402

# What Open edX gives a block; the workbench gives it a mock, of which no folder can be named.
ScormXBlock.location = property(
    lambda block: SimpleNamespace(block_id=block.scope_ids.usage_id, html_id=lambda: "course"),
    lambda block, mock: None,
)
ScormXBlock.xblock_settings = {
    "PROXY_ASSETS_LMS": False
}  # the workbench's addresses end with the learner's name
names = {Path(package).stem: Path(package) for package in packages}
ScormXBlock.workbench_scenarios = staticmethod(
    lambda: [(name, "<vertical_demo><scorm/></vertical_demo>") for name in names]
)
told = {}
for address, scenario in get_scenarios().items():
    if scenario.description not in names:
        continue
    runtime = WorkbenchRuntime("ana")
    block = runtime.get_block(runtime.get_block(scenario.usage_id).children[0])
    with names[scenario.description].open("rb") as file:
        package = File(file)
        block.update_package_meta(package)
        block.extract_package(package)
    block.update_package_fields()
    block.save()
    told[scenario.description] = f"/scenario/{address}/?student=ana"
print(json.dumps(told), flush=True)
call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0)
