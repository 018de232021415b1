"""A note as a whole: the full citations in it, what stands beside them, the works that it points at, or its plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mwparserfromhell.nodes import ExternalLink, Template

from extractor.lang import words
from extractor.wikitext.citations import identifiers
from extractor.wikitext.citations.byname import by_name, plain_anchor
from extractor.wikitext.citations.dates import as_edtf, language_codes
from extractor.wikitext.citations.fields import fields, from_templates, own_anchor
from extractor.wikitext.citations.given import Given, address, made
from extractor.wikitext.citations.names import template
from extractor.wikitext.citations.plain import plain_fields
from extractor.wikitext.citations.short import Short, anchor_year, shorts
from extractor.wikitext.citations.shown import inside, places, shown, shown_nodes

Fields = dict[str, Any]
Said = dict[str, str | tuple[str, ...]]  # fields, when all are read


@dataclass(frozen=True, slots=True)
class Reading:
    """What a note cites: fields of its first citation, further full ones with their places, the works pointed at."""

    first: Said
    further: tuple[tuple[Said, int, int], ...] = ()
    shorts: tuple[Short, ...] = ()


def read_note(content: Any, start: int, language: str = "en") -> Reading:
    """Read a note's parsed content, which stands at `start`. Templates beside a citation ({{webarchive}}) tell of it."""
    text = _own_words(content, language)
    full: list[tuple[Any, Fields]] = []
    beside: list[tuple[int, str, Any]] = []
    pointed: list[tuple[str, Short]] = []
    links: list[Any] = []
    other = ""
    for node, role, name in inside(content, language):
        if role in ("full", "wikicite"):
            full.append((node, work(node, role, name, language)))
        elif role == "short":
            pointed += [(name, short) for short in shorts(node, name, language)]
        elif role == "link":
            links.append(node)
        elif role:
            beside.append((max(0, len(full) - 1), role, node))
        else:
            other = other or name
    if not full:
        full = [(None, _pointing(pointed) if pointed else _plain(content, links, text, language))]
    for number, role, node in beside:
        _add(full[number][1], role, node, language)
    first = full[0][1]
    first["text"] = text
    if not any(char.isalnum() for char in text) and not any(first.get(field) for field in ("template", "url", "title")):
        first["template"] = other
    return Reading(first, _placed(full[1:], content, start), tuple(short for _, short in pointed))


def _plain(content: Any, links: list[Any], text: str, language: str) -> Fields:
    """A note in plain text: a source, with the anchor that it would have, or a short note's names, year and pages."""
    read = plain_fields(content, links, text, language)
    if read["title"] or read["url"]:
        return {**read, "anchor": plain_anchor(read)}
    return {**read, **by_name(text, language)}


def _own_words(content: Any, language: str) -> str:
    """What a note shows beside its citation templates."""
    rest = [node for node in content.nodes if not _says_nothing(node, language)]
    return shown_nodes(rest) if rest else ""


def _says_nothing(node: Any, language: str) -> bool:
    """Whether a node is a citation's template or a bare address."""
    if isinstance(node, Template):
        return bool(template(node, language)[0])
    return isinstance(node, ExternalLink) and node.title is None


def _placed(further: list[tuple[Any, Fields]], content: Any, start: int) -> tuple[tuple[Fields, int, int], ...]:
    """Further citations of a note with the places of their templates."""
    if not further:
        return ()
    place = {id(node): at for node, at in places(content, start)}
    return tuple((fields, place[id(node)], place[id(node)] + len(str(node))) for node, fields in further)


def work(node: Any, role: str, name: str, language: str = "en") -> Fields:
    """The fields of one full citation; of {{wikicite}} those of the plain text in it."""
    if role == "full":
        return {"template": name, **fields(node, name, language)}
    given = Given(node, language)
    value = given.value("reference") or given.value("1")
    links = [node for node, role, _ in inside(value, language) if role == "link"] if value is not None else []
    out = plain_fields(value, links, shown(value), language) if value is not None else {}
    return {**out, "template": name, "anchor": own_anchor(given)}


def _pointing(pointed: list[tuple[str, Short]]) -> Fields:
    """A short note's own words: names, year, pages of the first work that it points at."""
    name, short = pointed[0]
    year = anchor_year(short.year)
    return {"template": name, "authors": short.names, "published": as_edtf(year), "pages": short.pages}


def _add(out: Fields, role: str, node: Any, language: str) -> None:
    """What {{webarchive}}, {{dead link}}, {{in lang}}, {{URL}} or an identifier's template says of the citation before it."""
    if role == "archive":
        _archive(out, Given(node, language))
    elif role == "dead":
        out["url_status"] = out.get("url_status") or "dead"
    elif role == "language":
        given = Given(node, language)
        codes = [code for name in given.names() for code in language_codes(given.shown(name), language)]
        out["language"] = out.get("language") or ", ".join(codes)
    elif role in ("url", "bare"):
        out["url"] = out.get("url") or made(node, language)
    elif role == "identifier":
        by_field, others = from_templates([node], language)
        out.update({field: value for field, value in by_field.items() if not out.get(field)})
        out["ids"] = (*out.get("ids", ()), *others)


def _archive(out: Fields, given: Given) -> None:
    """{{webarchive|url=|date=|title=}}: the archived copy; where the note gives no address, the one that was archived."""
    url = address(given.value("url") or given.value("1"))
    if not url or (out.get("archive_url") and out["archive_url"] != out.get("url")):
        return
    original, day = identifiers.archived_from(url)
    out["archive_url"] = url
    out["archived"] = as_edtf(given.shown("date"), day=True) or day
    if not out.get("url"):
        out["url"], out["url_status"] = original or url, "dead"
    out["title"] = out.get("title") or _title(given)


def _title(given: Given) -> str:
    title = given.shown("title")
    return "" if title.lower() in words(given.language).NO_TITLE else title
