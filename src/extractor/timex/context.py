"""Context: which year a bare "in March" means.

`story` tells which spelt-out dates count. Here the passages are gone through in order; the date that the story has come to is
kept, and every bare month, day or season gets the year that lies nearest to it and to the next date the text spells out. Stories
go forward, so a month back counts for more than one ahead, and one back over New Year for more still, unless the words lead
there. The weights were chosen on the development half of the benchmark (`benchmarks/dates.py`), `TURN` against its wish by
one date: a reader takes "in April 1995 ... in December" forward. Half or double of any of them changes the F1 by value there
by less than half a point.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.timex import calendar
from extractor.timex.calendar import SIZES, Point, distance
from extractor.timex.counted import counted
from extractor.timex.expression import Expression
from extractor.timex.story import Anchor, Meaning, Passage, State, aside, in_brackets, sentences, told
from extractor.timex.tokens import CLASSES, Tokens

BACK = 1.6  # a month back weighs as much as so many ahead
LIMIT = 5.0  # the same, after "by" and "until"; a month ahead, after "since"
TURN = 6.0  # months that going back over New Year costs on top: who does so says so
FAR = 40.0  # months beyond which all distances are alike
LOOKS_BACK_WITHIN = 12  # words before a date in which "had" and the like lead back
WINTER = 24  # lies over New Year itself
NEAR = 8  # passages beyond which no story goes on
NEXT_IN_SENTENCE, NEXT_IN_PASSAGE, FROM_ANOTHER = (
    0.7,
    0.2,
    0.8,
)  # weights of a date ahead and of one from a passage before


def resolve(passages: Sequence[Passage], start: Point | None = None) -> list[list[Meaning]]:
    """The meaning of every expression, passage by passage. `start`: the document's own date, for one that spells out none."""
    if any(item.rule == "smallyear" for passage in passages for item in passage.expressions):
        passages = list(_with_eras(passages))
    ahead = told(passages)
    places = frozenset((item.passage, item.first) for item in ahead)
    written = Anchor(start) if start and not ahead else None
    state = State(written, ahead=ahead, told=places, written=written)
    heading: Anchor | None = None
    out: list[list[Meaning]] = []
    inner, group = State(), -1
    for number, passage in enumerate(passages):
        if passage.role != "alone":
            out.append(_read(passage, number, state))
            if passage.role == "heading":
                heading = state.story if state.story and state.story.passage == number else None
            continue
        if passage.group != group:
            inner, group = State(heading), passage.group
        if passage.given:
            inner.story = Anchor(passage.given, derived="column")
        out.append(_read(passage, number, inner))
    return out


def _with_eras(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Passages whose years of three digits, which name no era, have that of the year told before: "in 218 BC ... in 217"."""
    before = False
    for passage in passages:
        items: list[Expression] = []
        for item in passage.expressions:
            if item.rule == "smallyear" and item.year is not None and before:
                item = replace(item, year=1 - item.year)
            elif item.dated and item.rule != "smallyear":
                before = item.point.year <= 0
            items.append(item)
        yield replace(passage, expressions=items)


def _read(passage: Passage, number: int, state: State) -> list[Meaning]:
    out: list[Meaning] = []
    if not passage.expressions:
        return out
    ends = sentences(passage.tokens.text)
    for item in passage.expressions:
        sentence = bisect_right(ends, item.first)
        meaning = _meaning(passage, number, sentence, item, state)
        ends_range = item.joined == "range" and bool(out) and out[-1].point is not None
        out.append(meaning)
        if meaning.point is None or item.kind == "echo" or (passage.role == "heading" and item.joined == "range"):
            continue
        derived = "heading" if passage.role == "heading" else "context"
        anchor = Anchor(meaning.point, number, item.first, item.last, derived, sentence, spelt=item.dated)
        _advance(passage, meaning, anchor, state, ends_range=ends_range)
    return out


def _advance(passage: Passage, meaning: Meaning, anchor: Anchor, state: State, *, ends_range: bool) -> None:
    """Take note of a date that was just read."""
    item = meaning.expression
    moves = _moves(passage, meaning, anchor, state)
    named = item.grain != "year" or item.kind == "shift" or aside(passage.tokens, item)
    if moves or (named and not in_brackets(passage.tokens, item)):
        state.recent = anchor
    if anchor.point.grain == "day":
        state.day = anchor
    if moves and not ends_range:
        state.story = anchor


def _moves(passage: Passage, meaning: Meaning, anchor: Anchor, state: State) -> bool:
    """Whether a date carries the story on."""
    item = meaning.expression
    if item.dated and item.base != "computed":
        return passage.role == "alone" or (anchor.passage, anchor.first) in state.told
    if item.kind == "shift":
        now = state.story.point if state.story else None
        return now is None or (distance(now, anchor.point, FAR, BACK) < FAR and anchor.point.first() >= now.first())
    return meaning.derived != "explicit" and anchor.point.grain not in SIZES and not _bounded(passage.tokens, item)


def _bounded(tokens: Tokens, item: Expression) -> bool:
    """ "by December": a limit ahead, not where the story is."""
    return tokens.lower(item.low - 1) in tokens.words.LIMITS


def _since(tokens: Tokens, item: Expression) -> bool:
    """ "since February", "since the February elections": what is past."""
    at = item.low - 2 if tokens.at(item.low - 1) == CLASSES["the"] else item.low - 1
    return tokens.lower(at) in tokens.words.PAST_SINCE


def _meaning(passage: Passage, number: int, sentence: int, item: Expression, state: State) -> Meaning:
    meaning = counted(passage, number, item, state)
    if meaning:
        return meaning
    if item.kind == "echo":
        return Meaning(item, state.recent.point if state.recent else None, "relative", state.recent)
    if item.kind != "point":
        return Meaning(item, None)
    if item.base == "shared":
        return Meaning(item, item.point, "context", _partner(passage, number, item))
    if item.dated:
        return Meaning(item, item.point, "relative" if item.base == "computed" else "explicit")
    near = state.story or state.next(number, item.first)
    if item.base == "short":
        return _short(item, near)
    if item.grain == "decade":
        return _decade(item, near)
    if item.grain == "holiday":
        return _feast(item, near)
    return _bare(passage, number, sentence, item, state)


def _partner(passage: Passage, number: int, item: Expression) -> Anchor | None:
    """The next of a list or range, which says the year for all of them."""
    for other in passage.expressions:
        if other.first > item.first and other.dated and other.base != "shared":
            return Anchor(other.point, number, other.first, other.last)
    return None


def _short(item: Expression, near: Anchor | None) -> Meaning:
    """ "'36": of the hundred years that lie nearest to the story."""
    if near is None or near.point.year < 100:
        return Meaning(item, None)
    years = (near.point.year // 100 * 100 + by + int(item.value) for by in (-100, 0, 100))
    year = min(years, key=lambda year: abs(year - near.point.year))
    return Meaning(item, Point(year, item.month, None, item.grain), "context", near)


def _decade(item: Expression, near: Anchor | None) -> Meaning:
    """ "the sixties": of the century that the story is in."""
    if near is None or near.point.year <= 0:
        return Meaning(item, None)
    return Meaning(item, Point(near.point.year // 100 * 100 + (item.month or 0), grain="decade"), "context", near)


def _feast(item: Expression, near: Anchor | None) -> Meaning:
    """A feast that moves, of the story's year: counted from Easter where it hangs on it, else only the year is known."""
    if near is None:
        return Meaning(item, None)
    day = (
        calendar.easter(near.point.year, int(item.value))
        if item.value and near.point.year > 0
        else Point(near.point.year)
    )
    return Meaning(item, day, "context", near)


def _bare(passage: Passage, number: int, sentence: int, item: Expression, state: State) -> Meaning:
    """A day, month or season without a year: the candidate year that costs least."""
    story, after = state.story, state.next(number, item.first)
    if story and 0 <= story.passage < number - NEAR and story.derived != "heading":
        story, after = None, after if after and after.passage == number else None
    beside = _beside(passage, number, sentence, state)
    if beside:
        story, after = beside, after if after and after.sentence == sentence and after.passage == number else None
    anchors = [anchor for anchor in (story, after) if anchor]
    if not anchors:
        return Meaning(item, None)
    ahead = 1.0 if story is None or passage.role == "heading" else _weight(after, number, sentence)
    behind = 1.0 if story and story.passage == number else FROM_ANOTHER
    back, past = LIMIT if _bounded(passage.tokens, item) else BACK, _since(passage.tokens, item)
    turn = 0.0 if past or item.month == WINTER or _looks_back(passage.tokens, item) else TURN

    def cost(year: int) -> tuple[float, int]:
        point = Point(year, item.month, item.day, item.grain)
        paid = 0.0
        if story:
            way = (point, story.point) if past else (story.point, point)
            paid = behind * (distance(*way, FAR, LIMIT if past else back) + turn * (year < story.point.year))
        if after and ahead:
            paid += ahead * distance(point, after.point, FAR, BACK)
        return paid, abs(year - anchors[0].point.year)

    year = min(sorted({anchor.point.year + by for anchor in anchors for by in (-1, 0, 1)}), key=cost)
    if item.day and not calendar.valid(year, item.month, item.day):
        return Meaning(item, None)
    basis = next((anchor for anchor in anchors if anchor.point.year == year), anchors[0])
    return Meaning(item, Point(year, item.month, item.day, item.grain), basis.derived, basis)


def _beside(passage: Passage, number: int, sentence: int, state: State) -> Anchor | None:
    """The day or month told last where the same sentence spells it out: no other date has a say beside it."""
    last = state.recent
    if last is None or (last.passage, last.sentence) != (number, sentence) or last.point.grain not in ("day", "month"):
        return None
    return last if last.spelt else None


def _looks_back(tokens: Tokens, item: Expression) -> bool:
    """ "it had been sold in December", "more than in December": words before it in its sentence lead back."""
    for at in range(item.low - 1, max(-1, item.low - LOOKS_BACK_WITHIN), -1):
        if tokens.at(at) in CLASSES["period"] + CLASSES["newline"]:
            return False
        if tokens.lower(at) in tokens.words.LOOKING_BACK:
            return True
    return False


def _weight(after: Anchor | None, number: int, sentence: int) -> float:
    """How much a date that is spelt out later has to say."""
    if after is None or after.passage != number:
        return 0.0
    return NEXT_IN_SENTENCE if after.sentence == sentence else NEXT_IN_PASSAGE
