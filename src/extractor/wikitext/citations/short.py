"""Short notes and what they point at: anchors as the Harvard templates and CS1 make them (CITEREF + names + year)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractor.lang import words
from extractor.wikitext.citations.shown import bare, shown

_YEAR = re.compile(r"(?:\b|^)(?:c\.\s*)?(\d{3,4}(?:–\d{2,4})?[a-z]?)\b|\bn\.?\s?d\.?(?:\s?[a-z])?(?!\w)")
_PAGES = ("p", "pp", "page", "pages", "loc", "at")


@dataclass(frozen=True, slots=True)
class Short:
    """A work pointed at: its anchor ("" where the note asks for none), the words of names and year, the pages."""

    anchor: str
    names: tuple[str, ...]
    year: str
    pages: str


def anchor(names: list[str], year: str) -> str:
    """CITEREF, up to four names, the year: no blanks at the ends, underscores for blanks within, as in a page's address."""
    parts = [name.strip() for name in [*names[:4], year] if name.strip()]
    return "CITEREF" + re.sub(r"[\s_]+", "_", "".join(parts)) if parts else ""


def anchor_year(date: str) -> str:
    """The year of a date as anchors have it, with the letter that tells two works of a year apart: "May 1999b" → 1999b."""
    match = _YEAR.search(date)
    return (match[1] or "n.d.") if match else ""


def given_anchor(value: Any, source: str, template: Any) -> str:
    """The anchor that a |ref= gives: {{harvid|…}} (`template`), a word, or "" where it asks for none or the usual one."""
    if template is not None:
        parts = [shown(param.value) for param in template.params if str(param.name).strip().isdigit()]
        parts = [part for part in parts if part]
        return anchor(parts[:-1], parts[-1]) if parts else ""
    return "" if source.lower() in ("harv", "none", "") else _word(value)


def _word(value: Any) -> str:
    return re.sub(r"[\s_]+", "_", shown(value))


def shorts(node: Any, name: str, language: str = "en") -> list[Short]:
    """The works that a short note's template points at."""
    given = {str(param.name).strip(): (param.value, str(param.value)) for param in node.params}
    how = words(language).SHORT_NOTES[name]
    if how == "numbered":
        return _numbered(given)
    if how == "named":
        return _named(given)
    plain = {key: shown(value) for key, (value, source) in given.items() if source.strip()}
    return [_short([plain[key] for key in sorted(filter(str.isdigit, plain), key=int)], plain, given.get("ref"))]


def _short(parts: list[str], plain: dict[str, str], ref: tuple[Any, str] | None) -> Short:
    """Names and year in a row, the year last: what is no year (a page strayed in) stays a name, as the templates have it."""
    pages = next((plain[key] for key in _PAGES if plain.get(key)), "")
    names, year = (parts[:-1], parts[-1]) if len(parts) > 1 else (parts, "")
    own = bare(ref[1]) if ref else ""
    if own.lower() == "none":
        return Short("", tuple(names), year, pages)
    override = _word(ref[0]) if ref and own and not own.startswith("{{") else ""
    return Short(override or anchor(names, year), tuple(names), year, pages)


def _numbered(given: dict[str, tuple[Any, str]]) -> list[Short]:
    """{{sfnm|1a1=Ross|1a2=Dey|1y=1990|1p=3|2a1=…}}, or the same without keys: {{sfnm|Ross|1990|1p=3|Dey|1991}}."""
    plain = {key: shown(value) for key, (value, source) in given.items() if source.strip()}
    keyless = _keyless([plain[key] for key in sorted(filter(str.isdigit, plain), key=int)])
    out = []
    for number in range(1, 100):
        names = [
            plain[key] for key in (f"{number}a", *(f"{number}a{place}" for place in range(1, 5))) if plain.get(key)
        ]
        parts = [*names, plain[f"{number}y"]] if plain.get(f"{number}y") else names
        parts = parts or next(keyless, [])
        if not parts:
            break
        pages = {key: plain.get(f"{number}{key}", "") for key in _PAGES}
        out.append(_short(parts, pages, given.get(f"{number}ref")))
    return out


def _keyless(values: list[str]) -> Iterator[list[str]]:
    """Names up to each year."""
    parts: list[str] = []
    for value in values:
        parts.append(value)
        if _YEAR.fullmatch(value):
            yield parts
            parts = []


def _named(given: dict[str, tuple[Any, str]]) -> list[Short]:
    plain = {key: shown(value) for key, (value, source) in given.items() if source.strip()}
    names = [plain[key] for key in ("last", "last1", "last2", "last3", "last4") if plain.get(key)]
    years = [plain[key] for key in ("year", "year1", "year2", "year3", "year4") if plain.get(key)]
    return [_short([*names, year], plain, given.get("ref")) for year in years] or [
        _short(names, plain, given.get("ref"))
    ]
