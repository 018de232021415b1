"""What lasts, recurs or is vague: durations as ISO 8601 periods, sets, "now"; what each rule of theirs says."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.timex.reader import MONTHS, NUMBERS, SEASONS, UNITS, Read, Reader, Rule
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens

_CODES = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML", "hour": "TH", "minute": "TM",
    "weekend": "WE", "fortnight": "W", "quarter-century": "Y",
}  # fmt: skip
_TIMES = {"fortnight": 2, "quarter-century": 25}


@dataclass(frozen=True, slots=True)
class Count:
    """How many, None where left open ("several"), and the TIMEX3 mod of what stands before ("over")."""

    number: float | None
    mod: str = ""


def period(number: float | None, unit: str) -> str:
    """TIMEX3 value: (3, "year") is P3Y, (None, "day") PXD, (2, "hour") PT2H."""
    code = _CODES[unit]
    amount = (
        "X" if number is None else f"{number * _TIMES.get(unit, 1):g}".replace("0.5", ".5" if number < 1 else "0.5")
    )
    return f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"


def count(tokens: Tokens, low: int, high: int) -> Count:
    """The number that the tokens [low, high) say; of "two or three" the last."""
    number: float | None = None
    mod, half, fresh = "", False, True
    for at in range(low, high):
        kind, said = tokens.classes[at], tokens.values[at]
        if kind == C["approx"]:
            mod = said
        elif kind in C["numword"] + C["day2"] + C["small"] + C["year4"] + C["number"]:
            number = float(said) if fresh or number is None else number + said
            fresh = False
        elif kind == C["magnitude"]:
            number = (number or 1) * said
        elif kind == C["a"] and number is None:
            number = 1
        elif kind == C["half"]:
            half = True
        elif kind == C["some"] and number is None:
            mod = mod or ""
        elif kind in C["or"] + C["to"]:
            fresh = True
        elif kind == C["hyphen"]:
            fresh = tokens.at(at + 1) not in C["numword"] or (number or 0) < 20
    if half:
        number = 0.5 if number in (None, 1) and tokens.at(low) == C["half"] else (number or 0) + 0.5
    if number is None and not any(tokens.classes[at] == C["some"] for at in range(low, high)):
        number = None
    return Count(number, mod)


def duration(reader: Reader, low: int, high: int) -> Read:
    """A counted unit; a set where an article counts for each: "40 a week"."""
    tokens = reader.tokens
    if tokens.at(high - 1) == C["time"] and (
        tokens.lower(high - 1) != "period" or tokens.at(low) not in C["a"] + C["the"]
    ):
        high -= 1
    unit = next(at for at in range(high - 1, low - 1, -1) if tokens.classes[at] in C["unit"] + C["year"] + C["units"])
    if tokens.lower(unit) == "minutes" and tokens.word(unit)[0].isupper():
        return None
    other = next((at for at in range(low, unit) if tokens.classes[at] == C["other"]), None)
    if other is not None and (
        tokens.classes[unit] != C["units"] or not tokens.word(other).isalpha() or not tokens.word(other).islower()
    ):
        return None
    if other is not None and tokens.lower(other) in tokens.words.GREAT_NUMBERS:
        return None
    name = str(tokens.values[unit])
    clock = tokens.word(low)
    if (
        name == "hour"
        and unit == low + 1
        and tokens.at(low) == C["year4"]
        and tokens.lower(low - 1) in tokens.words.BEFORE_CLOCK
    ):
        return [reader.item("point", low, high, clock=f"T{clock[:2]}:{clock[2:]}", grain="day", type="TIME")], high
    if tokens.at(low) == C["a"] and unit == low + 1 and _counted(tokens, low - 1):
        return [reader.item("set", low, high, value=period(1, name), type="SET")], high
    if (
        high == unit + 1
        and tokens.at(unit - 1) == C["hyphen"]
        and tokens.at(low) in C["a"] + C["the"]
        and unit > low + 2
    ):
        low += 1  # "the 30-day siege": the article is the noun's
    joint = next((at for at in range(low, unit) if tokens.classes[at] in C["or"] + C["to"]), None)
    said = count(tokens, low, high if tokens.at(high - 1) == C["half"] else unit)
    if joint is not None:
        first = count(tokens, low, joint)
        return [
            reader.item("duration", low, joint, value=period(first.number, name), type="DURATION", mod=first.mod),
            reader.item("duration", joint + 1, high, value=period(said.number, name), type="DURATION", joined="list"),
        ], high
    number = said.number
    if number is None and not any(tokens.classes[at] == C["some"] for at in range(low, unit)):
        number = 1
    return [reader.item("duration", low, high, value=period(number, name), type="DURATION", mod=said.mod)], high


def _counted(tokens: Tokens, at: int) -> bool:
    """Whether a number, a sum or "times" stands before: what follows says how often."""
    if tokens.at(at) in C["day2"] + C["small"] + C["number"] + C["year4"] + C["numword"] + C["magnitude"]:
        return True
    return tokens.lower(at) in tokens.words.RATES


def _halfunit(r: Reader, low: int, high: int) -> Read:
    unit = str(r.tokens.values[high - 1])
    return [r.item("duration", low, high, value=period(0.5, unit), type="DURATION")], high


def _unitlong(r: Reader, low: int, high: int) -> Read:
    return [r.item("duration", low, high, value=period(1, str(r.tokens.values[low])), type="DURATION")], high


def _shiftunits(r: Reader, low: int, high: int) -> Read:
    return [r.item("duration", low, high, value=period(None, str(r.tokens.values[high - 1])), type="DURATION")], high


def _units(r: Reader, low: int, high: int) -> Read:
    return _shiftunits(r, low, high)


def _set(r: Reader, low: int, high: int) -> Read:
    kind, value = r.tokens.at(high - 1), r.tokens.values[high - 1]
    if r.tokens.at(low) == C["slash"]:
        low += 1
        if r.tokens.at(low - 2) not in NUMBERS + C["number"]:
            return None
    times, month = r.has(low, high, C["times"]), r.has(low, high, MONTHS)
    if month is not None and r.has(low, high, C["day2"] + C["ordinal"]) is not None:
        day = r.value(r.has(low, high, C["day2"] + C["ordinal"]))
        said = f"XXXX-{r.tokens.values[month]:02d}-{day:02d}"
    elif times is not None:
        said = period(1, str(value))
    elif kind in UNITS:
        number = count(r.tokens, low + 1, high - 1).number if high - low > 2 else 1
        said = period(number, str(value))
    elif kind == C["weekday"]:
        said = f"XXXX-WXX-{value}"
    elif kind == C["daypart"]:
        said = f"XXXX-XX-XXT{value}"
    elif kind in SEASONS:
        said = f"XXXX-{('SP', 'SU', 'FA', 'WI')[value - 21]}"
    else:
        said = f"XXXX-{value:02d}"
    return [r.item("set", low, high, value=said, type="SET")], high


def _loosepart(r: Reader, low: int, high: int) -> Read:
    """ "the first week of the war": a part of no date, but so long; "last week" counts from the day of the text."""
    if (
        r.tokens.lower(high - 1) == r.words.LAST_WEEK
        and r.tokens.at(high - 2) != C["the"]
        and r.tokens.at(high) != C["of"]
    ):
        return [r.item("shift", high - 1, high, steps=-1, unit="week", base="written")], high
    unit = r.tokens.lower(high - 1).split()[-1]
    tables = {**r.words.UNITS, **r.words.YEAR_UNIT}
    if unit not in tables and unit not in r.words.UNIT_PLURALS:
        return None
    said = period(1, tables[unit]) if unit in tables else period(None, r.words.UNIT_PLURALS[unit])
    return [r.item("duration", low, high, value=said, type="DURATION")], high


def _often(r: Reader, low: int, high: int) -> Read:
    return [r.item("set", low, high, value=str(r.value(low)), type="SET")], high


def nth(r: Reader, low: int, high: int) -> Read:
    """ "the third day": a day of something else; it has no calendar date by itself."""
    grain = r.tokens.values[high - 1]
    if C["the"] not in r.tokens.at(low) + r.tokens.at(low - 1) or grain in (
        "century",
        "millennium",
        "minute",
    ):
        return None
    if r.tokens.at(high - 1) == C["daypart"]:
        return [r.item("vague", low, high, value=f"XXXX-XX-XXT{grain}", type="TIME")], high
    if grain == "day":
        return [r.item("vague", low, high, value="XXXX-XX-XX")], high
    return [r.item("duration", low, high, value=period(1, str(grain)), type="DURATION")], high


def _vague(r: Reader, low: int, high: int) -> Read:
    value = "PAST_REF" if r.tokens.at(high - 1) == C["past"] else str(r.tokens.values[high - 1])
    if r.tokens.at(high - 1) == C["vague"]:
        kind = "TIME" if "T" in value[5:] and value.startswith("XXXX") else "DATE"
        return [r.item("vague", low, high, value=value, type=kind)], high
    noun = r.tokens.at(high) != C["other"] or r.tokens.lower(high) in r.words.AFTER_BARE
    if r.tokens.at(low) == C["the"] and not noun:
        low += 1
    if r.tokens.at(high - 1) == C["past"] and not noun:
        return None
    if value == "PRESENT_REF" and r.tokens.at(low) != C["the"]:
        return None
    return [r.item("vague", low, high, value=value)], high


def _stretch(r: Reader, low: int, high: int) -> Read:
    return [r.item("duration", low, high, value="PXX", type="DURATION")], high


RULES: dict[str, Rule] = {
    "loosepart": _loosepart,
"duration": duration, "halfunit": _halfunit, "unitlong": _unitlong, "shiftunits": _shiftunits, "units": _units, "set": _set, "often": _often, "nth": nth, "vague": _vague, "stretch": _stretch,
}  # fmt: skip
