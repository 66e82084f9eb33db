"""What Voila would make anew for each visitor is made once: templates, the page's configuration, notebooks."""

import nbformat
import pytest
from govcourse.server import voila_cache
from govcourse.server.voila_cache import Compiled, Notebooks
from jinja2 import DictLoader, Environment
from tornado.web import HTTPError


def test_a_template_is_compiled_once_for_all_environments_and_anew_when_it_changes(monkeypatch):
    compiled = []
    compile = Environment.compile
    monkeypatch.setattr(
        Environment, "compile", lambda self, source, *given, **more: compiled.append(source) or compile(self, source, *given, **more)
    )  # fmt: skip
    kept, texts = Compiled(), {"page": "Hello {{ name }}"}

    def visit():
        return (
            Environment(loader=DictLoader(texts), bytecode_cache=kept).get_template("page").render(name="Ann")
        )

    assert [visit(), visit()] == ["Hello Ann"] * 2
    assert len(compiled) == 1
    texts["page"] = "Bye {{ name }}"
    assert visit() == "Bye Ann"
    assert len(compiled) == 2


def test_each_of_the_library_s_environments_has_it(monkeypatch):
    from nbconvert.exporters import templateexporter

    monkeypatch.setattr(templateexporter, "Environment", templateexporter.Environment)  # put back afterwards
    voila_cache.keep()
    made = [templateexporter.Environment(loader=DictLoader({})) for _ in range(2)]
    assert isinstance(made[0].bytecode_cache, Compiled) and made[0].bytecode_cache is made[1].bytecode_cache


@pytest.fixture
def folder(tmp_path):
    nbformat.write(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")]), tmp_path / "one.ipynb"
    )
    return tmp_path


def test_a_notebook_is_read_once_until_its_file_changes_and_each_reader_may_change_what_he_got(
    folder, monkeypatch
):
    read = []
    monkeypatch.setattr(nbformat, "reads", lambda *given, _reads=nbformat.reads, **more: read.append(1) or _reads(*given, **more))  # fmt: skip
    manager = Notebooks(root_dir=str(folder))
    first = manager.get("one.ipynb")
    first["content"].cells.clear()
    assert manager.get("one.ipynb")["content"].cells[0].source == "1 + 1"
    assert len(read) == 1
    other = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("another cell")])
    nbformat.write(other, folder / "one.ipynb")
    assert manager.get("one.ipynb")["content"].cells[0].source == "another cell"


def test_a_notebook_that_is_gone_is_not_found(folder):
    manager = Notebooks(root_dir=str(folder))
    manager.get("one.ipynb")
    (folder / "one.ipynb").unlink()
    with pytest.raises(HTTPError, match="404"):
        manager.get("one.ipynb")


def test_the_page_s_configuration_is_looked_up_once_for_each_address_of_a_server(monkeypatch):
    from nbconvert.exporters import templateexporter
    from voila import handler, utils

    looked = []
    monkeypatch.setattr(handler, "get_page_config", None)
    monkeypatch.setattr(templateexporter, "Environment", templateexporter.Environment)
    monkeypatch.setattr(
        utils, "get_page_config", lambda base_url, **_: looked.append(base_url) or {"baseUrl": base_url}
    )
    voila_cache.keep()
    assert [handler.get_page_config(base_url=base, settings={})["baseUrl"] for base in ("/", "/", "/course/")] == ["/", "/", "/course/"]  # fmt: skip
    assert looked == ["/", "/course/"]
