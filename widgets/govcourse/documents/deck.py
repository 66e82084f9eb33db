"""The slides of a room for a minister: one message each, the picture that carries it, and where it comes from."""

from govcourse import content
from govcourse.content.report_plan import ReportSlide
from govcourse.documents.cohort import Cohort
from govcourse.documents.report import Section, sections
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Slide
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import figure_slide


def slides(cohort: Cohort, brand: Brand) -> list[Slide]:
    """A cover, the summary, and those of data/report.yaml; what was not worked on says so."""
    page = Page(brand, cohort.language)
    t, found = page.t, {one.name: one for one in sections(cohort, page)}
    source = t["deck_source"].format(title=cohort.title, date=page.day(cohort.made))
    on = page.day(cohort.facts.get("date")) or page.day(cohort.made)
    byline = " · ".join(filter(None, [cohort.facts.get("country"), on]))
    said = [sentence for one in found.values() for sentence in one.sentences]
    short = [("", _short(text)) for text in said[1:5]] or [("", t["deck_nothing"])]
    return [
        Slide(cohort.title, [("", content.course().title)], byline, source, cover=True),
        Slide(t["deck_summary"], short, notes="\n".join([*said, source])),
        *(_slide(one, found, page, source) for one in content.report_plan().slides),
    ]


def _slide(asked: ReportSlide, found: dict[str, Section], page: Page, source: str) -> Slide:
    """A slide that the section makes, or a figure of it with its message as title."""
    t, title, section = page.t, page.t[asked.heading], found[asked.section]
    rather = asked.rather and found[asked.rather.section].slides.get(asked.rather.figure)
    if made := rather or section.slides.get(asked.figure):
        return Slide(made.title, made.points, made.byline, source, made.picture, made.table)
    if figure := section.figure(asked.figure):
        return figure_slide(figure, section.heading_of(figure), f"{title}. {source}")
    other = asked.instead and section.figure(asked.instead.after) and asked.instead.say
    return Slide(title, [("", t[other or "deck_nothing"])], notes=source)


def _short(sentence: str) -> str:
    """A sentence of the summary without where its figure stands."""
    told = sentence.rsplit(" (", 1)[0].rstrip(".")
    return told if told.endswith((".”", "”")) else f"{told}."
