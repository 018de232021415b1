"""The tokens of one text under a reader's finger: what the readers of all rules need to look up in a match."""

from __future__ import annotations

from collections.abc import Callable

from extractor.timex.expression import Expression
from extractor.timex.tokens import CLASSES, Tokens

C = CLASSES
NUMBERS = C["day2"] + C["small"] + C["year4"]
DAYS = C["day2"] + C["ordinal"] + C["ordword"]
MONTHS = C["month"] + C["maymonth"] + C["mon"]
SEASONS = C["season"] + C["fall"]
UNITS = C["unit"] + C["year"] + C["units"]
RANGES = C["hyphen"] + C["to"]
ERAS = C["bc"] + C["ad"]
Read = tuple[list[Expression], int] | None


class Reader:
    """The tokens of a text, and the words of its language.

    A rule's reader takes it and the places [low, high) of the match's tokens. It gives the expressions that they say and the
    place after the last token it used, or None where the words say that the rule does not fit.
    """

    def __init__(self, tokens: Tokens) -> None:
        """Set at the beginning of `tokens`; `rule` is the one being read."""
        self.tokens, self.words, self.rule = tokens, tokens.words, ""

    def has(self, low: int, high: int, classes: str) -> int | None:
        """The first token in [low, high) of one of the classes."""
        return next((at for at in range(low, high) if self.tokens.classes[at] in classes), None)

    def all(self, low: int, high: int, classes: str) -> list[int]:
        """All tokens in [low, high) of one of the classes."""
        return [at for at in range(low, high) if self.tokens.classes[at] in classes]

    def value(self, at: int | None) -> int | None:
        """What a token's word means; None for no token."""
        return None if at is None else self.tokens.values[at]

    def item(self, kind: str, low: int, high: int, **parts: object) -> Expression:
        """The expression that the tokens [low, high) are."""
        place = (self.tokens.starts[low], self.tokens.ends[high - 1])
        return Expression(kind, *place, low=low, high=high, rule=self.rule, **parts)  # type: ignore[arg-type]

    def year(self, low: int, high: int) -> tuple[int | None, str]:
        """Year in [low, high), astronomical, and how it hangs on another date where the words say "of that year"."""
        that = self.has(low, high, C["year"])
        if that is not None and self.has(low, high, C["year4"]) is None:
            return None, "year"
        years = self.all(low, high, NUMBERS)
        if not years:
            return None, ""
        number = int(self.tokens.values[years[-1]])
        if len(years) == 2 and self.tokens.at(years[-1] - 1) == C["slash"]:
            number = int(self.tokens.values[years[0]]) // 100 * 100 + number  # 1731/32: the year began on Lady Day
        return (1 - number if self.has(low, high, C["bc"]) is not None else number), ""

    def that(self, low: int, high: int) -> int:
        """Steps of "that", "the following", "last" in [low, high)."""
        at = self.has(low, high, C["shift"] + C["past"])
        return int(self.tokens.values[at]) if at is not None else 0

    def joint(self, low: int, high: int) -> str:
        """How the tokens [low, high) tie what stands before and after them: "range" or "list"."""
        if self.tokens.classes[low:high] == C["slash"]:
            return "range" if self.tokens.values[high] - self.tokens.values[low - 1] == 1 else "list"
        return "range" if self.has(low, high, RANGES) is not None else "list"

    def short_year(self, dash: int) -> bool:
        """Whether the two digits after a dash go on from the year before it."""
        tokens = self.tokens
        if dash + 1 >= len(tokens.starts) or tokens.abut(dash - 1) != tokens.abut(dash):
            return False
        if not tokens.abut(dash) and tokens.at(dash + 2) not in C["comma"] + C["close"]:
            return False
        if tokens.ends[dash + 1] - tokens.starts[dash + 1] != 2:
            return False
        return bool(tokens.values[dash + 1] > tokens.values[dash - 1] % 100)


Rule = Callable[[Reader, int, int], Read]
