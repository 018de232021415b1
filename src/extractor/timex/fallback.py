"""What the grammar finds or is given but can't read goes to dateparser, held on a short lead.

dateparser fills what a text leaves out (1962 becomes a day in May); here it must find every part it gives written in the
text: strict parsing, the language given, no preference for any day or month, and a check of the digits afterwards.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from extractor.timex.calendar import Point

_NUMBERS = re.compile(r"\d+")
_SETTINGS = {"RETURN_AS_TIMEZONE_AWARE": False, "PARSERS": ["absolute-time"], "NORMALIZE": True}


@lru_cache(maxsize=10_000)
def read(text: str, language: str = "en") -> Point | None:
    """The day or month that `text` writes out, or None: no year in the text, a part missing, or two readings (3/4/1970)."""
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    if not any(1000 <= number <= 2199 for number in numbers):
        return None
    try:
        _parser(language, "DMY", strict=True)
    except ValueError:
        return None  # a language that dateparser does not know
    points = {point for order in ("DMY", "MDY") if (point := _parse(text, language, order, numbers))}
    return points.pop() if len(points) == 1 else None


@lru_cache(maxsize=64)
def _parser(language: str, order: str, *, strict: bool) -> Any:
    from dateparser.date import DateDataParser

    return DateDataParser(languages=[language], settings={**_SETTINGS, "STRICT_PARSING": strict, "DATE_ORDER": order})


def _parse(text: str, language: str, order: str, numbers: list[int]) -> Point | None:
    found = _parser(language, order, strict=True).get_date_data(text)
    if found.date_obj is None:
        found = _parser(language, order, strict=False).get_date_data(text)
        if found.date_obj is None or found.period != "month":
            return None
    date = found.date_obj
    if date.year not in numbers:
        return None
    if found.period == "month":
        return Point(date.year, date.month, None, "month") if len(numbers) == 1 or date.month in numbers else None
    rest = list(numbers)
    rest.remove(date.year)
    return Point(date.year, date.month, date.day, "day") if date.day in rest else None
