"""Authors, editors and translators of a citation, as lists of "Last, First"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from extractor.lang import words

_ET_AL = re.compile(r"(?i)[,;]?\s*(?:\bet\s+al\b\.?|\band\s+others\b)\s*$")
_VANCOUVER = re.compile(r"^[^\W\d_][\w'’. -]*\s[A-Z]{1,3}(?:\s(?:Jr|Sr|[IVX]+|2nd|3rd))?$")


def people(names: list[str], shown: Callable[[str], str], role: str, language: str = "en") -> list[tuple[str, str]]:
    """The people of a `role` (authors, editors, translators), in order: each as (name, what an anchor calls them, "" for none).

    `names`: the parameters given, `shown` what each shows. Numbered names come by number, lists of names after them.
    """
    lasts, firsts, wholes, lists = words(language).PEOPLE[role]
    last: dict[int, str] = {}
    first: dict[int, str] = {}
    free: list[tuple[str, str]] = []
    for name in names:
        base, place = _numbered(name)
        if base in lasts or (base in wholes and place not in last):
            last[place] = shown(name)
        elif base in firsts:
            first[place] = shown(name)
        elif base in lists:
            free += [(part, _surname(part) if base.startswith("v") else "") for part in split(shown(name))]
    numbered = [(_joined(last[place], first.get(place, "")), last[place]) for place in sorted(last) if last[place]]
    if len(numbered) == 1 and not first:
        whole = numbered[0][0]
        numbered = [(part, "" if number else whole) for number, part in enumerate(split(whole))]
    return [(_clean(name), _clean(called)) for name, called in [*numbered, *free] if _clean(name)]


@lru_cache(maxsize=4096)
def _numbered(name: str) -> tuple[str, int]:
    base = name.rstrip("0123456789")
    return base, int(name[len(base) :] or 1)


def _joined(last: str, first: str) -> str:
    return f"{last}, {first}" if last and first else last or first


def _clean(name: str) -> str:
    name = _ET_AL.sub("", name).strip().strip(",;").strip()
    return name[2:-2].strip() if name.startswith("((") and name.endswith("))") else name


def split(names: str) -> list[str]:
    """Several people in one parameter: parted by semicolons, or in Vancouver style (Smith AB, Jones C) by commas.

    Other commas part nothing: "Smith, John" is one person, "Ministry of Labour, Laos" one body.
    """
    names = _ET_AL.sub("", names)
    if ";" in names:
        return [part.strip() for part in names.split(";") if part.strip()]
    parts = [part.strip() for part in re.split(r",(?![^(]*\)\))", names)]
    vancouver = all(_VANCOUVER.match(part) or (part.startswith("((") and part.endswith("))")) for part in parts)
    return [part for part in parts if part] if len(parts) > 1 and vancouver else [names]


def _surname(name: str) -> str:
    """ "Ross AB" is called Ross."""
    return re.sub(r"\s[A-Z]{1,3}$", "", name) if _VANCOUVER.match(name) else name
