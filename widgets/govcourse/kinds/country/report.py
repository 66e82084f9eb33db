"""A country's profile in documents: its figures beside the world's means, then its readings."""

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.country.activity import Profile
from govcourse.kinds.reader import rounded
from govcourse.kinds.report import Page, Report
from govcourse.layout.blocks import Block, Cell, Table, Text
from govcourse.layout.pictures import draw

MEASURES = ("egdi", "osi", "tii", "hci")


class ProfileReport(Report[Profile]):
    def figures(self, activity: Profile, answer: Json, page: Page) -> list[Block]:
        from govcourse.kinds.country import chart

        given = {
            edition: values
            for edition, values in sorted(answer.get("figures", {}).items())
            if any(values.values())
        }
        if not given:
            return []
        t, world = page.texts(self.kind.name), _world()
        names = content.country_names(page.language)
        country = names.get(answer.get("country", ""), t["mine"])
        edition, values = list(given.items())[-1]
        means = world.get(edition, {})
        message = t["parts_none"].format(country=country, edition=edition)
        if egdi := values.get("egdi"):
            message = t["report_message"].format(country=country, edition=edition, value=rounded(egdi, 2))
        rows = [
            {"title": t[name], "series": series, "value": found[name]}
            for name in MEASURES
            for series, found in (("mine", values), ("world", means))
            if found.get(name) is not None
        ]
        head = [t["edition"], *(t[name] for name in MEASURES)]
        table: list[list[Cell]] = []
        for year, own in given.items():
            table.append([f"{country}, {year}", *(_two(own.get(name)) for name in MEASURES)])
            if year in world:
                table.append(
                    [
                        t["report_world"].format(edition=year),
                        *(_two(world[year].get(name)) for name in MEASURES),
                    ]
                )
        picture = draw(chart.parts(rows), message, page.brand, f"{message} {t['report_key']}", name="profile")
        return [picture, Table(head, table, t["report_table"]), Text(t["report_caution"], "note")]


def _world() -> dict[str, dict[str, float]]:
    """The published means of all countries, by edition."""
    means = content.countries().means
    return {str(one.edition): one.values for one in means if one.index == "egdi" and one.of == "world"}


def _two(value: float | None) -> str:
    return "–" if value is None else rounded(value, 2)
