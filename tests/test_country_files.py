"""Publishers' tables of countries: what is taken, what is left with its reason, and what is refused."""

from pathlib import Path

import pytest
from govcourse import content
from govcourse.country_files import read, together
from govcourse.country_tables import CountryFileRefused

SHARED = Path(__file__).parents[2] / "shared" / "data"
HEAD = "iso3,country,un_region,un_subregion,year,rank,egdi,egdi_group,osi,tii,hci,epi"
DATA_CENTER = (
    "Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,Online Service Index,"
    "Human Capital Index,Telecommunication Infrastructure Index"
)


def egdi(*changed, year=2024):
    """A made-up edition in which every State has the same figures, but for the `changed` lines, by code."""
    lines = {code: f"{code},,,,{year},1,0.5,high,0.4,0.5,0.6,0.7" for code in content.countries().members}
    lines |= {line[:3]: line for line in changed}
    return "\n".join([HEAD, *(line for line in lines.values() if len(line) > 3)])


def gtmi(*lines):
    return "\n".join(["iso3,economy,year,group,gtmi,cgsi,psdi,dcei,gtei", *lines])


def reasons(found):
    return [one.why for one in found.left]


def test_a_whole_edition_is_taken_with_its_parts_and_rank():
    found = read(egdi().encode())
    assert (found.source, found.taken, found.left) == ("egdi", {2024: 193}, [])
    kenya = {one.measure: one.value for one in found.figures if one.country == "KEN"}
    assert kenya == {"egdi": 0.5, "osi": 0.4, "tii": 0.5, "hci": 0.6, "epi": 0.7, "rank": 1}


def test_the_data_center_s_own_headings_and_names_are_read():
    names = {one.id: one.name for one in content.countries().members.values()}
    names |= {
        "BOL": "Bolivia (Plurinational State of) ",
        "GEO": "Georgia (Country)",
        "TUR": "Turkiye",
        "CZE": "Czech Republic",
    }
    rows = [f'2022,"{name} ",1,0.50000,0.7,0.40000,0.60000,0.50000' for name in names.values()]
    assert read("\r\n".join([DATA_CENTER, *rows]).encode("cp1252")).taken == {2022: 193}


def test_the_oecd_s_table_is_known_by_its_header():
    head = "iso3,year,composite_index,composite_rank,digital_design,data_driven,govt_as_platform,open_default,user_driven,proactiveness"
    found = read(f"{head}\nAUT,2023,0.547,23,0.766,0.38,0.773,0.416,0.483,0.465".encode())
    assert found.source == "dgi" and found.figures[0] == ("dgi", 2023, "AUT", "dgi", 0.547)


@pytest.mark.parametrize(
    "line, why",
    [
        ("KEN,,,,2024,1,0.52,high,0.4,0.5,0.6,0.7", "KEN: the EGDI, 0.52, is not the mean of its parts, 0.50000"),
        ("KEN,,,,2024,1,0.5,high,-0.1,0.5,0.6,0.7", "KEN: “-0.1” (osi) is no number"),
        ("KEN,,,,2024,1,0.5,high,0.4,0.5,0.6,1.2", "KEN: epi is 1.2, and not between 0 and 1"),
        ("KEN,,,,2024,1,0.5,high,0.4,,0.6,0.7", "KEN: the index or one of its parts is missing"),
        ("KEN,,,,2024,0,0.5,high,0.4,0.5,0.6,0.7", "KEN: 0 is no rank"),
        ("KEN,,,,2024,,,,,,,", "KEN: no figure in this edition"),
        ("KEN,,,,2024,1,about half,high,0.4,0.5,0.6,0.7", "KEN: “about half” (egdi) is no number"),
        ("KEN,,,,2024,1,1e999,high,0.4,0.5,0.6,0.7", "KEN: “1e999” (egdi) is no number"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_left_with_its_reason_and_the_others_are_taken(line, why):
    found = read(egdi(line).encode())
    assert found.taken == {2024: 192} and reasons(found) == [why]


def test_rounding_of_the_publisher_is_allowed_for():
    assert read(egdi("KEN,,,,2024,1,0.5009,high,0.4,0.5,0.6,0.7").encode()).left == []


def test_an_edition_without_all_states_is_left_and_another_one_taken():
    text = egdi("KEN", year=2022) + egdi().removeprefix(HEAD)
    found = read(text.encode())
    assert found.taken == {2024: 193}
    assert reasons(found) == ["it lists 192 of 193 States; KEN are missing"]


def test_an_edition_in_which_many_rows_do_not_fit_is_left_whole():
    wrong = [f"{code},,,,2022,1,0.6,high,0.4,0.5,0.6,0.7" for code in list(content.countries().members)[:10]]
    found = read((egdi(*wrong, year=2022) + egdi().removeprefix(HEAD)).encode())
    assert found.taken == {2024: 193} and reasons(found)[0].startswith("10 of 193 rows do not fit; line 2, ")


def test_a_country_twice_in_an_edition_is_refused():
    row = "KEN,Kenya,2025,B,0.6,0.5,0.6,0.7,0.6"
    with pytest.raises(CountryFileRefused, match=r"KEN stands there twice \(line 3\)"):
        read(gtmi(row, row).encode())


def test_codes_that_nobody_knows_are_left_and_old_ones_of_the_world_bank_are_renamed():
    rest = "2025,B,0.6,0.5,0.6,0.7,0.6"
    found = read(
        gtmi(
            f"ZAR,Congo,{rest}", f"XYZ,Nowhere,{rest}", f"HKG,Hong Kong,{rest}", f"EAP,Region,{rest}"
        ).encode()
    )
    assert {one.country for one in found.figures} == {"COD", "HKG"}
    assert [one.line for one in found.left] == [3, 5] and "“XYZ” is no country" in reasons(found)[0]


def test_a_group_that_does_not_go_with_the_index_is_told():
    good = [f"{code},,2025,B,0.6,0.5,0.6,0.7,0.6" for code in list(content.countries().members)[-30:]]
    found = read(gtmi(*good, "ZWE,Zimbabwe,2025,A,0.452,0.5,0.7,0.1,0.3").encode())
    assert reasons(found) == ["ZWE: the group A does not go with 0.452, which is in C"]


def test_of_an_edition_in_two_files_the_later_one_counts():
    first, second = (read(gtmi(f"{code},,2025,B,0.6,0.5,0.6,0.7,0.6").encode()) for code in ("KEN", "TZA"))
    assert {one.country for one in together([first, second])} == {"TZA"}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the publishers' tables are not there")
def test_the_publishers_tables_are_taken():
    found = {path.stem: read(path.read_bytes()) for path in SHARED.glob("*.csv")}
    assert found["egdi-2018-2024"].taken == dict.fromkeys((2018, 2020, 2022, 2024), 193)
    assert found["gtmi-2020-2025"].taken == {2020: 198, 2022: 198, 2025: 197}
    assert found["oecd-dgi-2023"].taken == {2023: 38}
    assert not [
        one for name in ("egdi-2018-2024", "gtmi-2020-2025", "oecd-dgi-2023") for one in found[name].left
    ]
    # Until 2012 not all States were surveyed, and in 2008 and 2010 the index was no plain mean of its parts.
    long = found["egdi-2003-2024"]
    assert {one.edition for one in long.left if one.line is None} == {2008, 2010}
    assert [one.why for one in long.left if "FSM" in one.why] == [
        "FSM: hci is 1.422, and not between 0 and 1"
    ]
