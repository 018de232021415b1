"""Notes without a citation template: what an external link, quotes, italics and the words around them say of a source."""

from __future__ import annotations

import re
from typing import Any

from mwparserfromhell.nodes import ExternalLink

from extractor.lang import words
from extractor.timex import find
from extractor.wikitext.citations import identifiers
from extractor.wikitext.citations.shown import bare, plain, shown

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
_LONG = 600


def plain_fields(content: Any, text: str, language: str = "en") -> dict[str, Any]:
    """The fields of a note that is plain text with or without links; `text` is what it shows.

    The title is the link's words, else what stands in quotes, else in italics; italics beside a title are the work. A
    date is the publication's where it is the only one but the access date's.
    """
    w, source = words(language), bare(str(content))
    links = [node for node in content.filter_external_links() if str(node.url).strip()] if "//" in source else []
    out: dict[str, Any] = {}
    out["urls"] = tuple(
        dict.fromkeys(bare(str(node.url)) for node in links if not identifiers.is_archive(bare(str(node.url))))
    )
    archived = [bare(str(node.url)) for node in links if identifiers.is_archive(bare(str(node.url)))]
    out["url"] = next(iter(out["urls"]), archived[0] if archived else "")
    _archive(archived, out)
    _numbers(source, out)
    if not out["url"] and (len(text) > _LONG or not text):
        return out
    _words(links, source, out, w)
    if out["url"] or out["title"]:
        _dates(text, out, w)
        pages = _PAGES.search(text.replace(out["title"], " "))
        out["pages"] = pages[1] if pages else ""
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
    """Title and work from link, quotes and italics, in this order."""
    labels = [_label(node, w) for node in links]
    quoted = [next(filter(None, match.groups())) for match in _QUOTED.finditer(_without_links(source, links))]
    italics = [plain(match[1] or match[2]) for match in _ITALIC.finditer(_without_links(source, links))]
    candidates = [*filter(None, labels), *(plain(text) for text in quoted), *italics]
    out["title"] = next((text.strip(' ,.;“”"') for text in candidates if len(text.strip(' ,.;“”"')) > 2), "")
    out["work"] = next((text for text in italics if text.strip(" ,.") != out["title"] and out["title"] not in text), "")


def _label(node: ExternalLink, w: Any) -> str:
    """The words of a bracketed link, "" where they only say that it is a link."""
    text = shown(node.title).strip(" \"“”'") if node.title is not None else ""
    return "" if text.lower().strip("[]().") in w.NO_LINK_TITLES or text.startswith(("http://", "https://")) else text


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
        edtfs = {
            timex.edtf
            for timex in find(text).timexes
            if timex.derived == "explicit" and timex.precision in ("day", "month", "season", "year")
        }
        out["published"] = edtfs.pop() if len(edtfs) == 1 else ""
