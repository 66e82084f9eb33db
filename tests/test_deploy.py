"""The examples of `deploy/` that no test runs: others' linters read them, and each says at its head that it was not run."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from govcourse import content

ROOT = content.root()
# What reads a file, with what it needs; tests/server/test_proxies.py and tests/e2e/test_deploy_try.py run all others.
LINTERS = {
    "Dockerfile": ["hadolint"],
    "deploy/compose.yaml": ["check-jsonschema", "--builtin-schema", "vendor.compose-spec"],
    "deploy/jupyterhub-course.yaml": ["kubernetes-validate", "--strict"],
    "deploy/pages/github-pages.yml": ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
    "deploy/pages/gitlab-pages.yml": ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci"],
}
BY_HAND = {"deploy/jupyterhub-values.yaml"}
RUN = {"Caddyfile", "haproxy.cfg", "nginx.conf", "nginx-hub.conf", "jupyterhub_config.py", "try"}


def lint(name: str, path: Path) -> subprocess.CompletedProcess:
    program, *options = LINTERS[name]
    return subprocess.run(
        [Path(sys.executable).with_name(program), *options, path], capture_output=True, text=True
    )


@pytest.mark.parametrize("name", LINTERS)
def test_a_linter_finds_nothing_in_an_example_that_nothing_runs(name):
    found = lint(name, ROOT / name)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("name", "was", "mistake"),
    [
        ("Dockerfile", "USER 1000", "USER root"),
        ("deploy/compose.yaml", "depends_on", "depend_on"),
        ("deploy/jupyterhub-course.yaml", "replicas: 2", "replica: 2"),
        ("deploy/pages/github-pages.yml", "runs-on", "run-on"),
        ("deploy/pages/gitlab-pages.yml", "paths", "path"),
    ],
)
def test_a_linter_finds_a_mistake(name, was, mistake, tmp_path):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert was in text
    wrong = tmp_path / Path(name).name
    wrong.write_text(text.replace(was, mistake), encoding="utf-8")
    assert lint(name, wrong).returncode


def test_every_example_is_run_by_a_test_or_says_at_its_head_that_it_was_not():
    there = {path.name for path in (ROOT / "deploy").iterdir()} - RUN - {"pages", "__pycache__"}
    assert {f"deploy/{name}" for name in there} == {
        name for name in LINTERS.keys() | BY_HAND if name.count("/") == 1
    }
    for name in LINTERS.keys() | BY_HAND:
        assert (ROOT / name).read_text(encoding="utf-8").startswith("# Not run by us: "), name


def test_hub_and_course_are_on_hosts_of_their_own_and_cookies_of_one_are_not_the_other_s():
    values = yaml.safe_load((ROOT / "deploy/jupyterhub-values.yaml").read_text(encoding="utf-8"))
    parts = list(yaml.safe_load_all((ROOT / "deploy/jupyterhub-course.yaml").read_text(encoding="utf-8")))
    (ingress,) = [one for one in parts if one["kind"] == "Ingress"]
    course = {rule["host"] for rule in ingress["spec"]["rules"]}
    assert course and not course & set(values["ingress"]["hosts"])
    nginx = (ROOT / "deploy/nginx-hub.conf").read_text(encoding="utf-8")
    assert [f"server_name {host};" in nginx for host in (*course, *values["ingress"]["hosts"])] == [
        True,
        True,
    ]
