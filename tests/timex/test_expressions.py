import datetime
import re

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.timex import calendar, find
from tests.cases import dates


def read(line):
    text, _, expected = line.rpartition("=>")
    places = [(match.start() - 2 * number, match[1]) for number, match in enumerate(re.finditer(r"\[([^\]]*)\]", text))]
    means = [part.strip() for part in expected.split(";") if part.strip()]
    return text.replace("[", "").replace("]", ""), places, means


def said(timex):
    return " ".join(part for part in (timex.edtf, timex.mod, timex.bound) if part)


@pytest.mark.parametrize(("file", "line"), dates())
def test_case(file, line):
    text, places, means = read(line)
    found = find(text).timexes
    assert [(timex.start, timex.text) for timex in found] == places
    assert [said(timex) if " " in mean else timex.edtf for timex, mean in zip(found, means, strict=True)] == means


STYLES = (
    "{d} {B} {y}", "{d} {b} {y}", "{B} {d}, {y}", "{b} {d}, {y}", "{B} {d} {y}", "{o} {B} {y}", "the {o} of {B} {y}",
    "{B} {o}, {y}", "{y}-{m:02d}-{d:02d}", "{A}, {d} {B} {y}", "{A}, {B} {d}, {y}", "{d} {B}, {y}",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from(STYLES))
def test_a_day_printed_in_any_style_reads_back(day, style):
    suffix = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    printed = style.format(
        d=day.day, m=day.month, y=day.year, B=f"{day:%B}", b=f"{day:%b}", A=f"{day:%A}", o=f"{day.day}{suffix}"
    )
    (found,) = find(f"It was on {printed} that they met.").timexes
    assert (found.edtf, found.text, found.earliest, found.latest) == (
        day.isoformat(),
        printed,
        day.isoformat(),
        day.isoformat(),
    )


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from(
            "In on 13 May 1956 1960s – to and early the 19th century, March following year 44 BC."
        ),
        max_size=80,
    )
)
def test_every_expression_slices_to_its_words_and_its_edtf_is_valid(text):
    last = 0
    for timex in find(text).timexes:
        assert text[timex.start : timex.end] == timex.text
        assert timex.start >= last
        last = timex.end
        assert parse_edtf(timex.edtf)
        assert calendar.bounds(timex.edtf) == (timex.earliest, timex.latest)


@pytest.mark.parametrize(
    "edtf",
    [
        "1956-05-13",
        "1973-11",
        "1962",
        "196X",
        "18XX",
        "1990-21",
        "1990~",
        "1980/1990",
        "1999/..",
        "../1975-04",
        "-0043",
    ],
)
def test_bounds_agree_with_the_edtf_package(edtf):
    low, high = calendar.bounds(edtf)
    oracle = parse_edtf(edtf)
    if low and not edtf.startswith("-") and "~" not in edtf:
        assert "-".join(f"{part:02d}" for part in oracle.lower_strict()[:3]) == low
    if high and not edtf.startswith("-") and "~" not in edtf:
        assert "-".join(f"{part:02d}" for part in oracle.upper_strict()[:3]) == high


@given(st.integers(-800_000, 1_200_000))
def test_ordinals_invert(days):
    point = calendar.from_ordinal(days)
    assert calendar.ordinal(point.year, point.month, point.day) == days


def test_impossible_dates_are_reported_not_read():
    found = find("On 31 February 1970 nothing happened.")
    assert not found.timexes
    assert found.impossible == ((3, 19),)
