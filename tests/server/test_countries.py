"""GET /api/countries: what is loaded, for anyone; one country on demand."""

import subprocess
import sys

import pytest

from tests.running import server
from tests.test_country_files import egdi


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A server of a store with a made-up edition."""
    import os

    folder = tmp_path_factory.mktemp("countries")
    (folder / "egdi.csv").write_text(egdi("KEN,,,,2024,99,0.6,high,0.6,0.6,0.6,0.7"), encoding="utf-8")
    run = [sys.executable, "-m", "govcourse.cli", "countries", "load", str(folder / "egdi.csv")]
    subprocess.run(run, check=True, env={**os.environ, "GOVCOURSE_HOME": str(folder / "home")})
    with server(folder / "home") as url:
        yield url


def test_all_figures_are_told_as_a_table(loaded):
    import httpx

    told = httpx.get(f"{loaded}/api/countries").json()
    assert told["columns"] == ["index", "edition", "country", "measure", "value"]
    assert len(told["rows"]) == 193 * 6 and ["egdi", 2024, "KEN", "rank", 99] in told["rows"]


def test_one_country_comes_with_the_means_of_its_groups(loaded):
    import httpx

    told = httpx.get(f"{loaded}/api/countries", params={"country": "ken"}).json()
    assert told["figures"][0]["values"]["egdi"] == 0.6
    assert [one["of"] for one in told["means"]] == ["014", "002", "world"]


@pytest.mark.parametrize("code", ["XXX", "", "K" * 5000, "../KEN"])
def test_another_code_is_refused_in_words(client, code):
    answer = client.get("/api/countries", params={"country": code})
    assert answer.status_code == 404 and "ISO code" in answer.json()["error"]["message"]


def test_a_server_without_files_says_that_there_is_nothing(client):
    assert client.get("/api/countries").json()["rows"] == []
    assert client.get("/api/countries?country=KEN").json() == {"country": "KEN", "figures": [], "means": []}
