"""The walk: parsed wikitext → a flat run of pieces, each with the place in the wikitext that it came from.

mwparserfromhell's nodes know no offsets, but their strings laid end to end are the source; so a walk that counts as it
goes knows every place. What a template shows is said in `templates`; what stands in tables, captions and infoboxes is
handed on whole, as a piece that `blocks` opens.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from mwparserfromhell.nodes import ExternalLink, Heading, HTMLEntity, Tag, Template, Text, Wikilink

from extractor.wikitext import templates
from extractor.wikitext.citations import names
from extractor.wikitext.notes import Notes

QUOTES = re.compile(r"'{2,}")
MAGIC = re.compile(r"__[A-Z]{3,}__")
FILE = re.compile(r"(?i)^\s*:?\s*(?:file|image|media)\s*:")
APART = re.compile(r"(?i)^\s*(?:category|wikipedia|template|help|portal|[a-z]{2,3})\s*:")
SHOWN_LINE = frozenset({"br", "p", "div", "center", "li", "dd", "dt", "ul", "ol", "dl", "hr", "tr", "blockquote"})
HIDDEN = frozenset(
    {
        "math",
        "score",
        "timeline",
        "syntaxhighlight",
        "source",
        "imagemap",
        "graph",
        "style",
        "templatestyles",
        "mapframe",
    }
)


class Piece(NamedTuple):
    """kind text: `text` stands letter by letter at start; shown: `text` is what start..end shows; else a signal.

    Signals: link/flag with `data` the target and `text` unused, closed by endlink; mark (`data` its index in the notes);
    uncited; line (a line break); heading, table, file, infobox, gallery, aside with `data` the node.
    """

    kind: str
    text: str
    start: int
    end: int
    data: Any = None


def contents_start(tag: Tag, start: int, source: str) -> int:
    """Where a tag's contents begin, given where the tag does."""
    closing = 0
    if not tag.self_closing and not tag.implicit:
        if tag.wiki_markup:
            closing = len(str(tag.closing_wiki_markup or ""))
        else:
            closing = len(f"</{tag.closing_tag}>")
    return start + len(source) - closing - len(str(tag.contents))


def cut(nodes: Any, start: int, separator: str) -> list[list[tuple[Any, int]]]:
    """Nodes with their places, cut at each `separator` that stands in plain text between them."""
    parts: list[list[tuple[Any, int]]] = [[]]
    at = start
    for node in nodes.nodes:
        source = str(node)
        if isinstance(node, Text):
            position = at
            for number, piece in enumerate(source.split(separator)):
                if number:
                    parts.append([])
                    position += len(separator)
                if piece:
                    parts[-1].append((Text(piece), position))
                position += len(piece)
        else:
            parts[-1].append((node, at))
        at += len(source)
    return parts


def walk(nodes: Any, start: int, notes: Notes) -> Iterator[Piece]:
    """Pieces of `nodes` (a Wikicode or a list of nodes), the first of which stands at `start`."""
    at = start
    for node in nodes.nodes if hasattr(nodes, "nodes") else nodes:
        source = str(node)
        end = at + len(source)
        if isinstance(node, Text):
            yield from _text(source, at)
        elif isinstance(node, HTMLEntity):
            yield _entity(source, at)
        elif isinstance(node, Wikilink):
            yield from _wikilink(node, source, at, notes)
        elif isinstance(node, Template):
            yield from _template(node, source, at, notes)
        elif isinstance(node, Tag):
            yield from _tag(node, source, at, notes)
        elif isinstance(node, Heading):
            yield Piece("heading", source, at, end, node)
        elif isinstance(node, ExternalLink) and node.title is not None:
            yield from walk(node.title, end - (1 if node.brackets else 0) - len(str(node.title)), notes)
        # comments and arguments ({{{1}}}) show nothing on an article's page
        at = end


def _text(source: str, at: int) -> Iterator[Piece]:
    """Plain text less the apostrophes of bold and italics and the magic words; offsets kept."""
    position = 0
    for match in sorted([*QUOTES.finditer(source), *MAGIC.finditer(source)], key=lambda match: match.start()):
        length = match.end() - match.start()
        kept = {4: 1}.get(length, max(0, length - 5)) if match.group()[0] == "'" else 0
        if match.start() + kept > position:
            yield Piece("text", source[position : match.start() + kept], at + position, at + match.start() + kept)
        position = match.end()
    if position < len(source):
        yield Piece("text", source[position:], at + position, at + len(source))


def _entity(source: str, at: int) -> Piece:
    shown = html.unescape(source).replace("\xa0", " ")
    return Piece("shown", shown if shown.isprintable() else " ", at, at + len(source))


def _wikilink(node: Wikilink, source: str, at: int, notes: Notes) -> Iterator[Piece]:
    title = str(node.title)
    if FILE.match(title) and not title.strip().startswith(":"):
        yield Piece("file", source, at, at + len(source), node)
        return
    if APART.match(title) and not title.strip().startswith(":"):
        return
    yield Piece("link", "", at, at, title.strip().lstrip(":").split("#")[0].replace("_", " ").strip())
    if node.text is not None:
        yield from walk(node.text, at + len(source) - 2 - len(str(node.text)), notes)
    else:
        yield from _text(title, at + 2)
    yield Piece("endlink", "", at + len(source), at + len(source))


def parameters(node: Template, at: int) -> list[tuple[str, Any, int]]:
    """A template's parameters as (name, value, place of the value); positional ones are named "1", "2", …"""
    out = []
    position = at + 2 + len(str(node.name))
    for param in node.params:
        whole = str(param)
        value_start = position + 1 + (len(str(param.name)) + 1 if param.showkey else 0)
        out.append((str(param.name).strip(), param.value, value_start))
        position += 1 + len(whole)
    return out


def _template(node: Template, source: str, at: int, notes: Notes) -> Iterator[Piece]:
    name = templates.canonical(str(node.name))
    rule, end = templates.rule(name), at + len(source)
    given = parameters(node, at)
    if rule.what == "note":
        yield from _marks(notes.template(rule.how, given, node, at, end))
    elif rule.what == "notes":
        for param, value, place in given:
            if param == "refs":
                notes.define_all(value, place)
    elif rule.what == "date":
        shown = templates.date_text(name, [(key, str(value).strip()) for key, value, _ in given])
        yield Piece("shown", shown, at, end) if shown else Piece("shown", "", at, end)
    elif rule.what == "fixed":
        yield Piece("shown", rule.how, at, end)
    elif rule.what in ("flag", "link"):
        yield from _linked(rule, given, at, end, notes)
    elif rule.what == "show":
        yield from _show(rule.how, given, notes, end)
    elif rule.what == "uncited":
        yield Piece("uncited", "", at, end)
    elif rule.what in ("infobox", "aside"):
        yield Piece(rule.what, source, at, end, node)
    else:
        if names.template(node)[0] in ("full", "wikicite"):
            notes.works.append((node, at, end))
        yield from (piece for _, value, place in given for piece in walk(value, place, notes) if piece.kind == "mark")


def _linked(
    rule: templates.Rule, given: list[tuple[str, Any, int]], at: int, end: int, notes: Notes
) -> Iterator[Piece]:
    """A template that stands for a link: its first argument is target and (unless another is named) words."""
    by_name = {key: (value, place) for key, value, place in given}
    if "1" not in by_name:
        return
    target = templates.flag_title(str(by_name["1"][0]).strip()) if rule.what == "flag" else str(by_name["1"][0]).strip()
    shown = next((key for key in rule.how.split() if key in by_name), "")
    yield Piece(rule.what, "", at, at, target)
    if shown:
        yield from walk(by_name[shown][0], by_name[shown][1], notes)
    yield Piece("endlink", "", end, end)


def _show(how: str, given: list[tuple[str, Any, int]], notes: Notes, end: int) -> Iterator[Piece]:
    """The arguments named by `how` ("1", "1 2", "*" for all positional, "+" for all, a line each, "last")."""
    if how in ("*", "+"):
        wanted = [item for item in given if item[0].isdigit()]
    elif how == "last":
        wanted = [item for item in given if item[0].isdigit()][-1:]
    else:
        wanted = [item for name in how.split() for item in given if item[0] == name]
    for number, (_, value, place) in enumerate(wanted):
        if how == "+":
            yield Piece("line", "", place, place)
        elif number:
            yield Piece("shown", " ", place - 1, place)
        yield from walk(value, place, notes)
    if how == "+":
        yield Piece("line", "", end, end)


def _marks(indexes: list[tuple[int, int, int]]) -> Iterator[Piece]:
    for index, start, end in indexes:
        yield Piece("mark", "", start, end, index)


def _tag(node: Tag, source: str, at: int, notes: Notes) -> Iterator[Piece]:
    name, end = str(node.tag).strip().lower(), at + len(source)
    if name == "ref":
        inner = contents_start(node, at, source) if node.contents is not None and not node.self_closing else end
        yield from _marks(notes.ref(node, inner, at, end))
    elif name == "references":
        if node.contents is not None:
            notes.define_all(node.contents, contents_start(node, at, source))
    elif name == "table":
        yield Piece("table", source, at, end, node)
    elif name == "gallery":
        yield Piece("gallery", source, at, end, node)
    elif name in ("nowiki", "pre") and node.contents is not None:
        yield from _verbatim(str(node.contents), contents_start(node, at, source))
    elif name in HIDDEN or name.startswith("ref"):
        return
    else:
        line = name in SHOWN_LINE and not node.wiki_markup
        if line:
            yield Piece("line", name, at, at)
        if node.wiki_markup and not node.contents:
            yield from _text(source, at)  # list markers and definition colons stay in the text for `blocks`
        elif node.contents is not None and not node.self_closing:
            yield from walk(node.contents, contents_start(node, at, source), notes)
        if line and name != "br":
            yield Piece("line", "", end, end)


def _verbatim(text: str, at: int) -> Iterator[Piece]:
    if text:
        yield Piece("text", text, at, at + len(text))
