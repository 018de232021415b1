"""How a citation's pieces read, and what stands inside a note, in order, with places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mwparserfromhell.nodes import ExternalLink, Tag, Template

from extractor.wikitext.builder import Builder
from extractor.wikitext.citations.names import template
from extractor.wikitext.notes import Notes
from extractor.wikitext.pieces import Piece, contents_start, parameters, walk

_MARKUP = re.compile(r"[\[{<&'_]|https?:")
_SPACES = re.compile(r"[\s\u200b]+")
_SIDE = re.compile(r"<!--.*?-->|</?nowiki\s*/?>", re.S)
_LINK = re.compile(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]")
_QUOTES = re.compile(r"'{2,}")
_UNREAD_TAGS = frozenset({"ref", "nowiki", "math", "pre", "syntaxhighlight"})


def shown(content: Any, start: int = 0) -> str:
    """What parsed wikitext shows, on one line."""
    source = str(content)
    if not _MARKUP.search(source):
        return _SPACES.sub(" ", source).strip()
    builder = Builder(Notes())
    for piece in walk(content, start, builder.notes):
        if piece.kind in ("text", "shown", "link", "flag", "endlink"):
            builder.add(piece)
        elif piece.kind == "line":
            builder.add(Piece("shown", " ", piece.start, piece.end))
    return _SPACES.sub(" ", builder.text).strip()


def bare(source: str) -> str:
    """Source without comments and nowiki tags, as addresses and names of anchors are read."""
    return _SIDE.sub("", source).strip() if "<" in source else source.strip()


def plain(source: str) -> str:
    """A short stretch of source without its links' brackets and its apostrophes: what can be had without parsing it."""
    return _SPACES.sub(" ", _QUOTES.sub("", _LINK.sub(r"\1", bare(source)))).strip()


def inside(content: Any, start: int, language: str = "en") -> Iterator[tuple[Any, int, str, str]]:
    """Every template in a note as (node, place, role, usual name), in order, roles as in `names`; and every external link.

    Looks into tags but <ref>, and into templates that play no role in citations.
    """
    at = start
    for node in content.nodes:
        if isinstance(node, Template):
            role, name = template(node, language)
            yield node, at, role, name
            if not role:
                for _, value, place in parameters(node, at):
                    yield from inside(value, place, language)
        elif isinstance(node, ExternalLink):
            yield node, at, "link", ""
        elif isinstance(node, Tag) and node.contents is not None and str(node.tag).lower() not in _UNREAD_TAGS:
            yield from inside(node.contents, contents_start(node, at, str(node)), language)
        at += len(str(node))
