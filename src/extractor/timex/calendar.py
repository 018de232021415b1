"""Calendar points with a grain, and their three notations: EDTF, TIMEX3 value, bounds in days.

Astronomical years: year 0 is 1 BC, so 44 BC is -43 (EDTF -0043), as ISO 8601 counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateutil.easter import easter as easter_sunday

SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # a winter begins in December of its year
SEASON_VALUE = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
SIZES = {"decade": 10, "century": 100, "millennium": 1000}
GRAINS = ("day", "month", "season", "quarter", "year", "decade", "century", "millennium")
_PART = re.compile(r"^(-?)(\d{4}|\d{3}X|\d{2}XX|\dXXX)(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$")


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A stretch of the calendar named by its first year, month and day and its grain.

    For a season `month` is 21 to 24, for a quarter 33 to 36 (ISO 8601-2 codes); for a decade or century `year` is its first.
    """

    year: int
    month: int | None = None
    day: int | None = None
    grain: str = "year"

    def edtf(self) -> str:
        """EDTF level 1 string; a quarter or millennium, which level 1 lacks, as ISO 8601-2 level 2 writes it.

        A decade before Christ straddles two of EDTF's, so it is an interval: the 470s BC are -0478/-0469.
        """
        sign, digits = ("-" if self.year < 0 else ""), f"{abs(self.year):04d}"
        if self.grain in SIZES:
            if self.year < 0 and self.grain == "decade":
                return f"{_year_text(self.year)}/{_year_text(self.year + 9)}"
            unknown = {"decade": 1, "century": 2, "millennium": 3}[self.grain]
            return sign + digits[:-unknown] + "X" * unknown
        return sign + digits + "".join(f"-{part:02d}" for part in (self.month, self.day) if part)

    def value(self) -> str:
        """TIMEX3 value; years before Christ as they are said, BC0044."""
        before = self.year < 0 or (self.year == 0 and self.grain not in SIZES)
        era, year = ("BC", 1 - self.year) if before else ("", self.year)
        if self.grain in SIZES:
            size = SIZES[self.grain]
            last = 1 - (self.year + size - 1) if era else year
            return f"{era}{last // size:0{5 - len(str(size))}d}"
        if self.grain == "season" and self.month:
            return f"{era}{year:04d}-{SEASON_VALUE[self.month]}"
        if self.grain == "quarter" and self.month:
            return f"{era}{year:04d}-Q{self.month - 32}"
        return f"{era}{year:04d}" + "".join(f"-{part:02d}" for part in (self.month, self.day) if part)

    def first(self) -> str:
        """First day as YYYY-MM-DD."""
        month = self.month or 1
        if self.grain == "season":
            month = SEASON_MONTHS[month][0]
        elif self.grain == "quarter":
            month = (month - 33) * 3 + 1
        return day_text(self.year, month, self.day or 1)

    def last(self) -> str:
        """Last day as YYYY-MM-DD."""
        year = self.year + SIZES.get(self.grain, 1) - 1
        month = self.month or 12
        if self.grain == "season":
            month = SEASON_MONTHS[month][1]
            year += self.month == 24
        elif self.grain == "quarter":
            month = (month - 33) * 3 + 3
        return day_text(year, month, self.day or month_length(year, month))

    def shift(self, steps: int, unit: str) -> Point:
        """The point `steps` units away, no finer than the unit nor than this point: 13 May 1956 + 1 year is 1957."""
        if unit in ("day", "week") and self.grain == "day" and self.month and self.day:
            return from_ordinal(ordinal(self.year, self.month, self.day) + steps * (7 if unit == "week" else 1))
        if unit == "month" and self.grain in ("day", "month") and self.month:
            total = self.year * 12 + self.month - 1 + steps
            return Point(total // 12, total % 12 + 1, None, "month")
        if unit in SIZES:
            return Point(within(self.year, unit) + steps * SIZES[unit], grain=unit)
        if unit == "year":
            return Point(self.year + steps)
        raise ValueError(f"a {self.grain} can't be moved by a {unit}")


def within(year: int, unit: str) -> int:
    """First year of the decade, century or millennium that a year lies in; the 470s BC are 479 to 470, the 5th century BC 500 to 401."""
    size = SIZES[unit]
    if year > 0:
        return year // size * size
    before = 1 - year
    return 1 - (before // size * size + size - 1 if unit == "decade" else ((before - 1) // size + 1) * size)


def _year_text(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def day_text(year: int, month: int, day: int) -> str:
    """YYYY-MM-DD with a sign for years before 0."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def month_length(year: int, month: int) -> int:
    """Days of a month, in the proleptic Gregorian calendar."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def easter(year: int, days: int = 0) -> Point:
    """The day so many days from Easter Sunday; Julian before 1583 (dateutil's algorithms, after Claus Tøndering)."""
    day = easter_sunday(year, 3 if year >= 1583 else 1)
    return from_ordinal(ordinal(day.year, day.month, day.day) + days)


def is_leap(year: int) -> bool:
    """Whether 29 February exists: Gregorian rule, or Julian before 1752, when English-language dates still were Julian."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0 or year < 1752)


def ordinal(year: int, month: int, day: int) -> int:
    """Days since 1 January of year 0 (proleptic Gregorian); inverse of `from_ordinal`."""
    shifted = year - (month <= 2)
    return (
        365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    )


def from_ordinal(days: int) -> Point:
    """The day of an ordinal (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days)."""
    era, rest = divmod(days, 146097)
    of_era = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    of_year = rest - (365 * of_era + of_era // 4 - of_era // 100)
    shifted_month = (5 * of_year + 2) // 153
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return Point(of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted_month + 2) // 5 + 1, "day")


def weekday(days: int) -> int:
    """Day of the week of an ordinal, 1 (Monday) to 7, in the proleptic Gregorian calendar."""
    return (days - ordinal(2000, 1, 1) + 5) % 7 + 1


def valid(year: int, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a date."""
    if month is not None and not 1 <= month <= 12:
        return False
    return day is None or (month is not None and 1 <= day <= month_length(year, month))


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day that an EDTF string of this package's own kind allows; None where open."""
    low, high = edtf.split("/") if "/" in edtf else (edtf, edtf)
    return _edge(low, first=True), _edge(high, first=False)


def _edge(text: str, *, first: bool) -> str | None:
    if text in ("", ".."):
        return None
    match = _PART.match(text)
    if not match:
        raise ValueError(f"not EDTF as written here: {text!r}")
    sign, digits, month, day = match.groups()
    unknown = digits.count("X")
    year = -int(digits.replace("X", "9")) if sign else int(digits.replace("X", "0"))
    code = int(month) if month else None
    grain = ("year", "decade", "century", "millennium")[unknown]
    if code and code > 32:
        grain = "quarter"
    elif code and code > 20:
        grain = "season"
    elif code:
        grain = "day" if day else "month"
    point = Point(year, code, int(day) if day else None, grain)
    return point.first() if first else point.last()


def bounded(edtf: str, bound: str) -> str:
    """The event's EDTF under the word before its date: since, from 1999 → 1999/.., by April 1975 → ../1975-04."""
    if "/" in edtf:
        return edtf
    if bound in ("since", "from"):
        return f"{edtf}/.."
    if bound in ("until", "by"):
        return f"../{edtf}"
    return edtf


@lru_cache(maxsize=65536)
def precision(edtf: str) -> str:
    """Grain of an EDTF string, `interval` for two ends."""
    if "/" in edtf:
        return "interval"
    match = _PART.match(edtf)
    if not match:
        return ""
    _, digits, month, day = match.groups()
    if day:
        return "day"
    if month:
        return "quarter" if int(month) > 32 else "season" if int(month) > 20 else "month"
    return ("year", "decade", "century", "millennium")[digits.count("X")]


def moved(point: Point, steps: int, unit: str) -> Point | None:
    """The point so many units away, of the unit's grain; None where the point is coarser than the unit or no unit of the calendar."""
    grain = "day" if unit == "week" else unit
    if grain not in GRAINS or point.grain not in GRAINS or GRAINS.index(point.grain) > GRAINS.index(grain):
        return None
    try:
        return point.shift(steps, unit)
    except ValueError:
        return None


def distance(first: Point, second: Point, far: float, back: float) -> float:
    """Months from the first point to the second, at most `far`; a month back counts `back` times. Next to none if one holds the other."""
    low, high = span(first)
    start, end = span(second)
    if start <= high and low <= end:
        return 0.01 * abs(start - low)
    ahead = start - high
    return min(far, ahead if ahead > 0 else back * (low - end))


def span(point: Point) -> tuple[float, float]:
    """First and last day of a point, in months since the year 0."""
    return _moment(point.first()), _moment(point.last())


def _moment(day: str) -> float:
    sign = -1 if day.startswith("-") else 1
    year, month, date = (int(part) for part in day.lstrip("-").split("-"))
    return sign * year * 12 + month - 1 + date / 32
