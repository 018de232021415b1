"""From a match of the grammar to expressions: what each rule's words say. One reader a rule."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.lang import words
from extractor.timex import calendar, durations
from extractor.timex.expression import Expression
from extractor.timex.tokens import CLASSES, Tokens

C = CLASSES
_ANY = C["day2"] + C["small"] + C["year4"]
_DAYNO = C["day2"] + C["ordinal"] + C["ordword"]
_MONTH = C["month"] + C["maymonth"] + C["mon"]
_SEASON = C["season"] + C["fall"]
_UNIT = C["unit"] + C["year"] + C["units"]
_RANGE = C["hyphen"] + C["to"]
_ERA = C["bc"] + C["ad"]


class Reader:
    """Reads the matches in one text's tokens; each rule's method takes the match's token places, its prefix left out."""

    def __init__(self, tokens: Tokens, language: str = "en") -> None:
        """`language` names the tables that words are looked up in."""
        self.tokens, self.words = tokens, words(language)

    def read(self, rule: str, first: int, last: int) -> tuple[list[Expression], int]:
        """Expressions of the tokens [first, last), and the token after the last one used; none if the words say otherwise."""
        found = getattr(self, f"_{rule}" if rule != "year" else "_year4")(first, last)
        if not found:
            return [], last
        return [replace(item, rule=rule) for item in found[0]], found[1]

    def _has(self, low: int, high: int, classes: str) -> int | None:
        """The first token in [low, high) of one of the classes."""
        return next((at for at in range(low, high) if self.tokens.classes[at] in classes), None)

    def _all(self, low: int, high: int, classes: str) -> list[int]:
        return [at for at in range(low, high) if self.tokens.classes[at] in classes]

    def _value(self, at: int | None) -> int | None:
        return None if at is None else self.tokens.values[at]

    def _item(self, kind: str, low: int, high: int, **parts: object) -> Expression:
        place = (self.tokens.starts[low], self.tokens.ends[high - 1])
        return Expression(kind, *place, low=low, high=high, **parts)  # type: ignore[arg-type]

    def _year(self, low: int, high: int) -> tuple[int | None, str]:
        """Year in [low, high), astronomical, and how it hangs on another date where the words say "of that year"."""
        that = self._has(low, high, C["year"])
        if that is not None and self._has(low, high, C["year4"]) is None:
            return None, "year"
        years = self._all(low, high, _ANY)
        if not years:
            return None, ""
        number = int(self.tokens.values[years[-1]])
        if len(years) == 2 and self.tokens.at(years[-1] - 1) == C["slash"]:
            number = int(self.tokens.values[years[0]]) // 100 * 100 + number  # 1731/32: the year began on Lady Day
        return (1 - number if self._has(low, high, C["bc"]) is not None else number), ""

    def _that(self, low: int, high: int) -> int:
        """Steps of "that", "the following", "last" in [low, high)."""
        at = self._has(low, high, C["shift"] + C["past"])
        return int(self.tokens.values[at]) if at is not None else 0

    # days and months

    def _dmy(self, low: int, high: int) -> tuple[list[Expression], int]:
        month = self._has(low, high, _MONTH + C["lowermonth"]) or low
        days = self._all(low, month, _DAYNO)
        unit = self._has(low, month, C["unit"])
        if unit is not None and self.tokens.values[unit] != "day":
            return self._my(month, high)
        if self.tokens.at(low) == C["the"] and self.tokens.at(low + 1) == C["day2"]:
            low += 1  # "the 13 May demonstration": the article is the noun's
        dual = self._has(month + 2, high, C["slash"])
        if dual is not None and not self._short_year(dual):
            high = dual
        return self._days(low, high, days, month, month + 1, lead=False)

    def _mdy(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        month = self._has(low, high, _MONTH)
        if month is None:
            return None
        end = month + 1
        days = []
        for at in range(month + 1, high):
            if (
                self.tokens.classes[at] in _ANY + C["year"] + C["ad"] + C["that"] + C["shift"]
                and self.tokens.classes[at] not in _DAYNO
            ):
                break
            if self.tokens.classes[at] in C["day2"] + C["ordinal"]:
                if at + 1 < high and self.tokens.classes[at + 1] in _ERA:
                    break
                days.append(at)
                end = at + 1
        return self._days(low, high, days, month, end, lead=True)

    def _days(
        self, low: int, high: int, days: list[int], month: int, rest: int, *, lead: bool
    ) -> tuple[list[Expression], int]:
        """One expression a day; they share month and year, the words of which belong to the first or the last of them."""
        year, base = self._year(rest, high)
        shift = self._that(rest, high)
        number = self._value(month)
        style = self._old_style(days)
        if style is not None:
            days = [style]
        out = []
        weekday = self._value(self._has(low, min(days[0], month), C["weekday"]))
        for at, token in enumerate(days):
            final = at == len(days) - 1
            begin = low if at == 0 else token
            end = high if final else (month + 1 if lead and token < month else token + 1)
            joined = "" if at == 0 else self._joint(days[at - 1] + 1, token)
            item = self._item(
                "point", begin, end, year=year, month=number, day=self._value(token), grain="day", joined=joined, base=base,
                shift=shift, weekday=weekday if at == 0 else None,
            )  # fmt: skip
            out.append(item)
        return out, high

    def _old_style(self, days: list[int]) -> int | None:
        """Of "11/22 March 1917", the New Style day: two days with a slash between, as far apart as the calendars are."""
        if len(days) == 2 and self.tokens.classes[days[0] + 1 : days[1]] == C["slash"]:
            apart = int(self.tokens.values[days[1]] - self.tokens.values[days[0]])
            if 10 <= apart <= 13 or -21 <= apart <= -15:
                return days[1]
        return None

    def _joint(self, low: int, high: int) -> str:
        if self.tokens.classes[low:high] == C["slash"]:
            return "range" if self.tokens.values[high] - self.tokens.values[low - 1] == 1 else "list"
        return "range" if self._has(low, high, _RANGE) is not None else "list"

    def _style(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        """A date with its other style in brackets; the New Style one counts."""
        bracket = self._has(low, high, C["open"]) or low
        close = self._has(bracket, high, C["close"]) or high
        if self._has(bracket, high, C["os"] + C["ns"]) is None:
            return self._unmarked_style(low, high, bracket, close)
        new = self._has(bracket, close, C["ns"]) is not None
        part = (bracket, close) if new else (low, bracket)
        month, day = self._has(*part, _MONTH), self._has(*part, C["day2"] + C["ordinal"])
        year = self._has(*part, C["year4"]) or self._has(low, high, C["year4"])
        return [
            self._item(
                "point", low, high, year=self._value(year), month=self._value(month), day=self._value(day), grain="day"
            )
        ], high  # fmt: skip

    def _unmarked_style(self, low: int, high: int, bracket: int, close: int) -> tuple[list[Expression], int] | None:
        """ "25 October (7 November) 1917": if they lie as far apart as the calendars, the later is New Style."""
        day, month = self._has(low, bracket, C["day2"]), self._has(low, bracket, _MONTH)
        new, later = self._has(bracket, close, C["day2"]), self._has(bracket, close, _MONTH)
        year = self._has(close, high, C["year4"])
        if None in (day, month, new, later, year):
            return None
        parts = [int(self.tokens.values[at]) for at in (year, month, day, later, new) if at is not None]
        apart = calendar.ordinal(parts[0], parts[3], parts[4]) - calendar.ordinal(parts[0], parts[1], parts[2])
        if not 10 <= abs(apart) <= 13:
            return None
        month, day = (parts[3], parts[4]) if apart > 0 else (parts[1], parts[2])
        return [self._item("point", low, high, year=parts[0], month=month, day=day, grain="day")], high

    def _yearmonth(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        """ "1956 May 13"; not "in 1956 May resigned"."""
        month, day = self._has(low, high, _MONTH), self._has(low, high, C["day2"] + C["ordinal"])
        if self.tokens.lower(low - 1) in ("in", "since", "until", "by", "during", "of") and day is None:
            return self._year4(low, low + 1)
        grain = "day" if day is not None else "month"
        parts = {"year": self._value(low), "month": self._value(month), "day": self._value(day)}
        return [self._item("point", low, high, grain=grain, **parts)], high

    def _foreign(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        """A date in another language, found by its month; only "de" and the like may stand between its parts."""
        month = self._has(low, high, C["foreign"]) or low
        if low < month and self.tokens.at(low) == C["other"]:
            low += 1
        between = [at for at in range(low, high) if self.tokens.classes[at] == C["other"]]
        if any(self.tokens.lower(at) not in ("de", "del", "di") for at in between):
            return self._year4(high - 1, high)
        language = str(self.tokens.values[month])
        return [self._item("loose", low, high, value=language)], high

    def _my(self, low: int, high: int) -> tuple[list[Expression], int]:
        year, base = self._year(low + 1, high)
        return [
            self._item(
                "point", low, high, year=year, month=self._value(low), grain="month", base=base, shift=self._that(low, high)
            )
        ], high  # fmt: skip

    def _month(self, low: int, high: int) -> tuple[list[Expression], int]:
        return [self._item("point", low, high, month=self._value(low), grain="month")], high

    # seasons, quarters, years and longer

    def _sy(self, low: int, high: int) -> tuple[list[Expression], int]:
        at = self._has(low, high, _SEASON) or low
        second = self._has(at + 1, high, C["hyphen"] + C["slash"])
        if second is not None and not self._short_year(second):
            high, second = second, None
        year, base = self._year(at + 1, second or high)
        return [
            self._item(
                "point", low, high, year=year, month=self._value(at), grain="season", base=base, shift=self._that(at, high)
            )
        ], high  # fmt: skip

    def _season(self, low: int, high: int) -> tuple[list[Expression], int]:
        return [self._item("point", low, high, month=self._value(high - 1), grain="season")], high

    def _quarter(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        at = self._has(low, high, C["ordword"] + C["ordinal"] + C["quarterno"])
        number = self._value(at) if at is not None else 4
        year = self._value(self._has(low, high, C["year4"]))
        if number is None or not 1 <= number <= 4:
            return None
        return [self._item("point", low, high, year=year, month=32 + number, grain="quarter")], high

    def _centuries(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        unit = self._has(low, high, C["unit"] + C["units"]) or low
        grain = self.tokens.values[unit]
        if grain not in ("century", "millennium"):
            return self._nth(low, unit + 1) if self.tokens.at(unit) != C["units"] else None
        before = self._has(unit, high, C["bc"]) is not None
        size = 100 if grain == "century" else 1000
        out: list[Expression] = []
        if (
            self.tokens.at(unit - 1) == C["hyphen"]
            and self.tokens.at(low) == C["the"]
            and self.tokens.at(high) == C["other"]
        ):
            low += 1  # "the 19th-century sultanate": the article is the noun's
        begin = low
        for at in self._all(low, unit, C["ordword"] + C["ordinal"] + C["roman"]):
            number = self.tokens.values[at]
            if at - 2 >= low and self.tokens.at(at - 2) == C["numword"]:
                number += self.tokens.values[at - 2]
            year = 1 - number * size if before else (number - 1) * size
            if not 1 <= number <= 40 or (not before and year > 2200):
                return None
            joined = self._joint(begin, at) if out else ""
            out.append(self._item("point", begin if not out else at, at + 1, year=year, grain=grain, joined=joined))
            begin = at + 1
        out[-1] = replace(out[-1], last=self.tokens.ends[high - 1])
        return out, high

    def _decade(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        at = self._has(low, high, C["decade"]) or low
        year = self.tokens.values[at]
        if self._has(low, high, C["bc"]) is not None:
            return [self._item("point", low, high, year=1 - (year + 9), grain="decade")], high
        if 100 <= year < 1000:
            return None
        if year < 100:
            if low == at and self.tokens.at(low - 1) not in C["and"] + C["or"] + C["early"] + C["hyphen"]:
                return None
            return [self._item("point", low, high, month=year, grain="decade")], high
        before, after = self.tokens.lower(low - 1), self.tokens.lower(high)
        if year % 100 == 0 and (before in ("early", "late", "mid", "in", "the") or low < at) and after in ("century",):
            return None
        return [self._item("point", low, high, year=year, grain="decade")], high

    def _decadeword(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        """ "the sixties", "the nineteen-sixties"."""
        hundreds = self._value(self._has(low, high, C["numword"]))
        decade = int(self.tokens.values[high - 1])
        if hundreds is None and not set(self.tokens.at(low) + self.tokens.at(low - 1)) & {C["the"], C["early"]}:
            return None
        if hundreds is None:
            return [self._item("point", low, high, month=decade, grain="decade")], high
        if not 11 <= hundreds <= 20:
            return None
        return [self._item("point", low, high, year=hundreds * 100 + decade, grain="decade")], high

    def _eras(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        before = self._has(low, high, C["bc"]) is not None
        years = self._all(low, high, _ANY + C["number"])
        if self.tokens.at(low) == C["number"] and "." in self.tokens.word(low):
            return None
        out = []
        for at in years:
            number = int(self.tokens.values[at])
            begin = low if at == years[0] else at
            end = high if at == years[-1] else at + 1
            joined = "" if at == years[0] else self._joint(years[0] + 1, at)
            out.append(self._item("point", begin, end, year=1 - number if before else number, joined=joined))
        return out, high

    def _yearword(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        at = self._has(low, high, C["year4"] + C["small"] + C["day2"]) or high - 1
        year = int(self.tokens.values[at])
        if self._has(low, high, C["bc"]) is not None:
            year = 1 - year
        if self.tokens.values[self._has(low, high, C["year"] + C["units"]) or low] != "year":
            return None
        return [self._item("point", low, high, year=year)], high

    def _year4(self, low: int, high: int) -> tuple[list[Expression], int]:
        if high - low > 1 and not self._doubted(high):
            high -= 1
        doubt = "?" if high - low > 1 else ""
        mod = "approx" if doubt else ""
        return [self._item("point", low, high, year=self._value(low), doubt=doubt, mod=mod)], high

    def _doubted(self, high: int) -> bool:
        """Whether a question mark is the date's own: a word or a bracket follows, not a new sentence."""
        return (
            self.tokens.at(high) in C["close"] + C["comma"] + C["hyphen"]
            or self.tokens.lower(high)[:1] == self._first(high) != ""
        )

    def _first(self, at: int) -> str:
        word = self.tokens.word(at) if at < len(self.tokens.starts) else ""
        return word[:1] if word[:1].islower() else ""

    def _smallyear(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        """A year of three digits: only after "in" and the like, and before no noun: "in 843 the empire was divided"."""
        tokens = self.tokens
        years = [low, high - 1] if high - low > 1 else [low]
        if any(tokens.ends[at] - tokens.starts[at] < 3 for at in years) or tokens.values[years[-1]] < tokens.values[low]:
            return self._smallyear(low, low + 1) if len(years) > 1 else None
        if len(years) == 1:
            led = tokens.lower(low - 1) in ("in", "since", "until", "by", "circa", "c.")
            after = tokens.lower(high)
            if (
                not led
                or not (not after.isalnum() or (after in self.words.AFTER_BARE and after != "of"))
                or after in ("%", "°", "/", "-", "–")
            ):
                return None
        else:
            inside = tokens.at(low - 1) == C["open"] and tokens.at(high) == C["close"]
            led = tokens.at(low - 1) == {C["and"]: C["between"], C["to"]: C["from"], C["hyphen"]: "-"}[tokens.at(low + 1)]
            free = tokens.at(high) != C["other"] or tokens.lower(high) in self.words.AFTER_BARE or not tokens.lower(high).isalnum()
            if not inside and not (led and free and tokens.values[high - 1] > 999):
                return self._smallyear(low, low + 1)
        out = [self._item("point", at, at + 1, year=int(tokens.values[at])) for at in years]
        return [out[0], *(replace(item, joined="range") for item in out[1:])], high

    def _yearpair(self, low: int, high: int) -> tuple[list[Expression], int]:
        """ "1979–89": two years, if the second, written short, follows the first; else the first alone."""
        first = int(self.tokens.values[low])
        if not self._short_year(low + 1):
            month = int(self.tokens.values[low + 2])
            written = (
                self.tokens.abut(low)
                and self.tokens.abut(low + 1)
                and self.tokens.ends[low + 2] - self.tokens.starts[low + 2] == 2
            )
            if written and self.tokens.at(low + 1) == C["hyphen"] and 1 <= month <= 12:
                return [self._item("point", low, high, year=first, month=month, grain="month")], high
            return self._year4(low, low + 1)
        last = first // 100 * 100 + int(self.tokens.values[low + 2])
        return [
            self._item("point", low, low + 1, year=first),
            self._item("point", low + 2, low + 3, year=last, joined="range"),
        ], high

    def _short_year(self, dash: int) -> bool:
        """Whether the two digits after a dash go on from the year before it."""
        tokens = self.tokens
        if dash + 1 >= len(tokens.starts) or tokens.abut(dash - 1) != tokens.abut(dash):
            return False
        if not tokens.abut(dash) and tokens.at(dash + 2) not in C["comma"] + C["close"]:
            return False
        if tokens.ends[dash + 1] - tokens.starts[dash + 1] != 2:
            return False
        return bool(tokens.values[dash + 1] > tokens.values[dash - 1] % 100)

    def _holiday(self, low: int, high: int) -> tuple[list[Expression], int]:
        at = self._has(low, high, C["holiday"]) or low
        year, base = self._year(at + 1, high)
        code = str(self.tokens.values[at])
        month, day, value = None, None, code
        if code[:1].isdigit():
            month, day = (int(part) for part in code.split("-"))
        elif code and year:
            feast = calendar.easter(year, int(code))
            month, day = feast.month, feast.day
        grain = "day" if month else "holiday"
        return [
            self._item(
                "point", low, high, year=year, month=month, day=day, grain=grain, base=base, shift=self._that(at, high), value=value
            )
        ], high  # fmt: skip

    def _numeric(self, low: int, high: int) -> tuple[list[Expression], int]:
        text = self.tokens.word(low)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            year, month, day = (int(part) for part in text.split("-"))
            return [self._item("point", low, high, year=year, month=month, day=day, grain="day")], high
        return [self._item("loose", low, high)], high

    # what hangs on another date

    def _offset(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        word = self.tokens.values[high - 1]
        if self.tokens.lower(high - 1) in ("after", "before") and self.tokens.lower(low - 1) in (
            "was",
            "is",
            "took",
            "lasted",
            "takes",
        ):
            return self._duration(low, high - 1)  # "it was twelve years before a second came"
        if self.tokens.at(high - 1) == C["shift"] and self.tokens.lower(high - 1) not in (
            "following",
            "prior",
            "previous",
        ):
            return None
        count = durations.count(self.tokens, low, high - 1)
        unit = str(self.tokens.values[self._has(low, high, _UNIT) or low])
        steps = None if count.number is None or count.number != int(count.number) else int(count.number) * word
        bare = self.tokens.lower(high - 1)
        base = "ago" if bare == "ago" else "after" if bare in ("after", "before", "following", "prior") else ""
        if bare == "on":
            return None
        return [
            self._item("shift", low, high, steps=steps, shift=word, unit=unit, mod=count.mod, base=base)
        ], high  # fmt: skip

    def _unitafter(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        word = self.tokens.lower(high - 1)
        if word not in ("after", "before", "following", "previous", "preceding", "prior", "earlier"):
            return self._theunit(low, high - 1)
        base = "after" if word in ("after", "before") else ""
        unit = str(self.tokens.values[high - 2])
        return [self._item("shift", low, high, steps=self.tokens.values[high - 1], unit=unit, base=base)], high

    def _theunit(self, low: int, high: int) -> tuple[list[Expression], int]:
        return [self._item("shift", low, high, steps=0, unit=str(self.tokens.values[high - 1]), base="bare")], high

    def _later(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        if self.tokens.lower(low) not in self.words.LATER_IN:
            return None
        end = high - 1
        if self._has(low, high, C["year4"]) is not None:
            return [self._item("point", low, high, year=self._year(low, high)[0])], high
        kind = self.tokens.at(end)
        mod = "end" if self.tokens.lower(low) == "later" else "start"
        if kind in _UNIT:
            return [self._item("shift", low, high, steps=0, unit=self.tokens.values[end], base="part", value=mod)], high
        return self._named(low, high, end)

    def _shiftunit(self, low: int, high: int) -> tuple[list[Expression], int]:
        steps = self._that(low, high)
        unit = str(self.tokens.values[high - 1])
        if self._has(low, high, C["past"]) is not None:
            return [self._item("duration", low, high, value=durations.value(1, unit), type="DURATION")], high
        same = "this" if self.tokens.lower(low) == "this" else ""
        return [self._item("shift", low, high, steps=steps, unit=unit, base=same)], high

    def _shiftname(self, low: int, high: int) -> tuple[list[Expression], int]:
        return self._named(low, high, high - 1)

    def _named(self, low: int, high: int, at: int) -> tuple[list[Expression], int]:
        """ "the following March", "that spring", "last Tuesday", "later that afternoon"."""
        kind, value, shift = self.tokens.at(at), self.tokens.values[at], self._that(low, high)
        if kind in _MONTH:
            return [self._item("point", low, high, month=value, grain="month", base="named", shift=shift)], high
        if kind in _SEASON:
            return [self._item("point", low, high, month=value, grain="season", base="named", shift=shift)], high
        if kind == C["daypart"]:
            return self._daypart(low, high)
        return [self._item("point", low, high, weekday=value, grain="day", base="named", shift=shift)], high

    def _yesterday(self, low: int, high: int) -> tuple[list[Expression], int]:
        return [self._item("shift", low, high, steps=self._value(low), unit="day", base="ago")], high

    def _weekday(self, low: int, high: int) -> tuple[list[Expression], int]:
        if self.tokens.lower(low).endswith("days"):
            return [self._item("set", low, high, value=f"XXXX-WXX-{self._value(low)}", type="SET")], high
        return [self._item("point", low, high, weekday=self._value(low), grain="day")], high

    def _ordinalday(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        end, day = self._has(low, high, C["unit"]), self._value(low + 1)
        if end is None:
            fits = self.tokens.lower(low - 1) in (
                "on",
                "by",
                "until",
                "till",
                "from",
                "to",
                "and",
                "since",
                "before",
                "after",
            )
            free = (
                self.tokens.at(high) != C["other"]
                or not self.tokens.lower(high).isalnum()
                or self.tokens.lower(high) in self.words.AFTER_BARE
            )
            if not (fits and free and day and day <= 31):
                return None
        elif self.tokens.values[end] != "month":
            return None
        return [self._item("point", low, high, day=day, grain="day", shift=self._that(low, high))], high

    def _nth(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        """ "the third day": a day of something else; it has no calendar date by itself."""
        grain = self.tokens.values[high - 1]
        if C["the"] not in self.tokens.at(low) + self.tokens.at(low - 1) or grain in (
            "century",
            "millennium",
            "minute",
        ):
            return None
        if self.tokens.at(high - 1) == C["daypart"]:
            return [self._item("vague", low, high, value=f"XXXX-XX-XXT{grain}", type="TIME")], high
        if grain == "day":
            return [self._item("vague", low, high, value="XXXX-XX-XX")], high
        return [self._item("duration", low, high, value=durations.value(1, str(grain)), type="DURATION")], high

    def _anniversary(self, low: int, high: int) -> tuple[list[Expression], int]:
        return [self._item("echo", low, high, value="anniversary")], high

    # times of day

    def _clock(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        value = str(self.tokens.values[low])
        if self.tokens.at(low) == C["number"]:
            value = self.tokens.word(low).replace(".", ":")
            if not re.fullmatch(r"\d{1,2}:[0-5]\d", value):
                return None
        hour, minute = (int(part) for part in value.split(":")[:2]) if ":" in value else (int(value), 0)
        if self.tokens.at(high - 1) == C["units"] and self.tokens.values[high - 1] != "hour":
            high -= 1
        half = self._has(low + 1, high, C["meridiem"])
        if half is not None:
            hour = hour % 12 + int(self.tokens.values[half])
        return [self._item("point", low, high, clock=f"T{hour:02d}:{minute:02d}", grain="day", type="TIME")], high

    def _daypart(self, low: int, high: int) -> tuple[list[Expression], int]:
        at = self._has(low, high, C["daypart"]) or low
        if self.tokens.at(high - 1) == C["units"] and self.tokens.values[high - 1] != "hour":
            high -= 1
        early = self._has(low, high, C["early"])
        shift = self._that(low, at)
        mod = self.words.ADJECTIVE_MODIFIERS[self.tokens.lower(early)] if early is not None else ""
        own = self._has(low, at, C["shift"] + C["that"] + C["past"]) is not None
        base = "that" if own else "the" if self._has(low, at, C["the"]) is not None else ""
        return [
            self._item(
                "point", low, high, clock=f"T{self.tokens.values[at]}", grain="day", mod=mod, shift=shift, base=base, type="TIME"
            )
        ], high  # fmt: skip

    # durations, sets, references

    def _duration(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        return durations.read(self, low, high)

    def _halfunit(self, low: int, high: int) -> tuple[list[Expression], int]:
        unit = str(self.tokens.values[high - 1])
        return [self._item("duration", low, high, value=durations.value(0.5, unit), type="DURATION")], high

    def _unitlong(self, low: int, high: int) -> tuple[list[Expression], int]:
        value = durations.value(1, str(self.tokens.values[low]))
        return [self._item("duration", low, high, value=value, type="DURATION")], high

    def _shiftunits(self, low: int, high: int) -> tuple[list[Expression], int]:
        value = durations.value(None, str(self.tokens.values[high - 1]))
        return [self._item("duration", low, high, value=value, type="DURATION")], high

    def _units(self, low: int, high: int) -> tuple[list[Expression], int]:
        return self._shiftunits(low, high)

    def _set(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        kind, value = self.tokens.at(high - 1), self.tokens.values[high - 1]
        if self.tokens.at(low) == C["slash"]:
            low += 1
            if self.tokens.at(low - 2) not in _ANY + C["number"]:
                return None
        times, month = self._has(low, high, C["times"]), self._has(low, high, _MONTH)
        if month is not None and self._has(low, high, C["day2"] + C["ordinal"]) is not None:
            day = self._value(self._has(low, high, C["day2"] + C["ordinal"]))
            said = f"XXXX-{self.tokens.values[month]:02d}-{day:02d}"
        elif times is not None:
            said = durations.value(1, str(value))
        elif kind in _UNIT:
            number = durations.count(self.tokens, low + 1, high - 1).number if high - low > 2 else 1
            said = durations.value(number, str(value))
        elif kind == C["weekday"]:
            said = f"XXXX-WXX-{value}"
        elif kind == C["daypart"]:
            said = f"XXXX-XX-XXT{value}"
        elif kind in _SEASON:
            said = f"XXXX-{('SP', 'SU', 'FA', 'WI')[value - 21]}"
        else:
            said = f"XXXX-{value:02d}"
        return [self._item("set", low, high, value=said, type="SET")], high

    def _often(self, low: int, high: int) -> tuple[list[Expression], int]:
        return [self._item("set", low, high, value=str(self._value(low)), type="SET")], high

    def _vague(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        value = "PAST_REF" if self.tokens.at(high - 1) == C["past"] else str(self.tokens.values[high - 1])
        if self.tokens.at(high - 1) == C["vague"]:
            kind = "TIME" if "T" in value[5:] and value.startswith("XXXX") else "DATE"
            return [self._item("vague", low, high, value=value, type=kind)], high
        noun = self.tokens.at(high) != C["other"] or self.tokens.lower(high) in self.words.AFTER_BARE
        if self.tokens.at(low) == C["the"] and not noun:
            low += 1
        if self.tokens.at(high - 1) == C["past"] and not noun:
            return None
        if value == "PRESENT_REF" and self.tokens.at(low) != C["the"]:
            return None
        return [self._item("vague", low, high, value=value)], high

    def _time(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        """ "at that time", "the same period": a time said before, again."""
        bare = self.tokens.at(low) == C["the"] and high - low == 2
        noun, before = self.tokens.lower(high - 1), self.tokens.lower(low - 1)
        same = self.tokens.lower(high - 2)
        if bare and not (noun == "time" and before in ("at", "of", "by")):
            return None
        if noun == "point" and same != "that":
            return None
        if not bare and same not in ("that", "this", "same", "these", "those"):
            return None
        return [self._item("echo", low, high)], high

    def _stretch(self, low: int, high: int) -> tuple[list[Expression], int]:
        return [self._item("duration", low, high, value="PXX", type="DURATION")], high

    def _shortly(self, low: int, high: int) -> tuple[list[Expression], int] | None:
        word = self.tokens.lower(low)
        ahead = -1 if "before" in word or "beforehand" in word else 1
        return [self._item("shift", low, high, steps=None, shift=ahead, unit="day", base="shortly")], high
