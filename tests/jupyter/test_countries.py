"""`countries()` in notebooks: what is loaded, and the published means without it."""

import doctest
import http.server
import json
import threading

import pandas as pd
import pytest
from govcourse import countries, kernel_environment
from govcourse.jupyter import countries as module
from govcourse.store import CountryFigure, open_store

LOADED = [
    CountryFigure("egdi", 2024, "FJI", "egdi", 0.6),
    CountryFigure("egdi", 2024, "FJI", "rank", 100),
    CountryFigure("gtmi", 2025, "HKG", "gtmi", 0.7),
]


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_DATABASE", f"sqlite:///{tmp_path / 'course.db'}")


def load():
    store = open_store()
    store.country_figures.replace(LOADED)
    store.close()


def test_what_is_loaded_is_a_row_for_each_figure():
    load()
    expected = pd.DataFrame(
        [
            ("FJI", "Fiji", "Oceania", "Melanesia", True, "egdi", 2024, "egdi", 0.6, "UN DESA"),
            ("FJI", "Fiji", "Oceania", "Melanesia", True, "egdi", 2024, "rank", 100.0, "UN DESA"),
            ("HKG", "Hong Kong SAR China", None, None, False, "gtmi", 2025, "gtmi", 0.7, "World Bank"),
        ],
        columns=module.COLUMNS,
    )
    texts = [name for name in module.COLUMNS if name not in ("own", "edition", "value")]
    pd.testing.assert_frame_equal(countries(country="Fiji"), expected.astype(dict.fromkeys(texts, "string")))
    assert countries("fr")["name"][0] == "Fidji"
    for called, own in (
        ("fidji", 2),
        ("FJI", 2),
        (" Hong Kong SAR China", 1),
        ("Utopia", 0),
        ("", 0),
        ("009", 0),
    ):
        assert countries("fr", called)["own"].sum() == own


def test_without_files_it_is_the_published_means_of_groups():
    found = countries()
    assert found["country"].isna().all() and found["value"].between(0, 1).all()
    islands = found[(found["name"] == "Small island developing States") & (found["edition"] == 2024)]
    assert dict(zip(islands["measure"], islands["value"], strict=True))["osi"] == 0.4076
    assert islands["source"].unique().tolist() == ["Computed for this course from: UN DESA"]
    assert found.dtypes.astype(str).to_dict()["value"] == "float64"


def test_one_s_own_among_the_published_means_are_those_of_the_groups_in_which_one_is():
    found = countries(country="Fiji").query("own and edition == 2024 and measure == 'egdi'")
    assert set(found["name"]) == {"Oceania", "Small island developing States", "World"}


def test_the_book_shows_what_is_published_whatever_is_loaded(monkeypatch):
    load()
    monkeypatch.setattr(kernel_environment, "for_book", lambda: True)
    assert countries()["country"].isna().all()


def test_a_kernel_of_the_server_asks_the_server(monkeypatch):
    told = {"columns": [], "rows": [list(one) for one in LOADED]}

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            assert self.path == "/base/api/countries"
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        monkeypatch.setattr(
            kernel_environment, "server", lambda: f"http://127.0.0.1:{server.server_port}/base"
        )
        assert countries()["country"].tolist() == ["FJI", "FJI", "HKG"]


def test_the_example_of_its_documentation_is_true():
    ran = doctest.testmod(module)
    assert ran.attempted >= 3 and ran.failed == 0
