"""What the chart of a computing cell says, from data/: a cell says it in whichever language the course is read."""


def words(cell: str) -> dict[str, str]:
    """The words of a computing cell, by name. Raises KeyError for a cell that has none, with those that have.

    >>> words("spread")["month"]
    'Months since the start'
    """
    from govcourse import content

    known = {one.id: one.words for one in content.computing().cells}
    if cell not in known:
        raise KeyError(f"There are no words for “{cell}”; there are for: {', '.join(known)}.")
    return dict(known[cell])
