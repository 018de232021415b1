"""Laws of time expressions that hold for any text, checked on drawn texts and on every readable case."""

import calendar
import datetime
import functools
import itertools
import os
import re
import subprocess
import sys

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.timex import find
from tests.cases import dates
from tests.timex.test_cases import PLAIN, unmarked

TEXTS = sorted({unmarked(marked, "[]{}")[0] for _, marked, _ in PLAIN})
MONTHS = calendar.month_name[1:]

STYLES = (
    "{d} {B} {y}", "{d} {b} {y}", "{B} {d}, {y}", "{b} {d}, {y}", "{B} {d} {y}", "{o} {B} {y}", "the {o} of {B} {y}",
    "{B} {o}, {y}", "{y}-{m:02d}-{d:02d}", "{A}, {d} {B} {y}", "{A}, {B} {d}, {y}", "{d} {B}, {y}",
)  # fmt: skip


def ordinal(number):
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def printed(day, style):
    return style.format(
        d=day.day, m=day.month, y=day.year, B=f"{day:%B}", b=f"{day:%b}", A=f"{day:%A}", o=ordinal(day.day)
    )


@settings(max_examples=400, deadline=None)
@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2100, 12, 31)), st.sampled_from(STYLES))
def test_a_day_in_a_sentence_reads_back(day, style):
    words = printed(day, style)
    (found,) = find(f"It was on {words} that they met.").timexes
    assert (found.text, found.type, found.derived, found.precision) == (words, "DATE", "explicit", "day")
    assert {found.edtf, found.value, found.earliest, found.latest} == {day.isoformat()}


@pytest.mark.parametrize("century", range(10, 22))
def test_every_day_reads_back(century):
    """Every day of the years 1000 to 2100, the styles in turn; 366 days and 12 styles meet all pairs over the years."""
    for year, month in itertools.product(range(100 * century, min(100 * century + 100, 2101)), range(1, 13)):
        days = [datetime.date(year, month, 1 + count) for count in range(calendar.monthrange(year, month)[1])]
        lines = [printed(day, STYLES[(day.day + month + year) % len(STYLES)]) for day in days]
        found = find("\n".join(lines)).timexes
        assert [(item.edtf, item.text) for item in found] == [
            (day.isoformat(), line) for day, line in zip(days, lines, strict=True)
        ]


@given(st.integers(1, 12), st.integers(1000, 2100))
def test_an_impossible_day_is_a_finding_and_no_date(month, year):
    julian = month == 2 and year % 4 == 0 and year < 1752  # 29 February 1700 was a day in half of Europe
    last = 29 if julian else calendar.monthrange(year, month)[1]
    for day in range(last + 1, 32):
        words = f"{day} {MONTHS[month - 1]} {year}"
        found = find(f"On {words} nothing happened.")
        assert (found.timexes, found.impossible) == ((), ((3, 3 + len(words)),))


PIECES = re.split(
    " ",
    "In On on from to between and until since by of the . , ; : ( ) – - / \n \n\n ' ’ \u00a0 [1] early mid- late end beginning "
    "13 5 31 1 30 1956 1914 2022 44 180 1,956 12–15 1914–18 May March may march Nov. Sept September June second 13th 1st "
    "1960s 19th century nineteenth decade BC AD c. circa around year month day week years days later earlier after before "
    "following next previous same that Monday Sunday spring winter summer quarter noon night a.m. 5:30 Christmas Easter "
    "every each annually three two several ten 1990s Convention Resolution No. Boeing pp. km $ % O.S. présent mai août",
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join)


parsed = functools.cache(parse_edtf)


def as_day(struct):
    year, month, day = struct[:3]
    return f"{year:05d}-{month:02d}-{day:02d}" if year < 0 else f"{year:04d}-{month:02d}-{day:02d}"


def oracle_bounds(edtf):
    """First and last day by the edtf package, None where open. It can't say the open end of an open interval."""
    low, high = edtf.split("/") if "/" in edtf else (edtf, edtf)
    first = None if low == ".." else as_day(parsed(low).lower_strict())
    last = None if high == ".." else as_day(parsed(high).upper_strict())
    return first, last


def well_formed(text, found):
    end = 0
    for item in found.timexes:
        assert text[item.start : item.end] == item.text
        assert item.text == item.text.strip()
        assert end <= item.start < item.end
        end = item.end
        assert item.type in {"DATE", "TIME", "DURATION", "SET"}
        assert item.mod in {"", "start", "mid", "end", "approx"}
        assert item.value
        assert bool(item.edtf) == (item.type in {"DATE", "TIME"})
        if item.earliest and item.latest and item.earliest[0] != "-":
            assert item.earliest <= item.latest


def agrees_with_edtf(item):
    assert str(parsed(item.edtf)) == item.edtf
    if not re.search(
        r"\d{4}-24(?!\d)", item.edtf
    ):  # the package's winter is December alone; ours lasts into the next year
        assert (item.earliest, item.latest) == oracle_bounds(item.edtf)


@pytest.mark.parametrize("text", TEXTS)
def test_the_cases_are_well_formed_and_valid_edtf(text):
    found = find(text)
    well_formed(text, found)
    for item in found.timexes:
        if item.edtf:
            agrees_with_edtf(item)


@settings(max_examples=120, deadline=None)
@given(PROSE)
def test_any_prose_is_well_formed_and_valid_edtf(text):
    found = find(text)
    well_formed(text, found)
    for item in found.timexes:
        if item.edtf:
            agrees_with_edtf(item)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_well_formed(text):
    well_formed(text, find(text))


# Sentences that name a year and such as only mean one; {n} stands for the year n after the first.
DATED = (
    "In {0} the league was founded.", "On 13 May {0} they met.", "Talks were held in March {1}.", "By the end of {0} it was over.",
    "On 3 April and again on 9 June {2} the pact was broken.", "The siege of {0}–{1} was long.", "In early {1} a truce held.",
    "From {0} to {2} the see was vacant.", "In the summer of {0} the plague came.", "From June {0} until May {1} he was away.",
    "He came back c. {2}.", "She sat from 12 to 15 July {0}.",
)  # fmt: skip
MEANT = (
    "The following year it was dissolved.", "Two years later it was dissolved.", "In August the port was closed.",
    "On 7 September the port was closed.", "That year the harvest failed.", "Three years earlier there had been a flood.",
    "In late October the passes were snowed in.", "On the 12th a reply came.", "Three months later the loan was called in.",
    "The previous year had been calm.", "In the same year a mint was set up.", "From March to May nothing was sold.",
    "In the autumn the envoys left.", "The next day the bells rang.", "In July of the following year he died.",
)  # fmt: skip


@st.composite
def tellings(draw):
    """Sentences as templates: a dated one first, then any of both kinds."""
    told = [draw(st.sampled_from(DATED)), *draw(st.lists(st.sampled_from(DATED + MEANT), min_size=1, max_size=7))]
    return draw(st.sampled_from((" ", "\n\n"))).join(told)


def told_in(template, year):
    return template.format(*(str(year + count) for count in range(3)))


def shifted(edtf, years):
    return re.sub(r"(?<![\d-])\d{4}(?!\d)", lambda match: f"{int(match[0]) + years:04d}", edtf)


@settings(max_examples=300, deadline=None)
@given(tellings(), st.integers(1100, 2000), st.integers(-90, 90))
def test_shifting_a_texts_years_shifts_every_value(template, year, by):
    here, there = find(told_in(template, year)).timexes, find(told_in(template, year + by)).timexes
    assert [(item.start, item.end, item.mod, item.type, item.derived) for item in here] == [
        (item.start, item.end, item.mod, item.type, item.derived) for item in there
    ]
    assert [shifted(item.edtf, by) for item in here] == [item.edtf for item in there]
    assert [shifted(item.value, by) for item in here] == [item.value for item in there]


@pytest.mark.parametrize("by", [-40, -10, 10, 30])
@pytest.mark.parametrize("meant", ["The following decade was calm.", "Two decades earlier it was a village."])
def test_shifting_by_decades_shifts_decades(meant, by):
    here, there = (find(f"In the {1850 + shift}s it grew. {meant}").timexes for shift in (0, by))
    assert len(here) == 2
    assert [int(item.edtf[:3]) + by // 10 for item in here] == [int(item.edtf[:3]) for item in there]
    assert all(re.fullmatch(r"\d{3}X", item.edtf) for item in (*here, *there))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from((*MEANT, "In May he left.", "On 3 May he left.", "It is cold in winter.")), max_size=8))
def test_no_year_without_a_year_in_the_text(sentences):
    for item in find(" ".join(sentences)).timexes:
        assert not re.search(r"\d{4}|\d{2,3}X", item.edtf)
        assert not item.earliest
        assert not item.latest


YEARS_ONLY = (
    "In {} it began.",
    "It lasted from {} to 1990.",
    "In early {} it ended.",
    "In the 1960s it was calm.",
    "By {} it was over.",
)
FINER = (
    "The next day it rained.", "Three days later it rained.", "Three months later it rained.", "The following month it rained.",
    "On the 12th it rained.", "That morning it rained.", "The following Sunday it rained.", "A week later it rained.",
    "A year later it rained.", "That same month it rained.", "The day before, it had rained.", "At noon it rained.",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(YEARS_ONLY + FINER), min_size=1, max_size=8), st.integers(1100, 1980))
def test_no_month_or_day_from_years_alone(sentences, year):
    for item in find(" ".join(sentences).format(*[year] * 8) if sentences else "").timexes:
        assert re.fullmatch(r"(\d{4}|\d{3}X)?(/\d{4})?", item.edtf), item


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(MONTHS),
    st.integers(1100, 2000),
    st.lists(st.sampled_from([line for line in FINER if "12th" not in line]), min_size=1, max_size=6),
)
def test_no_day_from_months_alone(month, year, sentences):
    for item in find(f"In {month} {year} it began. {' '.join(sentences)}").timexes:
        assert re.fullmatch(r"(\d{4}(-\d{2})?)?", item.edtf), item


FEAST = re.compile("christmas|new year|easter|good friday|saints|boxing day|may day")


@pytest.mark.parametrize("text", TEXTS)
def test_an_explicit_date_has_no_part_that_the_text_lacks(text):
    """Days stand in the expression; the month's name and the year's digits at least somewhere in the text."""
    month_named = re.search("|".join(name[:3].lower() for name in MONTHS) + r"|\d[-./]\d", text.lower())
    for item in find(text).timexes:
        if item.derived != "explicit" or item.type != "DATE" or FEAST.search(item.text.lower()):
            continue
        for year, month, day in re.findall(r"(?<!\d)(\d{4})-(0\d|1[0-2])(?:-(\d{2}))?(?!\d)", item.edtf):
            assert month_named, (year, month)
            assert not day or re.search(rf"(?<!\d)0?{int(day)}(?!\d)", item.text)
        if "BC" not in item.value:
            for year in re.findall(r"(?<![-\d])\d{4}", item.edtf):
                assert re.search(rf"(?<!\d){int(year)}|[–−‑/-] ?{year[2:]}(?!\d)", text)


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_text_gives_the_same_answer(text):
    assert find(text) == find(text)


def test_the_answer_does_not_hang_on_the_hash_seed():
    ask = (
        "import hashlib; from tests.timex.test_laws import TEXTS; from extractor.timex import find; "
        "print(hashlib.sha256(repr([find(text) for text in TEXTS]).encode()).hexdigest())"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", ask],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


JUNK = (
    "1", "12 ", "1956", "1956, ", "1956–", "1956-", "1956/", "13 ", "May ", "May, ", "13 May ", "13, ", "13–", "and ", "the ", " ", "\n", "\u00a0",
    "the end of ", "the early ", "of the ", "on the 1", "c. ", "years ", "two years after ", "second ", "first half of ", "(", "[", "'", "90s ",
    "Sunday, ", "a year ", "BC ", "5:30 ", "AD ", "early in ", "between ", "from 1 to ", "XIV ", "1er mai ", "\u4e2d\u6587 ",
)  # fmt: skip


@pytest.mark.parametrize("piece", JUNK)
def test_long_junk_comes_to_an_end(piece):
    """Anything quadratic would not come back from these in a tolerable time."""
    text = piece * (30_000 // len(piece))
    well_formed(text, find(text))


def test_the_cases_name_every_type_and_mod():
    lines = [line for _, _, expected in dates() for line in expected]
    assert {line.split()[0] for line in lines} == {"DATE", "TIME", "DURATION", "SET", "IMPOSSIBLE", "nothing"}
    assert {mod for line in lines for mod in re.findall(r"mod=(\w+)", line)} == {"start", "mid", "end", "approx"}
