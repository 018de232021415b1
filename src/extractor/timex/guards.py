"""Guards: what looks like a date by its form and is none by the words around it."""

from __future__ import annotations

from types import ModuleType

from extractor.timex.expression import Expression
from extractor.timex.reader import NUMBERS
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens


def looks_only(tokens: Tokens, item: Expression) -> bool:
    """Whether the words around say that it is no date: a count, a number of something, a name, a verb."""
    check = _GUARDS.get(item.rule)
    return bool(check and check(tokens, item, tokens.words))


def _no_year(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """A four-digit number that counts or names something else: "Resolution 1973", "1914 people", "1900%"."""
    if _other_calendar(tokens, item, w):
        return True
    numbers = [at for at in range(item.low, item.high) if tokens.classes[at] in NUMBERS]
    low = numbers[0] - 2 if item.rule == "yearpair" and item.joined else numbers[-1]
    if item.base == "counted" or _in_street(tokens, item.high, w) or _compared(tokens, low, item):
        return True
    if item.month and tokens.at(item.high) == C["hyphen"] and tokens.abut(item.high - 1):
        return True  # "1945-05-A" is a serial number
    if low == item.low and (tokens.at(low - 1) in NUMBERS + C["number"] or _numbers(tokens, low, w)):
        return True
    if tokens.at(low - 1) == C["hyphen"] and tokens.abut(low - 1) and tokens.abut(low - 2):
        named = tokens.at(low - 2) in C["other"] + C["small"] + C["number"]
        return named and tokens.lower(low - 2) not in w.YEAR_PREFIXES
    return _counts(tokens, low, item, w)


def _other_calendar(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """A year that another calendar counts: "1342 AH", "1342–1344 AH", "15 Shawwal 1342"."""
    at = item.high
    if tokens.at(at) in C["hyphen"] + C["to"] + C["slash"] and tokens.at(at + 1) in NUMBERS:
        at += 2
    after = tokens.text[tokens.starts[at] : tokens.starts[at] + 7].split() if at < len(tokens.starts) else []
    led = tokens.lower(item.low - 1) in w.OTHER_MONTHS and (item.year or 0) < w.OTHER_MONTHS_UNTIL
    return led or bool(after and after[0].rstrip(".,;:)]") in w.OTHER_ERAS)


def _numbers(tokens: Tokens, low: int, w: ModuleType) -> bool:
    """Whether the word before says that a number is one of a row: "No. 1914", "Flight 1990"."""
    before = low - 2 if tokens.lower(low - 1) == "." and tokens.abut(low - 2) else low - 1
    if tokens.lower(before) == w.COMPARES and tokens.at(before - 1) == C["after"]:
        return False  # "no later than 2005"
    return tokens.lower(before) in w.NOT_A_YEAR_BEFORE


def _counts(tokens: Tokens, low: int, item: Expression, w: ModuleType) -> bool:
    """Whether what follows is counted: "1914 people", "Of 1972 ballots, 1970 were valid"; not "in 1914 people fled"."""
    after = tokens.lower(item.high)
    if after in w.COUNTED_VERBS and tokens.at(low - 1) == C["comma"] and item.rule == "year":
        return True
    if after not in w.NOT_A_YEAR_AFTER or tokens.word(item.high) == "M":
        return after in w.COUNTED_ANYWAY and not after.isalpha()
    led = tokens.lower(low - 1) in w.BEFORE_YEAR and after not in w.COUNTED_ANYWAY
    return not led or int(item.year or 0) % 100 == 0


def _compared(tokens: Tokens, low: int, item: Expression) -> bool:
    """A vote: "1945 to 1812"."""
    year, high = item.year or 0, item.high
    if tokens.at(high) == C["to"] and tokens.at(high + 1) == C["year4"] and tokens.values[high + 1] < year:
        return True
    return tokens.at(low - 1) == C["to"] and tokens.at(low - 2) == C["year4"] and bool(tokens.values[low - 2] > year)


def _in_street(tokens: Tokens, at: int, w: ModuleType) -> bool:
    """ "1600 Pennsylvania Avenue"."""
    names = [tokens.word(place) for place in range(at, min(at + 3, len(tokens.starts)))]
    street = next((place for place, name in enumerate(names) if name.lower() in w.STREETS and name[0].isupper()), None)
    return street is not None and all(name[:1].isupper() for name in names[:street])


def _no_month(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """A bare month's name that is a person's, or a verb in a title: "April Smith", "March on Rome", "August Bebel"."""
    at = item.high - 1
    surface, before, after = (
        tokens.word(at),
        tokens.lower(at - 1),
        tokens.word(item.high) if item.high < len(tokens.starts) else "",
    )
    if surface[0].islower():
        return True
    if item.low < at or len(tokens.starts) == 1:
        return False  # a heading of its own
    name = after[:1].isupper() and tokens.at(item.high) == C["other"] and tokens.starts[item.high] == item.last + 1
    if tokens.at(at) == C["maymonth"]:
        if before not in w.BEFORE_MONTH and not (
            before in ("the", ",", "(", "-", "–") and tokens.at(item.high) in C["hyphen"] + C["close"]
        ):
            return True
        return name or (tokens.lower(item.high) in w.MARCHED_ON and before in ("a", "the") and surface == "March")
    return name and before not in w.BEFORE_NAMED_MONTH


def _no_season(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """A spring of water, the fall of a city, a name."""
    at = item.high - 1
    before, after = tokens.lower(item.low - 1), tokens.lower(item.high)
    if tokens.at(at) == C["fall"]:
        return after not in w.FALL_NOUNS and (before not in w.BEFORE_FALL or after in w.SPRING_AFTER)
    following = tokens.word(item.high)[:1] if tokens.at(item.high) == C["other"] else ""
    leading = tokens.word(at - 1)[:1] if at and tokens.at(at - 1) == C["other"] else ""
    if tokens.word(at)[0].isupper() and (following.isupper() or leading.isupper()):
        return True  # "the Winter Palace", "the Arab Spring"
    if tokens.lower(at) == "spring":
        wet = after in w.SPRING_AFTER or before in (*w.SPRING_BEFORE, *w.ARTICLES)
        free = tokens.at(item.high) == C["other"] and after not in w.AFTER_BARE
        return wet and not (before in w.ARTICLES and free)
    return False


def _no_decade(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    return item.month is not None and item.rule == "decade" and tokens.lower(item.low - 1) in w.POSSESSIVES


def _no_clock(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """A score or a ratio: 3:10 without a word of time."""
    said = any(
        tokens.classes[at] in C["meridiem"] + C["oclock"] + C["zone"] + C["hoursword"]
        for at in range(item.low, item.high)
    )
    led = tokens.lower(item.low - 1) in w.BEFORE_CLOCK
    return not said and not led


def _no_offset(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """ "a second later" is none of ours; "180 days on" neither."""
    return item.unit in ("minute", "hour") and item.steps is None


def _no_units(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """The minutes of a meeting."""
    return tokens.lower(item.high - 1) == "minutes"


def _no_unit(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    return item.base == "bare"


def _no_daypart(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """A name ("Operation Red Dawn"), or a dusk that is no time of a day's."""
    word = tokens.lower(item.high - 1)
    if item.low < item.high - 1:  # "the dawn of chemistry"
        of = tokens.at(item.high) == C["of"] and tokens.at(item.high + 1) in C["other"] + C["the"]
        return of and word not in w.BARE_DAY_PARTS
    return tokens.word(item.low)[0].isupper() or (
        tokens.lower(item.low) not in w.BARE_DAY_PARTS and tokens.lower(item.low - 1) != "at"
    )


def _no_holiday(tokens: Tokens, item: Expression, w: ModuleType) -> bool:
    """A name: "Christmas Island", "White Christmas", "the Easter Rising"."""
    beside = [at for at in (item.low - 1, item.high) if 0 <= at < len(tokens.starts) and tokens.at(at) == C["other"]]
    return item.year is None and any(tokens.word(at)[0].isupper() for at in beside)


_GUARDS = {
    "year": _no_year, "yearpair": _no_year, "yearword": _other_calendar, "smallyear": _other_calendar, "month": _no_month, "season": _no_season, "decade": _no_decade, "clock": _no_clock,
    "offset": _no_offset, "units": _no_units, "theunit": _no_unit, "unitafter": _no_unit, "holiday": _no_holiday, "daypart": _no_daypart,
}  # fmt: skip
