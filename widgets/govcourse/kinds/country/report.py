"""A country's profile in documents: its figures beside the world's means, then its readings."""

from govcourse import content
from govcourse.content import formats
from govcourse.json_types import Json
from govcourse.kinds.country.activity import Profile
from govcourse.kinds.report import Chart, Page, Report
from govcourse.layout.blocks import Block, Cell, Table, Text

MEASURES = ("egdi", "osi", "tii", "hci")


class ProfileReport(Report[Profile]):
    def chart(self, activity: Profile, answer: Json, page: Page) -> Chart | None:
        from govcourse.kinds.country.chart import parts
        from govcourse.layout.charts import wrapped

        if not (given := _given(answer)):
            return None
        t, world, country = page.texts(self.kind.name), _world(), self._country(answer, page)
        edition, values = list(given.items())[-1]
        means = world.get(edition, {})
        message = t["parts_none"].format(country=country, edition=edition)
        if egdi := values.get("egdi"):
            message = t["report_message"].format(country=country, edition=edition, value=page.number(egdi, 2))
        rows = [
            {"title": wrapped(t[name]), "series": series, "value": found[name]}
            for name in MEASURES
            for series, found in (("mine", values), ("world", means))
            if found.get(name) is not None
        ]
        return Chart(parts(rows), message, f"{message} {t['report_key']}", "profile")

    def figures(self, activity: Profile, answer: Json, page: Page) -> list[Block]:
        if not (drawn := super().figures(activity, answer, page)):
            return []
        given, t, world = _given(answer), page.texts(self.kind.name), _world()
        country = self._country(answer, page)
        head = [t["edition"], *(t[name] for name in MEASURES)]
        table: list[list[Cell]] = []
        for year, own in given.items():
            table.append(
                [
                    formats.listed((country, year), page.language, ","),
                    *(page.number(own.get(name), 2) for name in MEASURES),
                ]
            )
            if year in world:
                table.append(
                    [
                        t["report_world"].format(edition=year),
                        *(page.number(world[year].get(name), 2) for name in MEASURES),
                    ]
                )
        return [*drawn, Table(head, table, t["report_table"]), Text(t["report_caution"], "note")]

    def _country(self, answer: Json, page: Page) -> str:
        names = content.country_names(page.language)
        return names.get(answer.get("country", ""), page.texts(self.kind.name)["mine"])


def _given(answer: Json) -> Json:
    """The figures by edition, of those that have any."""
    return {
        edition: values
        for edition, values in sorted(answer.get("figures", {}).items())
        if any(values.values())
    }


def _world() -> dict[str, dict[str, float]]:
    """The published means of all countries, by edition."""
    means = content.countries().means
    return {str(one.edition): one.values for one in means if one.index == "egdi" and one.of == "world"}
