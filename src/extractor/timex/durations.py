"""Counted units: "over nine months", "ten or fifteen years", "the past decade" as TIMEX3 durations (ISO 8601 periods)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.timex.expression import Expression
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens

if TYPE_CHECKING:
    from extractor.timex.reading import Reader

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


def value(number: float | None, unit: str) -> str:
    """TIMEX3 value: (3, "year") is P3Y, (None, "day") PXD, (2, "hour") PT2H."""
    code = _CODES[unit]
    amount = (
        "X" if number is None else f"{number * _TIMES.get(unit, 1):g}".replace("0.5", ".5" if number < 1 else "0.5")
    )
    return f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"


def count(tokens: Tokens, low: int, high: int) -> Count:
    """The number that the tokens [low, high) say; of "ten or fifteen" the last."""
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


def read(reader: Reader, low: int, high: int) -> tuple[list[Expression], int] | None:
    """A counted unit; a set where an article counts for each: "960 a week"."""
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
    name = str(tokens.values[unit])
    if tokens.at(low) == C["a"] and unit == low + 1 and _counted(tokens, low - 1):
        return [reader._item("set", low, high, value=value(1, name), type="SET")], high
    if (
        high == unit + 1
        and tokens.at(unit - 1) == C["hyphen"]
        and tokens.at(low) in C["a"] + C["the"]
        and unit > low + 2
    ):
        low += 1  # "the 46-day battle": the article is the noun's
    joint = next((at for at in range(low, unit) if tokens.classes[at] in C["or"] + C["to"]), None)
    said = count(tokens, low, high if tokens.at(high - 1) == C["half"] else unit)
    if joint is not None:
        first = count(tokens, low, joint)
        return [
            reader._item("duration", low, joint, value=value(first.number, name), type="DURATION", mod=first.mod),
            reader._item("duration", joint + 1, high, value=value(said.number, name), type="DURATION", joined="list"),
        ], high
    number = said.number
    if number is None and not any(tokens.classes[at] == C["some"] for at in range(low, unit)):
        number = 1
    return [reader._item("duration", low, high, value=value(number, name), type="DURATION", mod=said.mod)], high


def _counted(tokens: Tokens, at: int) -> bool:
    """Whether a number, a sum or "times" stands before: what follows says how often."""
    if tokens.at(at) in C["day2"] + C["small"] + C["number"] + C["year4"] + C["numword"] + C["magnitude"]:
        return True
    return tokens.lower(at) in (
        "million",
        "billion",
        "trillion",
        "thousand",
        "once",
        "twice",
        "times",
        "%",
        "percent",
        "per cent",
    )
