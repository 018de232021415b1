"""Context: which year a bare "in March" means, and what "the next day" counts from.

Two passes over a document's passages. The first sets apart the dates that tell the story from those that only look aside: a
year in brackets, in a name ("the 1951 Convention"), or one that leaps away from its neighbours and is left again at once ("in
1812" in a text on the 1960s). The second goes through in order, keeps the date that the story has come to, and gives every
bare expression the year that lies nearest to it and to the next date the text spells out; stories go forward, so a step
back counts for more than one ahead.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.timex import calendar
from extractor.timex.calendar import GRAINS, SIZES, Point
from extractor.timex.compose import moved_by
from extractor.timex.expression import Expression
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens

LIMIT = 5.0  # the same, after "by" and "until"
BACK = 1.6  # a month back weighs as much as so many ahead
FAR = 40  # months beyond which all distances are alike
FLASHBACK = 5  # years back that a last year alone may go and still tell the story
LOOK_AHEAD = 3  # dates after a leap within which the text has to come back
NEXT_IN_SENTENCE, NEXT_IN_PASSAGE, FROM_ANOTHER = 0.7, 0.2, 0.8
_SENTENCE = re.compile(r"(?:(?<=[^\s.]{3}[.!?])|(?<=[.!?][\"”’')\]]))\s+(?=[\"“(\[]?[A-Z0-9])|\n")
_MONTHLIKE = ("day", "month", "season", "quarter")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is read as one: its tokens and expressions.

    `role`: `prose`; `heading`, whose date anchors what follows; `alone`, which neither takes a date from the story nor
    moves it (a cell, a caption), but shares what it says with the passages of its `group` (the cells of a row). `given`:
    the date that a column's heading or the like lends it.
    """

    tokens: Tokens
    expressions: list[Expression]
    role: str = "prose"
    given: Point | None = None
    group: int = -1


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that others hang on: the point, its passage and place, and how it was found."""

    point: Point
    passage: int = -1
    first: int = -1
    last: int = -1
    derived: str = "context"
    sentence: int = -1


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression came to mean: a point (None: no calendar date), how, and from which anchor."""

    expression: Expression
    point: Point | None
    derived: str = "explicit"
    anchor: Anchor | None = None
    mod: str = ""
    partial: bool = False


@dataclass(slots=True)
class _State:
    """Where the story has come to."""

    story: Anchor | None = None
    recent: Anchor | None = None
    day: Anchor | None = None
    ahead: list[Anchor] = field(default_factory=list)


def resolve(passages: Sequence[Passage], start: Point | None = None) -> list[list[Meaning]]:
    """The meaning of every expression, passage by passage. `start`: the date to begin with, such as a document's own."""
    ahead = _story(passages)
    state = _State(Anchor(start) if start else None, ahead=ahead)
    heading: Anchor | None = None
    out: list[list[Meaning]] = []
    inner, group = _State(), -1
    for number, passage in enumerate(passages):
        if passage.role == "alone":
            if passage.group != group:
                inner, group = _State(heading), passage.group
            if passage.given:
                inner.story = Anchor(passage.given, derived="column")
            out.append(_read(passage, number, inner))
        else:
            out.append(_read(passage, number, state))
            if passage.role == "heading":
                heading = state.story if state.story and state.story.passage == number else None
    return out


def _story(passages: Sequence[Passage]) -> list[Anchor]:
    """The dates spelt out that tell the story, in order."""
    spelt = []
    headings = set()
    for number, passage in enumerate(passages):
        if passage.role == "heading":
            headings.add(number)
        if passage.expressions:
            ends = _sentences(passage.tokens.text)
            for item in passage.expressions:
                if (
                    item.dated
                    and item.grain not in SIZES
                    and passage.role != "alone"
                    and not aside(passage.tokens, item)
                ):
                    spelt.append(
                        Anchor(item.point, number, item.first, item.last, sentence=bisect_right(ends, item.first))
                    )
    told: list[Anchor] = []
    for at, this in enumerate(spelt):
        before = (
            told[-1]
            if told and not any(number in headings for number in range(told[-1].passage + 1, this.passage + 1))
            else None
        )
        if before is None or not _leaps(before, this, spelt[at + 1 : at + 1 + LOOK_AHEAD]):
            told.append(this)
    return told


def _leaps(before: Anchor, this: Anchor, after: Sequence[Anchor]) -> bool:
    """Whether a date leaps away from the one told before it and the text comes back soon."""
    year, leap = this.point.year, this.point.year - before.point.year
    if leap < -FLASHBACK and this.point.grain == "year" and not after:
        return True
    if leap < 0:
        return any(item.point.year >= before.point.year for item in after)
    least = 1 if this.point.grain == "year" else 2
    return leap >= least and any(before.point.year - 1 <= item.point.year < year - (leap > 5) for item in after[:2])


def _sentences(text: str) -> list[int]:
    return [match.end() for match in _SENTENCE.finditer(text)]


def aside(tokens: Tokens, item: Expression) -> bool:
    """Whether a date stands in brackets or in a name, and so does not move the story."""
    if item.grain != "year" or item.clock:
        return False
    if tokens.at(item.low - 1) == C["of"] or in_brackets(tokens, item):
        return True
    before, after = tokens.at(item.low - 1), item.high
    if before == C["open"] or (tokens.at(after) == C["close"] and tokens.at(item.low - 1) in C["open"] + C["comma"]):
        return True
    upper = after < len(tokens.starts) and tokens.at(after) == C["other"] and tokens.word(after)[:1].isupper()
    return upper and before in C["the"] + C["other"] and tokens.starts[after] == item.last + 1


def in_brackets(tokens: Tokens, item: Expression) -> bool:
    """Whether a bracket or a quotation is open before it that closes after it, within some words."""
    for at in range(item.low - 1, max(-1, item.low - 12), -1):
        word = tokens.word(at)
        if word in ("(", "[", "“"):
            return True
        if word in (")", "]", "”", "\n") or (word == "." and tokens.starts[at] + 1 < item.first and at < item.low - 1):
            return False
    return False


def _read(passage: Passage, number: int, state: _State) -> list[Meaning]:
    out: list[Meaning] = []
    if not passage.expressions:
        return out
    ends = _sentences(passage.tokens.text)
    told = {(item.passage, item.first) for item in state.ahead}
    for item in passage.expressions:
        sentence = bisect_right(ends, item.first)
        meaning = _meaning(passage, number, sentence, item, state, out)
        out.append(meaning)
        if meaning.point is None or item.kind == "echo":
            continue
        if passage.role == "heading" and item.joined == "range":
            continue
        derived = "heading" if passage.role == "heading" else "context"
        anchor = Anchor(meaning.point, number, item.first, item.last, derived, sentence)
        if item.dated and item.base != "computed":
            moves = (number, item.first) in told or passage.role == "alone"
        elif item.kind == "shift":
            moves = state.story is None or (
                distance(state.story.point, meaning.point) < FAR and meaning.point.first() >= state.story.point.first()
            )
        else:
            moves = (
                meaning.derived != "explicit"
                and meaning.point.grain not in SIZES
                and not _bounded(passage.tokens, item)
            )
        if moves or item.grain != "year" or item.kind == "shift" or passage.tokens.at(item.low - 1) == C["of"]:
            state.recent = anchor
        if meaning.point.grain == "day":
            state.day = anchor
        if moves and not (item.joined == "range" and out[-2:-1] and out[-2].point):
            state.story = anchor
    return out


def _bounded(tokens: Tokens, item: Expression) -> bool:
    """ "by December": a limit ahead, not where the story is."""
    return tokens.lower(item.low - 1) in ("by", "until", "till", "before")


def _meaning(
    passage: Passage, number: int, sentence: int, item: Expression, state: _State, before: list[Meaning]
) -> Meaning:
    if item.kind == "shift":
        return _shifted(passage, number, item, state)
    if item.kind == "echo":
        return Meaning(item, state.recent.point if state.recent else None, "relative", state.recent)
    if item.kind != "point":
        return Meaning(item, None)
    if item.base == "shared":
        return Meaning(item, item.point, "context", _partner(passage, number, item))
    if item.dated:
        return Meaning(item, item.point, "relative" if item.base == "computed" else "explicit")
    if item.clock and item.month is None and item.day is None and item.weekday is None:
        return _of_day(number, item, state)
    if item.grain == "decade":
        near = state.story or _next(state, number, item.first)
        century = within_century(near)
        if century is None:
            return Meaning(item, None)
        return Meaning(item, Point(century + (item.month or 0), grain="decade"), "context", near)
    if item.weekday is not None and item.day is None:
        return _weekday(number, item, state)
    if item.month is None and item.grain == "day":
        return _of_month(item, state)
    return _bare(passage, number, sentence, item, state)


def _partner(passage: Passage, number: int, item: Expression) -> Anchor | None:
    """The next of a list or range that says the year for all of them."""
    for other in passage.expressions:
        if other.first > item.first and other.dated and other.base != "shared":
            return Anchor(other.point, number, other.first, other.last)
    return None


def within_century(anchor: Anchor | None) -> int | None:
    """First year of the century that the story is in."""
    return anchor.point.year // 100 * 100 if anchor and anchor.point.year > 0 else None


# bare months, days and seasons


def _bare(passage: Passage, number: int, sentence: int, item: Expression, state: _State) -> Meaning:
    """A day, month or season without a year: the candidate year that costs least."""
    if item.base in ("year", "named"):
        return _named(item, state)
    story, after = state.story, _next(state, number, item.first)
    if story is None and after is None:
        return Meaning(item, None)
    if item.grain == "holiday":
        near = story or after
        if near is None:
            return Meaning(item, None)
        feast = calendar.easter(near.point.year, int(item.value)) if item.value else Point(near.point.year)
        return Meaning(item, feast, "context", near)
    years = {anchor.point.year + by for anchor in (story, after) if anchor for by in (-1, 0, 1)}
    tokens, heading = passage.tokens, passage.role == "heading"
    weight = 0.0 if after is None else 1.0 if story is None or heading else _ahead_weight(after, number, sentence)
    behind = 1.0 if story and story.passage == number else FROM_ANOTHER

    limit = _bounded(tokens, item)

    def cost(year: int) -> tuple[float, int]:
        point = Point(year, item.month, item.day, item.grain)
        paid = behind * distance(story.point, point, FAR, LIMIT if limit else BACK) if story else 0.0
        if after and weight:
            paid += weight * distance(point, after.point, FAR)
        return paid, abs(year - (story or after).point.year)  # type: ignore[union-attr]

    year = min(sorted(years), key=cost)
    point = Point(year, item.month, item.day, item.grain)
    if item.day and not calendar.valid(year, item.month, item.day):
        return Meaning(item, None)
    basis = story if story and (not after or story.point.year == year or after.point.year != year) else after
    return Meaning(
        item,
        point,
        "heading"
        if basis and basis.derived == "heading"
        else "column"
        if basis and basis.derived == "column"
        else "context",
        basis,
    )


def _ahead_weight(after: Anchor, number: int, sentence: int) -> float:
    if after.passage != number:
        return 0.0
    return NEXT_IN_SENTENCE if after.sentence == sentence else NEXT_IN_PASSAGE


def _next(state: _State, number: int, place: int) -> Anchor | None:
    """The next date of the story that is spelt out after a place."""
    at = bisect_right(state.ahead, (number, place), key=lambda anchor: (anchor.passage, anchor.first))
    return state.ahead[at] if at < len(state.ahead) else None


def distance(first: Point, second: Point, far: float = 1e9, back: float = BACK) -> float:
    """Months from the first point to the second; a step back counts `BACK` times. Points within each other have none between them."""
    low, high = span(first)
    start, end = span(second)
    if start <= high and low <= end:
        return 0.01 * abs(start - low)
    ahead = start - high
    return min(far, ahead if ahead > 0 else back * (low - end))


def span(point: Point) -> tuple[float, float]:
    """First and last moment of a point, in months."""
    low, high = point.first(), point.last()
    return _moment(low), _moment(high)


def _moment(day: str) -> float:
    sign = -1 if day.startswith("-") else 1
    year, month, date = (int(part) for part in day.lstrip("-").split("-"))
    return sign * year * 12 + month - 1 + date / 32


def _named(item: Expression, state: _State) -> Meaning:
    """ "the following March", "July 25 of that year", "that spring": the year counted from the date last told."""
    base = state.recent or state.story
    if base is None:
        return Meaning(item, None)
    if item.base == "year":
        return Meaning(item, Point(base.point.year + item.shift, item.month, item.day, item.grain), "relative", base)
    year = base.point.year
    if item.shift and base.point.grain in _MONTHLIKE:
        here, there = span(base.point), span(Point(year, item.month, item.day, item.grain))
        if item.shift > 0 and there[0] <= here[0]:
            year += 1
        if item.shift < 0 and there[1] >= here[1]:
            year -= 1
    else:
        year += item.shift
    return Meaning(item, Point(year, item.month, item.day, item.grain), "relative", base)


# what counts from another date


def _shifted(passage: Passage, number: int, item: Expression, state: _State) -> Meaning:
    """ "three days later", "the following year", "later that month": counted from the date told last that is fine enough."""
    tokens, steps = passage.tokens, item.steps
    follows = tokens.at(item.high)
    said = item.high < len(tokens.starts) and follows not in C["comma"] + C["period"] + C["close"] + C["newline"]
    if item.base in ("shortly",) or steps is None:
        return Meaning(item, None, "relative", state.recent)
    base = _base(item, state, number)
    if base is None:
        return Meaning(item, None, "relative", state.recent)
    if item.base == "after" and said:
        # "on 13 May 1956, one year after X": the date before is one year after X, so X is a year earlier
        beside = tokens.at(item.low - 1) in C["comma"] + C["hyphen"] + C["open"]
        if not beside or base.passage != number or tokens.starts[item.low - 1] - base.last > 1:
            return Meaning(item, None)
        steps = -steps
    point = moved_by(base.point, steps, item.unit)
    return Meaning(item, point, "relative", base if point else state.recent)


def _base(item: Expression, state: _State, number: int) -> Anchor | None:
    """The anchor that is fine enough for the unit: a day for days and weeks, a month for months."""
    if item.unit in ("day", "week"):
        return (
            state.day if state.day and (state.recent is None or state.recent.passage - state.day.passage <= 1) else None
        )
    recent, story = state.recent, state.story
    if item.base in ("bare", "part", "ago") and story:
        recent = story if recent is None or item.base != "part" or story.passage == recent.passage else recent
    for anchor in (recent, story, state.day):
        if anchor and GRAINS.index(anchor.point.grain) <= GRAINS.index(item.unit if item.unit in GRAINS else "day"):
            return anchor
    return None


def _weekday(number: int, item: Expression, state: _State) -> Meaning:
    """A weekday near the day told last in the same passage: that day's week, or the one that "next" and "last" say."""
    base = state.day
    if base is None or base.passage != number or base.point.month is None or base.point.day is None:
        return Meaning(item, None)
    days = calendar.ordinal(base.point.year, base.point.month, base.point.day)
    offset = ((item.weekday or 1) - calendar.weekday(days)) % 7
    if item.shift > 0:
        offset = offset or 7
    elif item.shift < 0:
        offset = (offset or 7) - 7
    elif offset > 3:
        offset -= 7
    return Meaning(item, calendar.from_ordinal(days + offset), "relative", base)


def _of_day(number: int, item: Expression, state: _State) -> Meaning:
    """A time of day: on the day told last, or the next one."""
    base = state.day
    loose = item.rule == "daypart" and not item.base and not item.mod
    if base is None or loose or number - base.passage > 0:
        return Meaning(item, None)
    point = moved_by(base.point, item.shift, "day")
    return Meaning(item, point, "relative", base)


def _of_month(item: Expression, state: _State) -> Meaning:
    """ "on the 15th": of the month told last."""
    base = state.recent if state.recent and state.recent.point.grain in ("day", "month") else state.story
    if base is None or base.point.grain not in ("day", "month"):
        return Meaning(item, None)
    month = moved_by(replace(base.point, day=None, grain="month"), item.shift, "month")
    if month is None or not calendar.valid(month.year, month.month, item.day):
        return Meaning(item, None)
    return Meaning(item, replace(month, day=item.day, grain="day"), "context", base)
