"""Notes without a citation template: what an external link, quotes, italics and the words around them say of a source."""

from __future__ import annotations

import re
from typing import Any

from mwparserfromhell.nodes import ExternalLink

from extractor.lang import words
from extractor.timex import find
from extractor.wikitext.citations import identifiers
from extractor.wikitext.citations.shown import bare, link_address, plain, shown

_QUOTED = re.compile(
    r"[“„«]\s?([^”“„«»]{3,300}?)\s?[”»]|(?<![\w\"])\"([^\"]{3,300}?),?\"(?![\w\"])|''\s*[“\"]([^”\"]{3,300})[”\"]\s*''"
)
_ITALIC = re.compile(r"(?<!')''(?!')(.{2,300}?)(?<!')''(?!')|(?<!')'''''(.{2,300}?)'''''(?!')", re.S)
_PAGES = re.compile(
    r"(?<![\w.])(?:pp?\.?|pages?)\s?((?:[ivxlc]+|\d+)(?:\s?[–—-]\s?(?:[ivxlc]+|\d+))?(?:,\s\d+(?:[–-]\d+)?)*)(?!\w)",
    re.I,
)
_ISBN = re.compile(r"ISBN(?:-1[03])?:?\s?((?:97[89][-\s]?)?[0-9][-0-9\s]{8,15}[0-9X])")
_DOI = re.compile(r"(?i)(?:\bdoi:?\s?|doi\.org/)(10\.\d{4,9}/[^\s|\]}]+)")
_REF = re.compile(r"<ref\b[^>]*/>|<ref\b.*?</ref\s*>", re.S | re.I)
_YEAR_ENDS = re.compile(r"\s*(?:[.,;:)\]]|$)")
_LEAD = re.compile(r"^(?:see(?: also)?[:\s]+)?(.*?)[\s,:]*(?:\(\d|\b\d{4}|[\[“\"«„]|$)", re.I)
_EDITORS = re.compile(r",?\s*\(?\b[Ee]d(?:s|itors?)?\b\.?\)?[.,:]?$")
_LONG = 600


def plain_fields(content: Any, links: list[Any], text: str, language: str = "en") -> dict[str, Any]:
    """The fields of a note that is plain text with or without `links`; `text` is what it shows.

    The title is the link's words, else what stands in quotes, else in italics; italics beside a title are the work. A
    date is the publication's where it is the only one but the access date's. Who is named before all that is the author.
    """
    w, source = words(language), _REF.sub(" ", bare(str(content)))
    addresses = list(dict.fromkeys(filter(None, map(link_address, links))))
    archived = [url for url in addresses if identifiers.is_archive(url)]
    out: dict[str, Any] = {"urls": tuple(url for url in addresses if url not in archived), "title": ""}
    out["url"] = next(iter([*out["urls"], *archived]), "")
    _archive(archived, out)
    _numbers(source, out)
    if not out["url"] and (len(text) > _LONG or not text):
        return out
    _words(links, source, out, w)
    if out["url"] or out["title"]:
        _dates(text, out, w)
        pages = _PAGES.search(text.replace(out["title"], " "))
        out["pages"] = pages[1] if pages else ""
        out.update(people_before(text, out["title"], w))
    out["problems"] = () if not out["url"] or identifiers.is_url(out["url"]) else (f"url: {out['url']}",)
    return out


def _archive(archived: list[str], out: dict[str, Any]) -> None:
    if archived:
        original, day = identifiers.archived_from(archived[0])
        out["archive_url"], out["archived"] = archived[0], day
        if original and out["url"] == archived[0]:
            out["urls"] = (original,)


def _numbers(source: str, out: dict[str, Any]) -> None:
    for field, pattern, check in (("isbn", _ISBN, identifiers.isbn), ("doi", _DOI, identifiers.doi)):
        match = pattern.search(source)
        if match and check(match[1])[1]:
            out[field] = check(match[1])[0]


def _words(links: list[Any], source: str, out: dict[str, Any], w: Any) -> None:
    """Title from the links' words, quotes, italics, in this order; italics beside the first two are the work."""
    rest = _without_links(source, links)
    quoted = [next(filter(None, match.groups())) for match in _QUOTED.finditer(rest)]
    italics = [plain(match[1] or match[2]) for match in _ITALIC.finditer(rest)]
    given = [title for title in (*(_label(node, w) for node in links), *map(_trim, quoted)) if len(title) > 2]
    out["title"] = next(iter(given), "") or next((_trim(text) for text in italics if len(_trim(text)) > 2), "")
    if given:
        out["work"] = next(
            (_trim(text) for text in italics if _trim(text) != out["title"] and out["title"] not in text), ""
        )


def _trim(text: str) -> str:
    """A title without the quotes round it and the stop or comma after it; the stop of "D.C." stays."""
    text = plain(text).strip(' ,;“”"').rstrip(' ,;“”"')
    return text if re.search(r"\b[^\W\d_]\.(?:[^\W\d_]\.?)?$", text) else text.rstrip(".").strip(' ,;“”"')


def _label(node: ExternalLink, w: Any) -> str:
    """The words of a bracketed link, "" where they only say that it is a link."""
    text = _trim(shown(node.title)) if node.title is not None else ""
    said = text.lower().strip("[]().")
    only = said in w.NO_LINK_TITLES or said.removeprefix("in ") in w.NO_LINK_TITLES or len(said) < 4
    return "" if only or text.startswith(("http://", "https://")) else text


def _without_links(source: str, links: list[Any]) -> str:
    for node in links:
        source = source.replace(str(node), " ")
    return re.sub(r"\{\{[^{}]*\}\}", " ", source)


def _dates(text: str, out: dict[str, Any], w: Any) -> None:
    """Access date behind its word; the publication's where one other date is left, "" where several are."""
    text = text.replace(out["title"], " ", 1)
    match = re.search(rf"(?i)\b(?:{'|'.join(w.ACCESS_WORDS)})(?:\s+(?:on|at|in))?[:,\s]*", text)
    if match:
        after = find(text[match.end() : match.end() + 40]).timexes
        if after and after[0].start < 3:
            out["accessed"] = after[0].edtf
            text = text[: match.start()] + text[match.end() + after[0].end :]
    if re.search(r"\d{4}", text):
        found = [timex for timex in find(text).timexes if timex.derived == "explicit"]
        edtfs = {timex.edtf for timex in found if _is_date(timex.precision, text[timex.end :])}
        out["published"] = edtfs.pop() if len(edtfs) == 1 else ""


def _is_date(precision: str, after: str) -> bool:
    """A day, month or season is a date; a year only where the phrase ends with it, not in "2015 Press Freedom Report"."""
    return precision in ("day", "month", "season") or (precision == "year" and bool(_YEAR_ENDS.match(after)))


def people_before(text: str, title: str, w: Any) -> dict[str, tuple[str, ...]]:
    """The authors (or, with "eds.", editors) named before title and year, if all that stands there is people's names."""
    lead = _LEAD.match(text.split(title)[0] if title else text)
    named, editors = _EDITORS.subn("", lead[1].strip(" ,:;")) if lead else ("", 0)
    parts = [part for part in re.split(r"\s*;\s*|,?\s+(?:and|&)\s+", named) if part]
    parts = [re.sub(r"(?<=\w\w)\.$", "", name.strip(" ,:")) for part in parts for name in _by_commas(part)]
    people = tuple(parts) if parts and all(_is_person(part, w) for part in parts) else ()
    return {"editors" if editors else "authors": people}


def _by_commas(names: str) -> list[str]:
    """ "Anna Ross, Ben B. Dey" are two people, "Ross, Anna" is one: only where each part has two words."""
    parts = [part.strip() for part in names.split(",")]
    return parts if all(len(part.split()) > 1 and len(part.split()[-1].strip(".")) > 1 for part in parts) else [names]


def _is_person(name: str, w: Any) -> bool:
    """ "Ross, A. B." or "Anna B. Ross": two to four words with capitals, particles aside, none of which names a body."""
    last, comma, first = name.partition(",")
    parts = name.replace(",", " ").split()
    if not 2 <= len(parts) <= 5 or (comma and ("," in first or not first.strip() or not last.strip())):
        return False
    capital = all(part[0].isupper() or part.lower() in w.NAME_PARTICLES for part in parts)
    return capital and not any(
        part.lower().strip(".") in w.BODY_WORDS or part[0].isdigit() or part.endswith(("'s", "’s")) for part in parts
    )
