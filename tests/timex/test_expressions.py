import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from extractor.timex import calendar


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
