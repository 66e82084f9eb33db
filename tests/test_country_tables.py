"""Files of publishers' tables: encodings and separators that are read, and what is no such table."""

import pytest
from govcourse.country_files import read
from govcourse.country_tables import CountryFileRefused

from tests.test_country_files import egdi, gtmi


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_spreadsheets_are_read(encoding):
    assert read(gtmi("CIV,Côte d'Ivoire,2025,B,0.6,0.5,0.6,0.7,0.6").encode(encoding)).taken == {2025: 1}


def test_semicolons_and_decimal_commas_are_read():
    text = gtmi("KEN,Kenya,2025,B,0.6,0.5,0.6,0.7,0.6").replace(",", ";").replace(".", ",")
    assert [one.value for one in read(text.encode()).figures] == [0.6, 0.5, 0.6, 0.7, 0.6]


@pytest.mark.parametrize(
    "data, why",
    [
        (b"", "header"),
        (b"a,b,c\n1,2,3", "none of the three tables"),
        (b"PK\x03\x04", "workbook"),
        (b"\xd0\xcf\x11\xe0", "old workbook"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", "a web page"),
        (b"iso3\x00year", "no text"),
        (b"\x81\x8d" * 20, "no text"),
        (b"\xff\xfea", "no text"),
        (b"x" * 5_000_001, "5 MB"),
        (gtmi().encode(), "no rows"),
        (gtmi("KEN,=HYPERLINK(1),2025,B,0.6,0.5,0.6,0.7,0.6").encode(), "Line 2 has a formula"),
        (gtmi("KEN,Kenya,2025,B,+A1,0.5,0.6,0.7,0.6").encode(), "Line 2 has a formula"),
        (gtmi("KEN,@SUM,2025,B,0.6,0.5,0.6,0.7,0.6").encode(), "Line 2 has a formula"),
        (gtmi(f"KEN,{'x' * 201},2025,B,0.6,0.5,0.6,0.7,0.6").encode(), "201 characters"),
        (gtmi('KEN,"Kenya').encode(), "cannot be read as CSV"),
        (gtmi(*["KEN,Kenya,2025,B,0.6,0.5,0.6,0.7,0.6"] * 20_001).encode(), "more than 20000 rows"),
        (gtmi("KEN,Kenya,20２5,B,0.6,0.5,0.6,0.7,0.6").encode(), "no year"),
        (b"iso3,year,year,gtmi,cgsi,psdi,dcei,gtei\n", "one heading"),
        (egdi("KEN").encode(), "192 of 193 States"),
    ],
)  # fmt: skip
def test_files_that_are_no_such_table_are_refused_in_words(data, why):
    with pytest.raises(CountryFileRefused, match=why):
        read(data)
