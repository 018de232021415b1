"""Date templates: the words that one shows, made of its arguments as their readers see them.

The order is day, month, year, and month first where the template says so (mf=yes). Nothing is filled in: a template that
counts from today ({{birth date and age}}) shows its date alone.
"""

from __future__ import annotations

import re
from datetime import date

from extractor.lang import words

_LINK = re.compile(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]")
_NUMBER = re.compile(r"[-–−]?\d{1,4}")
_YES = frozenset({"yes", "y", "1", "true"})
_OPTION = re.compile(r"(?i)(?:yes|no|y|n|dmy|mdy|ymd|iso|df|mf|nbsp|br|nowrap|off|on|hide)")

Given = dict[str, str]


def shown(how: str, given: Given, language: str = "en") -> str:
    """What a date template of the form `how` shows, "" where it is given no date.

    Forms: "" year, month, day or free words; "aged" with a birth date after it; "pairs" with an end after it; "film" in
    groups of four with a place; "day first"; "old style"; "lead X" with X before it; "range" its arguments with dashes.
    """
    form, _, rest = how.partition(" ")
    parts = [_LINK.sub(r"\1", value) for key, value in given.items() if key.isdecimal()]
    parts = [part for part in parts if not _OPTION.fullmatch(part)]
    while parts and not parts[-1]:
        parts.pop()
    if not parts:
        return given.get("alt", "")
    return _FORMS.get(form, _plain)(parts, given, rest, language)


def _plain(parts: list[str], given: Given, _rest: str, language: str) -> str:
    return _date(parts[:3], given, language)


def _date(parts: list[str], given: Given, language: str) -> str:
    """Year, month and day in the order that is written; free words as they stand."""
    if not parts or not _NUMBER.fullmatch(parts[0]):
        return " ".join(filter(None, parts[: 1 if len(parts) < 2 or not re.search("[0-9]", parts[1]) else 2]))
    year, month, day = (*parts[:3], "", "")[:3]
    if len(year) < 3 and re.fullmatch(r"\d{3,4}", day):  # {{dts|13|5|1956}}
        year, day = day, year
    if year.startswith(("-", "–", "−")):
        year = f"{year[1:].lstrip('0')} BC"
    name = _month(month, language)
    number = day.lstrip("0") if name and day.isdecimal() and 1 <= int(day) <= 31 else ""
    if given.get("mf", "").lower() in _YES or given.get("format", "") == "mdy":
        return " ".join(filter(None, (name, f"{number}," if number else "", year)))
    return " ".join(filter(None, (number, name, year)))


def _month(text: str, language: str) -> str:
    names = [month.capitalize() for month in words(language).MONTHS]
    if text.isdecimal():
        return names[int(text) - 1] if 1 <= int(text) <= 12 else ""
    return text if re.fullmatch(r"[^\W\d_]+\.?", text) else ""


def _aged(parts: list[str], given: Given, _rest: str, language: str) -> str:
    """{{death date and age|2023|1|2|1952|8|5}}: the day of death, and the age, which both days give."""
    if not _NUMBER.fullmatch(parts[0]) or len(parts) < 6:
        return " ".join(
            filter(
                None,
                (
                    parts[0]
                    if len(parts) < 6 and not _NUMBER.fullmatch(parts[0])
                    else _date(parts[:3], given, language),
                ),
            )
        )
    years = _years(_day(parts[3:6]), _day(parts[:3]))
    text = _date(parts[:3], given, language)
    return f"{text} (aged {years})" if years is not None else text


def _year(parts: list[str], _given: Given, _rest: str, _language: str) -> str:
    return parts[0]


def _pairs(parts: list[str], given: Given, _rest: str, language: str) -> str:
    both = [_date(parts[:3], given, language), _date(parts[3:6], given, language)]
    return " – ".join(filter(None, both))


def _film(parts: list[str], given: Given, _rest: str, language: str) -> str:
    groups = [parts[at : at + 4] for at in range(0, len(parts), 4)]
    out = [(_date(group[:3], given, language), group[3] if len(group) > 3 else "") for group in groups]
    return ", ".join(f"{text} ({place})" if place else text for text, place in out if text)


def _day_first(parts: list[str], given: Given, _rest: str, language: str) -> str:
    return (
        _date(parts[:3][::-1], given, language)
        if all(_NUMBER.fullmatch(part) for part in parts[:3])
        else " ".join(parts[:3])
    )


def _old(parts: list[str], _given: Given, _rest: str, _language: str) -> str:
    """{{OldStyleDate|3 March|1861|19 February}}: new style, old style in brackets, year."""
    new, year, old = (*parts, "", "")[:3]
    return " ".join(filter(None, (new, f"[O.S. {old}]" if old else "", year)))


def _lead(parts: list[str], given: Given, rest: str, language: str) -> str:
    """A word before the date: {{circa|1890}}, {{as of|2019|3}}."""
    if rest == "As of":
        word = "as of" if given.get("lc", "").lower() in _YES else rest
        return given.get("alt") or f"{word} {_date(parts[:3], given, language)}"
    return f"{rest} {'–'.join(filter(None, parts[:2]))}"


def _range(parts: list[str], _given: Given, _rest: str, _language: str) -> str:
    return "–".join(filter(None, parts[:2]))


_FORMS = {
    "": _plain, "aged": _aged, "year": _year, "pairs": _pairs, "film": _film, "dayfirst": _day_first, "oldstyle": _old, "lead": _lead, "range": _range,
}  # fmt: skip


def age(how: str, given: Given) -> str:
    """What an age template shows where both its days are given: years, or `how` = "days"; else ""."""
    parts = [value for key, value in given.items() if key.isdecimal()]
    first, last = _day(parts[:3]), _day(parts[3:6])
    if how == "days":
        return f"{(last - first).days:,}" if first and last else ""
    years = _years(first, last)
    return str(years) if years is not None else ""


def _day(parts: list[str]) -> date | None:
    """A day of the calendar, None where the parts are not one."""
    if len(parts) < 3 or not all(part.isdecimal() for part in parts):
        return None
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def _years(first: date | None, last: date | None) -> int | None:
    if first is None or last is None or last < first:
        return None
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
