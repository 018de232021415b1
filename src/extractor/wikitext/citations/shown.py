"""How a citation's pieces read, and what stands inside a note, in order, with places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mwparserfromhell.nodes import ExternalLink, Tag, Template, Text

from extractor.wikitext.citations.names import template
from extractor.wikitext.reader import plain as plain_text

_MARKUP = re.compile(r"[\[{<&_]|''|//")
_SPACES = re.compile(r"[\s\u200b]+")
_SIDE = re.compile(r"<!--.*?-->|</?nowiki\s*/?>", re.S)
_LINK = re.compile(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]")
_QUOTES = re.compile(r"'{2,}")
_UNREAD_TAGS = frozenset({"ref", "nowiki", "math", "pre", "syntaxhighlight"})


def source(content: Any) -> str:
    """The wikitext of parsed wikitext; quick where it is one stretch of text, as most values are."""
    nodes = list(content.nodes)
    return str(nodes[0].value) if len(nodes) == 1 and type(nodes[0]) is Text else "".join(map(str, nodes))


def shown(content: Any) -> str:
    """What parsed wikitext shows, on one line."""
    text = source(content)
    return shown_nodes(content.nodes) if _MARKUP.search(text) else _SPACES.sub(" ", text).strip()


def shown_nodes(nodes: list[Any]) -> str:
    """What a run of nodes shows, on one line."""
    return plain_text("".join(map(str, nodes)))


def bare(text: str) -> str:
    """Wikitext without comments and nowiki tags, as addresses and names of anchors are read."""
    return _SIDE.sub("", text).strip() if "<" in text else text.strip()


def link_address(node: ExternalLink) -> str:
    """The address of an external link; a template that stands right behind it ({{dead link}}) is no part of it."""
    return bare(source(node.url).split("{{")[0])


def plain(text: str) -> str:
    """A short stretch of wikitext without its links' brackets and its apostrophes: what can be had without parsing it."""
    return _SPACES.sub(" ", _QUOTES.sub("", _LINK.sub(r"\1", bare(text)))).strip()


def inside(content: Any, language: str = "en") -> Iterator[tuple[Any, str, str]]:
    """Every template in a note as (node, role, usual name), in order, roles as in `names`; and every external link.

    Looks into tags but <ref>, and into templates that play no role in citations.
    """
    for node in content.nodes:
        if isinstance(node, Template):
            role, name = template(node, language)
            yield node, role, name
            if not role:
                for param in node.params:
                    yield from inside(param.value, language)
        elif isinstance(node, ExternalLink):
            yield node, "link", ""
            yield from inside(node.url, language)
        elif isinstance(node, Tag) and node.contents is not None and str(node.tag).lower() not in _UNREAD_TAGS:
            yield from inside(node.contents, language)


def places(content: Any, start: int) -> Iterator[tuple[Any, int]]:
    """Every template in a note with its place, given where the note's content begins."""
    at = start
    for node in content.nodes:
        if isinstance(node, Template):
            yield node, at
            for value, place in parameters(node, at):
                yield from places(value, place)
        elif isinstance(node, Tag) and node.contents is not None:
            yield from places(node.contents, contents_start(node, at))
        at += len(str(node))


def parameters(node: Template, at: int) -> Iterator[tuple[Any, int]]:
    """A template's values, each with its place, given the template's."""
    position = at + 2 + len(str(node.name))
    for param in node.params:
        yield param.value, position + 1 + (len(str(param.name)) + 1 if param.showkey else 0)
        position += 1 + len(str(param))


def contents_start(tag: Tag, start: int) -> int:
    """Where a tag's contents begin, given where the tag does."""
    closing = 0
    if not tag.self_closing and not tag.implicit:
        closing = len(str(tag.closing_wiki_markup or "")) if tag.wiki_markup else len(f"</{tag.closing_tag}>")
    return start + len(str(tag)) - closing - len(str(tag.contents))
