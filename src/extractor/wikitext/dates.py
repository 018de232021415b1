"""Date templates: the words that one shows, made of its arguments."""

from __future__ import annotations

import re

from extractor.lang import words

_PREFIX = {"circa": "c. ", "c.": "c. ", "ca": "c. ", "ca.": "c. ", "floruit": "fl. ", "fl.": "fl. ", "as of": "As of "}
_FIRST_PART = re.compile(r"(?i)^(?:yes|no|y|n|dmy|mdy|iso|df|mf|br)$")


def shown(name: str, given: dict[str, str], language: str = "en") -> str:
    """What a date template shows: its words as given, or year, month and day arguments put in order (1956|5|13 → 13 May 1956)."""
    months = [month.capitalize() for month in words(language).MONTHS]
    parts = [value for key, value in given.items() if key.isdigit() and value and not _FIRST_PART.match(value)]
    if name == "film date" or name.startswith(("death date and age", "birth date and age2", "end date and age")):
        parts = parts[:3]
    prefix = _PREFIX.get(name, "")
    if prefix == "As of " and given.get("lc"):
        prefix = "as of "
    if not parts:
        return ""
    if not re.fullmatch(r"-?\d{1,4}", parts[0]) or (len(parts) == 1):
        return prefix + " – ".join(re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", part) for part in parts[:2])
    if name in ("circa", "c.", "ca", "floruit", "fl.", "reign", "r."):
        return prefix + "–".join(parts[:2])
    year, month, day = (*parts[:3], "", "")[:3]
    if len(year) < 3 and len(parts) > 2 and len(parts[2]) == 4:  # day first, as {{dts|13|5|1956}} is sometimes written
        year, day = day, year
    if month.isdigit():
        month = months[int(month) - 1] if 1 <= int(month) <= 12 else ""
    day = day if day.isdigit() and 1 <= int(day) <= 31 and month else ""
    return prefix + " ".join(part for part in (day.lstrip("0"), month, year) if part)


def age(name: str, given: dict[str, str]) -> str:
    """What an age template shows."""
    return ""
