"""Voila's page templates are compiled once, not for each visitor."""

from govcourse.server import template_cache
from govcourse.server.template_cache import Compiled
from jinja2 import DictLoader, Environment


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
    template_cache.keep()
    made = [templateexporter.Environment(loader=DictLoader({})) for _ in range(2)]
    assert isinstance(made[0].bytecode_cache, Compiled) and made[0].bytecode_cache is made[1].bytecode_cache
