"""The course "Innovation and Digital Government for Public Service Delivery": exercises, rooms, book."""

__version__ = "0.1.0"
__all__ = [
    "answers", "case_cards", "cases", "countries", "exercise", "explore", "facilitate", "overview", "picture", "preparation", "progress", "questions", "recap", "room", "sdgs", "words",
]  # fmt: skip


def __getattr__(name: str) -> object:
    # Notebooks pay only for what they show: nothing heavy is imported before it is asked for.
    if name in __all__:
        from govcourse.jupyter import charts, notebook

        charts.register()
        return getattr(notebook, name)
    raise AttributeError(f"module 'govcourse' has no attribute {name!r}")
