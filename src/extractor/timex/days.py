"""Days and months: what each rule of theirs says."""

from __future__ import annotations

import re

from extractor.lang.months import CAPITAL_MONTHS, PARTICLES
from extractor.timex import calendar
from extractor.timex.reader import DAYS, ERAS, MONTHS, NUMBERS, Read, Reader, Rule
from extractor.timex.tokens import CLASSES as C
from extractor.timex.years import year4

COMMON_YEAR = 1901  # stands in for a year not told, in counting from one style's day to the other's


def _dmy(r: Reader, low: int, high: int) -> Read:
    month = r.has(low, high, MONTHS + C["lowermonth"]) or low
    days = r.all(low, month, DAYS)
    unit = r.has(low, month, C["unit"])
    if unit is not None and r.tokens.values[unit] != "day":
        return _my(r, month, high)
    if r.tokens.at(low) == C["the"] and r.tokens.at(low + 1) == C["day2"]:
        low += 1  # "the 13 May demonstration": the article is the noun's
    dual = r.has(month + 2, high, C["slash"])
    if dual is not None and not r.short_year(dual):
        high = dual
    return _days(r, low, high, days, month, month + 1, lead=False)


def _mdy(r: Reader, low: int, high: int) -> Read:
    month = r.has(low, high, MONTHS)
    if month is None:
        return None
    end = month + 1
    days = []
    for at in range(month + 1, high):
        if (
            r.tokens.classes[at] in NUMBERS + C["year"] + C["ad"] + C["that"] + C["shift"]
            and r.tokens.classes[at] not in DAYS
        ):
            break
        if r.tokens.classes[at] in C["day2"] + C["ordinal"]:
            if at + 1 < high and r.tokens.classes[at + 1] in ERAS:
                break
            days.append(at)
            end = at + 1
    return _days(r, low, high, days, month, end, lead=True)


def _days(r: Reader, low: int, high: int, days: list[int], month: int, rest: int, *, lead: bool) -> Read:
    """One expression a day; they share month and year, the words of which belong to the first or the last of them."""
    year, base = r.year(rest, high)
    shift = r.that(rest, high)
    number = r.value(month)
    style = _old_style(r, days)
    if style is not None:
        days = [style]
    out = []
    weekday = r.value(r.has(low, min(days[0], month), C["weekday"]))
    for at, token in enumerate(days):
        final = at == len(days) - 1
        begin = low if at == 0 else token
        end = high if final else (month + 1 if lead and token < month else token + 1)
        joined = "" if at == 0 else r.joint(days[at - 1] + 1, token)
        item = r.item(
            "point", begin, end, year=year, month=number, day=r.value(token), grain="day", joined=joined, base=base,
            shift=shift, weekday=weekday if at == 0 else None,
        )  # fmt: skip
        out.append(item)
    return out, high


def _old_style(r: Reader, days: list[int]) -> int | None:
    """Of "11/22 March 1917", the New Style day: two days with a slash between, as far apart as the calendars are."""
    if len(days) == 2 and r.tokens.classes[days[0] + 1 : days[1]] == C["slash"]:
        apart = int(r.tokens.values[days[1]] - r.tokens.values[days[0]])
        if 10 <= apart <= 13 or -21 <= apart <= -15:
            return days[1]
    return None


def _style(r: Reader, low: int, high: int) -> Read:
    """A date with its other style in brackets; the New Style one counts."""
    bracket = r.has(low, high, C["open"]) or low
    close = r.has(bracket, high, C["close"]) or high
    if r.has(bracket, high, C["os"] + C["ns"]) is None:
        first = _mdy if r.tokens.at(low) in MONTHS else _dmy if r.has(low, bracket, MONTHS) else None
        return _unmarked_style(r, low, high, bracket, close) or (first(r, low, bracket) if first else None)
    new = r.has(bracket, close, C["ns"]) is not None
    part = (bracket, close) if new else (low, bracket)
    month, day = r.has(*part, MONTHS), r.has(*part, C["day2"] + C["ordinal"])
    year = r.has(*part, C["year4"]) or r.has(low, high, C["year4"])
    return [
        r.item(
            "point", low, high, year=r.value(year), month=r.value(month), day=r.value(day), grain="day"
        )
    ], high  # fmt: skip


def _unmarked_style(r: Reader, low: int, high: int, bracket: int, close: int) -> Read:
    """ "25 October (7 November) 1917": if they lie as far apart as the calendars, the later is New Style."""
    month = r.has(low, bracket, MONTHS) or r.has(close, high, MONTHS)
    places = (
        month, r.has(low, bracket, C["day2"]), r.has(bracket, close, MONTHS) or month, r.has(bracket, close, C["day2"]),
    )  # fmt: skip
    year = r.value(r.has(close, high, C["year4"]))
    parts = [int(r.tokens.values[at]) for at in places if at is not None]
    if len(parts) < len(places):
        return None
    month, day, later, new = parts
    around = year or COMMON_YEAR
    apart = calendar.ordinal(around, later, new) - calendar.ordinal(around, month, day)
    if not 10 <= abs(apart) <= 13:
        return None
    if apart > 0:
        month, day = later, new
    return [r.item("point", low, high, year=year, month=month, day=day, grain="day")], high


def _beyond(r: Reader, low: int, high: int) -> Read:
    """ "on 32 May 1999", "May 32, 1999": led like a date, of a day that no month has."""
    first = r.tokens.at(low) == C["small"]
    month, day = r.has(low, high, MONTHS), low if first else low + r.tokens.classes[low:high].index(C["small"])
    if r.tokens.values[day] > 99 or (first and r.tokens.lower(low - 1) not in r.words.BEFORE_DAY):
        return None
    parts = {"year": r.value(high - 1), "month": r.value(month), "day": r.value(day)}
    return [r.item("point", low, high, grain="day", **parts)], high


def _yearmonth(r: Reader, low: int, high: int) -> Read:
    """ "1956 May 13"; not "in 1956 May resigned"."""
    month, day = r.has(low, high, MONTHS), r.has(low, high, C["day2"] + C["ordinal"])
    if r.tokens.lower(low - 1) in r.words.BEFORE_NAMED_MONTH and day is None:
        return year4(r, low, low + 1)
    grain = "day" if day is not None else "month"
    parts = {"year": r.value(low), "month": r.value(month), "day": r.value(day)}
    return [r.item("point", low, high, grain=grain, **parts)], high


def _my(r: Reader, low: int, high: int) -> Read:
    year, base = r.year(low + 1, high)
    return [
        r.item(
            "point", low, high, year=year, month=r.value(low), grain="month", base=base, shift=r.that(low, high)
        )
    ], high  # fmt: skip


def _month(r: Reader, low: int, high: int) -> Read:
    return [r.item("point", low, high, month=r.value(low), grain="month")], high


def _numeric(r: Reader, low: int, high: int) -> Read:
    text = r.tokens.word(low)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        year, month, day = (int(part) for part in text.split("-"))
        return [r.item("point", low, high, year=year, month=month, day=day, grain="day")], high
    return [r.item("loose", low, high)], high


def _foreign(r: Reader, low: int, high: int) -> Read:
    """A date in another language, found by its month; only "de" and the like may stand between its parts."""
    month = r.has(low, high, C["foreign"]) or low
    if low < month and r.tokens.at(low) == C["other"]:
        low += 1
    between = [at for at in range(low, high) if r.tokens.classes[at] == C["other"]]
    if any(r.tokens.lower(at) not in PARTICLES for at in between):
        return year4(r, high - 1, high)
    language = str(r.tokens.values[month])
    if month == low and not between and r.tokens.word(month)[0].isupper() and language not in CAPITAL_MONTHS:
        return year4(r, high - 1, high)  # "Mayo 1916" is in Ireland
    return [r.item("loose", low, high, value=language)], high


def _holiday(r: Reader, low: int, high: int) -> Read:
    at = r.has(low, high, C["holiday"]) or low
    year, base = r.year(at + 1, high)
    code = str(r.tokens.values[at])
    month, day, value = None, None, code
    if code[:1].isdigit():
        month, day = (int(part) for part in code.split("-"))
    elif code and year:
        feast = calendar.easter(year, int(code))
        month, day = feast.month, feast.day
    grain = "day" if month else "holiday"
    return [
        r.item(
            "point", low, high, year=year, month=month, day=day, grain=grain, base=base, shift=r.that(at, high), value=value
        )
    ], high  # fmt: skip


def _ordinalday(r: Reader, low: int, high: int) -> Read:
    end, day = r.has(low, high, C["unit"]), r.value(low + 1)
    if end is None:
        fits = r.tokens.lower(low - 1) in r.words.BEFORE_ORDINAL_DAY
        free = (
            r.tokens.at(high) not in C["other"] + C["hyphen"]
            or (not r.tokens.lower(high).isalnum() and r.tokens.at(high) != C["hyphen"])
            or r.tokens.lower(high) in r.words.AFTER_BARE
        )
        if not (fits and free and day and day <= 31):
            return None
    elif r.tokens.values[end] != "month":
        return None
    return [r.item("point", low, high, day=day, grain="day", shift=r.that(low, high))], high


def _weekday(r: Reader, low: int, high: int) -> Read:
    if r.tokens.lower(low).endswith("days"):
        return [r.item("set", low, high, value=f"XXXX-WXX-{r.value(low)}", type="SET")], high
    return [r.item("point", low, high, weekday=r.value(low), grain="day")], high


RULES: dict[str, Rule] = {
"beyond": _beyond, "dmy": _dmy, "mdy": _mdy, "style": _style, "yearmonth": _yearmonth, "my": _my, "month": _month, "numeric": _numeric, "foreign": _foreign, "holiday": _holiday, "ordinalday": _ordinalday, "weekday": _weekday,
}  # fmt: skip
