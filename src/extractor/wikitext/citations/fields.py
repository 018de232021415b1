"""A citation template's parameters → the fields of a Reference, normalised, with what is wrong in them."""

from __future__ import annotations

import re
from typing import Any

from mwparserfromhell.nodes import ExternalLink, Template

from extractor.lang import words
from extractor.wikitext.citations import identifiers
from extractor.wikitext.citations.dates import as_edtf, language_codes, only_date
from extractor.wikitext.citations.given import Given, address, made
from extractor.wikitext.citations.names import template as named
from extractor.wikitext.citations.people import people
from extractor.wikitext.citations.short import anchor, anchor_year, given_anchor
from extractor.wikitext.citations.shown import link_address

_SCRIPT = re.compile(r"^[a-z]{2,3}(?:-[a-z]+)?:\s*(?=\W*[^\x00-\u024f])")
_PLAIN = (
    "chapter",
    "work",
    "publisher",
    "agency",
    "quote",
    "pages",
    "volume",
    "issue",
    "edition",
    "series",
    "place",
    "via",
    "trans_title",
)
_ADDRESSES = ("url", "chapter_url", "archive_url")
_DATES = ("published", "original", "accessed", "archived")


def fields(node: Any, name: str, language: str = "en") -> dict[str, Any]:
    """The fields that a full citation's template gives; `name` is its usual name."""
    given, w = Given(node, language), words(language)
    codes = language_codes(given.field("language"), language)
    out: dict[str, Any] = {field: given.field(field) for field in _PLAIN}
    out["language"] = ", ".join(codes) or given.field("language")
    problems: list[str] = []
    _title(given, name, w, out, problems)
    _addresses(given, w, out, problems)
    out["url"] = out["url"] or made(node, language)
    _dates(given, w, codes, out, problems)
    _identifiers(given, w, out, problems)
    called = _people(given, out, language)
    _fixed(name, w, out, called)
    out["anchor"] = own_anchor(given) or _usual_anchor(given, out, called)
    out["url_status"] = _state(given, w, out)
    out["problems"] = tuple(problems)
    return out


def _title(given: Given, name: str, w: Any, out: dict[str, Any], problems: list[str]) -> None:
    """The work's title; where only a chapter's is given, that; for a source of its own the parameter that it has for it.

    A map in an atlas is the title and the atlas the work; an encyclopedia cited as a whole is both.
    """
    first, usual = given.shown(*w.TITLE_FIRST.get(name, ())), given.shown(*w.CITATION_FIELDS["title"])
    if first and usual and first != usual:
        out["work"] = usual
    title = first or usual or given.field("chapter") or given.shown(w.POSITIONAL_TITLES.get(name, ""))
    title = title or given.shown(*w.OTHER_TITLES) or w.FIXED_SOURCES.get(name, ("",))[0]
    title = title or (out["work"] if name == "cite encyclopedia" else "")
    out["title"] = "" if title.lower() in w.NO_TITLE else _SCRIPT.sub("", title)
    out["issue"] = "" if name in w.NO_ISSUES else out["issue"]
    if not out["title"] or out["title"].lower() in w.GENERIC_TITLES:
        problems.append(f"title: {out['title']}")


def _fixed(name: str, w: Any, out: dict[str, Any], called: dict[str, list[str]]) -> None:
    """What a template that is a source of its own ({{Cite EB1911}}) says without being told."""
    work, publisher, published, editor = w.FIXED_SOURCES.get(name, ("", "", "", ""))
    out["work"], out["publisher"] = out["work"] or work, out["publisher"] or publisher
    out["published"] = out["published"] or published
    if editor and not out["editors"]:
        out["editors"] = (editor,)
        called["editors"] = [editor.split(",")[0]]


def _addresses(given: Given, w: Any, out: dict[str, Any], problems: list[str]) -> None:
    """Addresses as given; a link within the title is the address where none is given."""
    for field in _ADDRESSES:
        out[field] = next((found for name in w.CITATION_FIELDS[field] if (found := address(given.value(name)))), "")
        if out[field] and not identifiers.is_url(out[field]):
            problems.append(f"{field}: {out[field]}")
    out["url"] = out["url"] or _link_in(given, w) or out["chapter_url"]
    if not out["archive_url"] and identifiers.is_archive(out["url"]):
        out["archive_url"] = out["url"]
    out["urls"] = tuple(dict.fromkeys(url for url in (out["url"], out["chapter_url"]) if url))


def _link_in(given: Given, w: Any) -> str:
    for name in (*w.CITATION_FIELDS["title"], *w.CITATION_FIELDS["chapter"], "id"):
        value = given.value(name)
        if value is not None and "//" in given.source(name):
            return next((link_address(node) for node in value.nodes if isinstance(node, ExternalLink)), "")
    return ""


def _dates(given: Given, w: Any, codes: tuple[str, ...], out: dict[str, Any], problems: list[str]) -> None:
    for field in _DATES:
        written = _written(given, w) if field == "published" else given.field(field)
        out[field] = as_edtf(written, codes, day=field in ("accessed", "archived"))
        if field == "original" and written and not out[field]:
            out[field] = only_date(written)
        if written and not out[field] and written.lower().strip("[]()") not in w.NO_DATE:
            problems.append(f"{field}: {written}")
    if out["archive_url"] and not out["archived"]:
        out["archived"] = identifiers.archived_from(out["archive_url"])[1]


def _written(given: Given, w: Any) -> str:
    """The date of publication as written: |date=, or |day=, |month= and |year= put together; a year that date= lacks."""
    date, year, month = given.shown("date"), given.shown("year"), given.shown("month")
    if not date and year and month and not re.search(r"[^\W\d_]{3}", year):
        return " ".join(part for part in (given.shown("day"), month, year) if part)
    if date and year and not re.search(r"\d{3}", date):
        return f"{date} {year}"
    return date or given.field("published")


def _identifiers(given: Given, w: Any, out: dict[str, Any], problems: list[str]) -> None:
    """DOI, ISBN and ISSN checked; the others as scheme:value, also those that |id= holds as templates."""
    for field, check in (("doi", identifiers.doi), ("isbn", identifiers.isbn), ("issn", identifiers.issn)):
        written = given.field(field) or given.source(*w.CITATION_FIELDS[field])
        out[field], right = check(written) if written else ("", True)
        if not right:
            problems.append(f"{field}: {written}")
    others = {w.IDENTIFIERS[name]: given.shown(name) for name in given.names() if name in w.IDENTIFIERS}
    out["ids"] = tuple(f"{scheme}:{text}" for scheme, text in others.items() if scheme not in out and text)
    if given.source("id"):
        more, extra = from_templates(given.value("id").nodes, given.language)
        out.update({field: text for field, text in more.items() if not out[field]})
        out["ids"] += tuple(extra)
        if not extra and not more and (text := given.shown("id")):
            out["ids"] += (text,)


def from_templates(nodes: Any, language: str = "en") -> tuple[dict[str, str], list[str]]:
    """Identifiers out of {{doi|…}}, {{ISBN|…}}, {{OCLC|…}}: right DOI, ISBN and ISSN by field, the others as scheme:value."""
    by_field: dict[str, str] = {}
    others = []
    for node in nodes:
        if not isinstance(node, Template):
            continue
        what, name = named(node, language)
        text = Given(node, language).shown("1", "id") if what == "identifier" else ""
        scheme = words(language).IDENTIFIERS[name] if text else ""
        if scheme in ("doi", "isbn", "issn"):
            value, right = getattr(identifiers, scheme)(text)
            by_field.update({scheme: value} if right else {})
        elif scheme:
            others.append(f"{scheme}:{text}")
    return by_field, others


def _people(given: Given, out: dict[str, Any], language: str) -> dict[str, list[str]]:
    """Authors, editors, translators; returns what anchors call them."""
    called: dict[str, list[str]] = {}
    for role in ("authors", "editors", "translators"):
        found = people(given.names(), given.shown, role, language)
        out[role] = tuple(name for name, _ in found)
        called[role] = [name for _, name in found if name]
    return called


def _usual_anchor(given: Given, out: dict[str, Any], called: dict[str, list[str]]) -> str:
    """The anchor that short notes find the work by: authors' (else editors') names and the year; "" where none is wanted."""
    names = called["authors"] or called["editors"]
    if not names or given.source("ref").lower() == "none":
        return ""
    year = anchor_year(given.shown("year")) or anchor_year(given.field("published"))
    return anchor(names, year or out["published"][:4])


def own_anchor(given: Given) -> str:
    """The anchor that |ref= gives, "" where it gives none of its own."""
    value, ref = given.value("ref"), given.source("ref")
    if not ref:
        return ""
    inner = next((node for node in value.nodes if isinstance(node, Template) and named(node)[0] == "refid"), None)
    return given_anchor(value, ref, inner)


def _state(given: Given, w: Any, out: dict[str, Any]) -> str:
    """dead, live, unfit, usurped, deviated or "": as given; with an archived copy and nothing said, dead, as CS1 takes it."""
    said = given.source(*w.URL_STATE_PARAMETERS).lower()
    return w.URL_STATES.get(said, "") or ("dead" if out["archive_url"] and out["archive_url"] != out["url"] else "")
