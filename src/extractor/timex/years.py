"""Seasons, quarters, years and longer: what each rule of theirs says."""

from __future__ import annotations

from dataclasses import replace

from extractor.timex.expression import Expression
from extractor.timex.lasting import nth
from extractor.timex.reader import MONTHS, NUMBERS, SEASONS, Read, Reader, Rule
from extractor.timex.tokens import CLASSES as C


def _sy(r: Reader, low: int, high: int) -> Read:
    at = r.has(low, high, SEASONS) or low
    second = r.has(at + 1, high, C["hyphen"] + C["slash"])
    if second is not None and not r.short_year(second):
        high, second = second, None
    year, base = r.year(at + 1, second or high)
    return [
        r.item(
            "point", low, high, year=year, month=r.value(at), grain="season", base=base, shift=r.that(at, high)
        )
    ], high  # fmt: skip


def _season(r: Reader, low: int, high: int) -> Read:
    return [r.item("point", low, high, month=r.value(high - 1), grain="season")], high


def _quarter(r: Reader, low: int, high: int) -> Read:
    at = r.has(low, high, C["ordword"] + C["ordinal"] + C["quarterno"])
    number = r.value(at) if at is not None else 4
    year = r.value(r.has(low, high, C["year4"]))
    if number is None or not 1 <= number <= 4:
        return None
    return [r.item("point", low, high, year=year, month=32 + number, grain="quarter")], high


def _centuries(r: Reader, low: int, high: int) -> Read:
    unit = r.has(low, high, C["unit"] + C["units"]) or low
    grain = r.tokens.values[unit]
    if grain not in ("century", "millennium"):
        return nth(r, low, unit + 1) if r.tokens.at(unit) != C["units"] else None
    before = r.has(unit, high, C["bc"]) is not None
    size = 100 if grain == "century" else 1000
    out: list[Expression] = []
    if r.tokens.at(unit - 1) == C["hyphen"] and r.tokens.at(low) == C["the"] and r.tokens.at(high) == C["other"]:
        low += 1  # "the 19th-century sultanate": the article is the noun's
    begin = low
    for at in r.all(low, unit, C["ordword"] + C["ordinal"] + C["roman"]):
        number = r.tokens.values[at]
        if at - 2 >= low and r.tokens.at(at - 2) == C["numword"]:
            number += r.tokens.values[at - 2]
        year = 1 - number * size if before else (number - 1) * size
        if not 1 <= number <= 40 or (not before and year > 2200):
            return None
        joined = r.joint(begin, at) if out else ""
        out.append(r.item("point", begin if not out else at, at + 1, year=year, grain=grain, joined=joined))
        begin = at + 1
    out[-1] = replace(out[-1], last=r.tokens.ends[high - 1])
    return out, high


def _decade(r: Reader, low: int, high: int) -> Read:
    at = r.has(low, high, C["decade"]) or low
    year = r.tokens.values[at]
    if r.has(low, high, C["bc"]) is not None:
        return [r.item("point", low, high, year=1 - (year + 9), grain="decade")], high
    if 100 <= year < 1000:
        return None
    if year < 100:
        if low == at and r.tokens.at(low - 1) not in C["and"] + C["or"] + C["early"] + C["hyphen"]:
            return None
        return [r.item("point", low, high, month=year, grain="decade")], high
    return [r.item("point", low, high, year=year, grain="decade")], high


def _decadeword(r: Reader, low: int, high: int) -> Read:
    """ "the sixties", "the nineteen-sixties"."""
    hundreds = r.value(r.has(low, high, C["numword"]))
    decade = int(r.tokens.values[high - 1])
    if hundreds is None and not set(r.tokens.at(low) + r.tokens.at(low - 1)) & {C["the"], C["early"]}:
        return None
    if hundreds is None:
        return [r.item("point", low, high, month=decade, grain="decade")], high
    if not 11 <= hundreds <= 20:
        return None
    return [r.item("point", low, high, year=hundreds * 100 + decade, grain="decade")], high


def _eras(r: Reader, low: int, high: int) -> Read:
    before = r.has(low, high, C["bc"]) is not None
    years = r.all(low, high, NUMBERS + C["number"])
    if any(
        r.tokens.at(at) == C["number"] and ("." in r.tokens.word(at) or r.tokens.values[at] > 10_000) for at in years
    ):
        return None  # EDTF level 0 ends with the year -9999
    out = []
    for at in years:
        number = int(r.tokens.values[at])
        begin = low if at == years[0] else at
        end = high if at == years[-1] else at + 1
        joined = "" if at == years[0] else r.joint(years[0] + 1, at)
        out.append(r.item("point", begin, end, year=1 - number if before else number, joined=joined))
    return out, high


def _yearword(r: Reader, low: int, high: int) -> Read:
    """ "the year 1979", "fiscal year 2012/13"."""
    at = r.has(low, high, C["year4"] + C["small"] + C["day2"]) or high - 1
    year = int(r.tokens.values[at])
    dash = r.has(at, high, C["hyphen"] + C["slash"])
    if r.has(low, high, C["bc"]) is not None:
        year = 1 - year
    if r.tokens.values[r.has(low, high, C["year"] + C["units"]) or low] != "year":
        return None
    if dash is None:
        return [r.item("point", low, high, year=year)], high
    if r.tokens.at(at) != C["year4"] or not r.short_year(dash):
        return [r.item("point", low, dash, year=year)], dash
    last = year // 100 * 100 + int(r.tokens.values[dash + 1])
    first = r.item("point", low, dash, year=year)
    return [first, r.item("point", dash + 1, high, year=last, joined="range")], high


def year4(r: Reader, low: int, high: int) -> Read:
    """A year of four digits, perhaps with the mark of its doubt."""
    if high - low > 1 and not _doubted(r, high):
        high -= 1
    doubt = "?" if high - low > 1 else ""
    mod = "approx" if doubt else ""
    return [r.item("point", low, high, year=r.value(low), doubt=doubt, mod=mod)], high


def _doubted(r: Reader, high: int) -> bool:
    """Whether a question mark is the date's own: a word or a bracket follows, not a new sentence."""
    return (
        r.tokens.at(high) in C["close"] + C["comma"] + C["hyphen"] or r.tokens.lower(high)[:1] == _first(r, high) != ""
    )


def _first(r: Reader, at: int) -> str:
    word = r.tokens.word(at) if at < len(r.tokens.starts) else ""
    return word[:1] if word[:1].islower() else ""


def _shortyear(r: Reader, low: int, high: int) -> Read:
    """ "the summer of '36", "in '45": of the century that the story is in."""
    tokens, month = r.tokens, r.value(r.has(low, high, MONTHS + SEASONS))
    digits = tokens.abut(high - 2) and tokens.ends[high - 1] - tokens.starts[high - 1] == 2
    if not digits or (month is None and tokens.lower(low - 1) not in r.words.BEFORE_YEAR):
        return None
    grain = "year" if month is None else "season" if month > 12 else "month"
    year = f"{tokens.values[high - 1]:02d}"
    return [r.item("point", low, high, month=month, grain=grain, base="short", value=year)], high


def _smallyear(r: Reader, low: int, high: int) -> Read:
    """A year of three digits: only after "in" and the like, and before no noun: "in 843 the empire was divided"."""
    tokens = r.tokens
    years = [low, high - 1] if high - low > 1 else [low]
    if any(tokens.ends[at] - tokens.starts[at] < 3 for at in years) or tokens.values[years[-1]] < tokens.values[low]:
        return _smallyear(r, low, low + 1) if len(years) > 1 else None
    if len(years) == 1:
        led, after = tokens.lower(low - 1) in r.words.BEFORE_SMALL_YEAR, tokens.lower(high)
        counts = tokens.at(high) in C["of"] + C["to"] + C["hyphen"] + C["slash"] or after in r.words.COUNTED_ANYWAY
        if not led or counts or (after.isalnum() and after not in r.words.AFTER_BARE):
            return None
    else:
        inside = tokens.at(low - 1) == C["open"] and tokens.at(high) == C["close"]
        led = tokens.at(low - 1) == {C["and"]: C["between"], C["to"]: C["from"], C["hyphen"]: "-"}[tokens.at(low + 1)]
        free = (
            tokens.at(high) != C["other"]
            or tokens.lower(high) in r.words.AFTER_BARE
            or not tokens.lower(high).isalnum()
        )
        if not inside and not (led and free and tokens.values[high - 1] > 999):
            return _smallyear(r, low, low + 1)
    out = [r.item("point", at, at + 1, year=int(tokens.values[at])) for at in years]
    return [out[0], *(replace(item, joined="range") for item in out[1:])], high


def _yearpair(r: Reader, low: int, high: int) -> Read:
    """ "1979–89": two years, if the second, written short, follows the first; else the first alone."""
    first = int(r.tokens.values[low])
    if not r.short_year(low + 1):
        month = int(r.tokens.values[low + 2])
        written = (
            r.tokens.abut(low) and r.tokens.abut(low + 1) and r.tokens.ends[low + 2] - r.tokens.starts[low + 2] == 2
        )
        if written and r.tokens.at(low + 1) == C["hyphen"] and 1 <= month <= 12:
            return [r.item("point", low, high, year=first, month=month, grain="month")], high
        return year4(r, low, low + 1)
    last = first // 100 * 100 + int(r.tokens.values[low + 2])
    return [
        r.item("point", low, low + 1, year=first),
        r.item("point", low + 2, low + 3, year=last, joined="range"),
    ], high


RULES: dict[str, Rule] = {
    "shortyear": _shortyear,
"sy": _sy, "season": _season, "quarter": _quarter, "centuries": _centuries, "decade": _decade, "decadeword": _decadeword, "eras": _eras, "yearword": _yearword, "year": year4, "smallyear": _smallyear, "yearpair": _yearpair,
}  # fmt: skip
