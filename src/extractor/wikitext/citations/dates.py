"""A citation's dates as EDTF: the forms that CS1 allows, then what the grammar reads, then dateparser, never filled in."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.lang import words
from extractor.timex import fallback, find
from extractor.timex.calendar import Point

_SUFFIX = re.compile(r"(?<=\d{4})[a-z]$")
_TRIM = " .,;:()[]©"
_TIME = re.compile(
    r"(?:(?<=\d)T|[\s,]+(?:at\s+)?)\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:UTC|GMT|[A-Z]{2,4}T)|Z)?$|^\d{1,2}:\d{2},?\s+",
    re.I,
)
_YEAR_FIRST = re.compile(r"^(\d{4}),?\s+([^\W\d_]{3,}\.?(?:\s+\d{1,2})?)$")
_YEAR_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
_ESCAPED = re.compile(r"<!--.*?-->")  # a comment with escaped brackets, as bots left some
_STAMP = re.compile(r"^[12]\d{7}(?:\d{6})?$")
_QUARTER = re.compile(r"(?i)^(\w+)\s+quarter,?\s+(?:of\s+)?(\d{4})$|^Q([1-4])\s+(\d{4})$")
_FEAST = re.compile(
    r"(?i)^(?:christmas|easter|new year'?s?|mid-?\w+|early|late|annual|yearly|first published|published|revised|rev\.|updated)[\s,]+(\d{4})$"
)
_PARTS = re.compile(r"^([^\W\d_]+\.?)\s?[–—/&-]\s?([^\W\d_]+\.?),?\s+(\d{4})$")
# day, a month's word with or without "de" or a case ending's dot round it, year; or in any order with one word
_WORDED = re.compile(
    r"^(?:\d{1,2}(?:er|\.|º|ª)?,?\s+)?(?:de\s+|d')?[^\W\d_]{3,}\.?(?:\s+\d{1,2}\.?)?,?\s+(?:de\s+|del\s+)?\d{4}(?:\s?г\.?|\s?р\.?|\.)?$|^\d{4}[年.,\s]"
)
_SPLIT = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+to\s+")


def as_edtf(text: str, languages: tuple[str, ...] = (), *, day: bool = False) -> str:
    """A citation's date as EDTF, or "" where nothing can read the whole of it.

    `languages`: ISO 639 codes that the citation gives; the article's own is asked first. `day`: it is a day of the web's
    age (access, archiving), so that 2008-05 can't be a range of years.
    """
    return _as_edtf(text, languages, day) if text else ""


@lru_cache(maxsize=8192)
def _as_edtf(text: str, languages: tuple[str, ...], day: bool) -> str:
    text = _TIME.sub("", _SUFFIX.sub("", _ESCAPED.sub("", text).strip().strip(_TRIM))).strip(_TRIM)
    if not any(char.isdecimal() for char in text) or len(text) > 60:
        return ""
    match = _YEAR_MONTH.match(text)
    if match:
        return _year_month(match[1], match[2], day)
    if day and _STAMP.match(text):
        return _grammar(f"{text[:4]}-{text[4:6]}-{text[6:8]}")
    if text.endswith("?"):
        year = _grammar(text.rstrip("? "))
        return year + "?" if re.fullmatch(r"\d{4}", year) else ""
    match = _FEAST.match(text)  # an issue's name: "Christmas 2001" was not printed on the day
    return match[1] if match else _grammar(text) or _form(text) or _foreign(text, languages)


def _year_month(year: str, month: str, day: bool) -> str:
    """2008-05 is a month only where it can't be read as 2008–05 going on to 2005 + n; else two readings, so none."""
    is_month = 1 <= int(month) <= 12
    if is_month and (day or int(month) <= int(year[2:])):
        return f"{year}-{month}"
    return f"{year}/{year[:2]}{month}" if not is_month and int(month) > int(year[2:]) else ""


def _grammar(text: str) -> str:
    """The EDTF of a text that is one time expression from end to end."""
    found = find(text).timexes
    return found[0].edtf if len(found) == 1 and found[0].text == text else ""


def only_date(text: str) -> str:
    """The one date in free words ("first published by Collins, 1962"), "" where there are none or several."""
    found = find(text).timexes
    return found[0].edtf if len(found) == 1 and found[0].derived == "explicit" else ""


def _form(text: str) -> str:
    """Forms that citations have and sentences lack: year first, quarters, feasts, May/June 2003, two whole dates."""
    match = _YEAR_FIRST.match(text)
    if match:
        return _grammar(f"{match[2]} {match[1]}") or _grammar(f"{match[2]}, {match[1]}")
    match = _QUARTER.match(text)
    if match:
        code = int(match[3]) + 32 if match[3] else words("en").QUARTERS.get(match[1].lower())
        return f"{match[2] or match[4]}-{code}" if code else ""
    match = _PARTS.match(text)
    if match:
        return _between(f"{match[1]} {match[3]}", f"{match[2]} {match[3]}")
    parts = _SPLIT.split(text)
    return _between(*parts) if len(parts) == 2 else ""


def _between(first: str, last: str) -> str:
    low, high = _grammar(first.strip()), _grammar(last.strip())
    return f"{low}/{high}" if low and high and "/" not in low + high and low[:7] <= high[:7] else ""


def _foreign(text: str, languages: tuple[str, ...]) -> str:
    """What dateparser reads in the languages given, or, where none is, what all languages that can read it agree on."""
    if not _WORDED.match(text):
        return ""
    given = [code for code in languages if code != "en"]
    points = {point for code in given or words("en").DATE_LANGUAGES if (point := _point(text, code))}
    return points.pop().edtf() if len(points) == 1 else ""


def _point(text: str, code: str) -> Point | None:
    try:
        return fallback.read(text, code)
    except ValueError:  # a language that dateparser does not know
        return None


def language_codes(text: str, language: str = "en") -> tuple[str, ...]:
    """ISO 639 codes of a citation's |language=: names spelt out or codes, one or several; what is neither is left out."""
    by_name = words(language).LANGUAGES_BY_NAME
    codes = []
    for part in re.split(r"\s*(?:[,;/&()]|\band\b)\s*", text.strip()):
        word = part.strip().lower().removeprefix("in ")
        if word in by_name:
            codes.append(by_name[word])
        elif re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", word):
            codes.append(word.split("-")[0])
    return tuple(dict.fromkeys(codes))
