"""What nodes show: extension tags by name, templates by the table in `lang`, references through `Notes`.

MediaWiki expands a template's arguments before the template, so the marks within a note count before its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.records import Finding
from extractor.wikitext import templates
from extractor.wikitext.citations import names
from extractor.wikitext.limits import MAX_FINDINGS, Limits
from extractor.wikitext.notes import LIST_ATTRIBUTES, REF_ATTRIBUTES, Definition, Event, Notes, attributes
from extractor.wikitext.pieces import Piece, Walker
from extractor.wikitext.preprocess import Node, Preprocessor
from extractor.wikitext.regions import Region
from extractor.wikitext.shown import Shown
from extractor.wikitext.templates import Rule, Value

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
QUOTED = re.compile(r"""^(?:["'](.*)["'])$""", re.DOTALL)


class Reader:
    """Reads one page: `walker` walks its regions and asks `show` what a node shows."""

    def __init__(self, text: str, notes: Notes, language: str = "en") -> None:
        """`text` is the source, `notes` keeps its references."""
        self.text, self.notes, self.language = text, notes, language
        self.limits = Limits()
        self.walker = Walker(self.show, self.limits)
        self._shown = Shown(text, self.value, self.words, notes.findings, language)
        self._references_by = {"note": self._note, "short": self._short, "reuse": self._reuse, "notes": self._list}

    def region(self, start: int, end: int) -> Region:
        """A stretch of source, preprocessed."""
        read = Preprocessor(self.text, start, end)
        if read.overfull is not None:
            self.limits.stop("too_many", "templates and tags beyond this place are not read", read.overfull)
        region = Region(self.text, start, end, read.root.nodes)
        places = [*read.unclosed, *((start + place, start + place + 2) for place in region.unclosed())]
        self.notes.findings += [
            Finding("unclosed", f"{self.text[low:high][:20]!r} is opened and never closed", low, high)
            for low, high in places[:MAX_FINDINGS]
        ]
        return region

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Pieces of a stretch of source."""
        region = self.region(start, end)
        return self.walker.walk(region, 0, end - start)

    def value(self, value: Value) -> Iterator[Piece]:
        """Pieces of an argument's value."""
        return self.walker.walk(Region(self.text, value.start, value.end, value.nodes), 0, value.end - value.start)

    def words(self, value: Value | None) -> str:
        """An argument's source, without comments and the spaces round it."""
        if value is None:
            return ""
        text = self.text[value.start : value.end]
        return (COMMENT.sub("", text) if "<!--" in text else text).strip()

    def show(self, node: Node) -> Iterable[Piece]:
        """What a node shows."""
        if node.kind == "template":
            return self._template(node)
        return self._tag(node) if node.kind == "tag" else ()

    # --- tags

    def _tag(self, node: Node) -> Iterable[Piece]:
        if node.name == "ref":
            return self._ref(node)
        if node.name == "references":
            return self._references(node)
        if node.inner < 0:
            return ()
        if node.name == "gallery":
            return (Piece("gallery", "", node.start, node.end, node),)
        if node.name in ("nowiki", "pre"):
            return (Piece("text", self.text[node.inner : node.inner_end], node.inner, node.inner_end),)
        return self._poem(node) if node.name == "poem" else ()

    def _poem(self, node: Node) -> Iterator[Piece]:
        """Lines kept as lines."""
        start = node.inner
        for line in self.text[node.inner : node.inner_end].split("\n"):
            yield Piece("line", "br", start, start)
            yield from self.pieces(start, start + len(line))
            start += len(line) + 1

    def _attributes(self, node: Node) -> dict[str, str]:
        stop = node.inner if node.inner >= 0 else node.end
        return attributes(self.text[node.start + 1 + len(node.name) : stop].rstrip(">").rstrip("/"))

    def _ref(self, node: Node) -> Iterable[Piece]:
        given = self._attributes(node)
        if not given.keys() <= REF_ATTRIBUTES:
            return ()
        if given.get("follow"):
            return ()
        event = self.notes.mark(self._definition(given, node.inner, node.inner_end, node), [])
        return (Piece("mark", "", event.start, event.end, event.note),) if event else ()

    def _definition(self, given: dict[str, str], inner: int, inner_end: int, node: Node) -> Definition:
        text = self.text[inner:inner_end] if inner >= 0 else ""
        return Definition(
            given.get("group", ""),
            given.get("name", ""),
            text if text.strip() else None,
            inner,
            inner_end,
            node.start,
            node.end,
            raw=node.kind == "tag",
        )

    def _references(self, node: Node) -> Iterable[Piece]:
        given = self._attributes(node)
        group = given.get("group", "")
        if node.inner >= 0:
            self._define(Preprocessor(self.text, node.inner, node.inner_end).root.nodes, group)
        if given.keys() <= LIST_ATTRIBUTES:
            self.notes.print(group, node.start, node.end)
        return ()

    def _define(self, nodes: list[Node], group: str) -> None:
        """Definitions without marks, in a list of notes."""
        for node in nodes:
            if node.kind == "tag" and node.name == "ref":
                given = self._attributes(node)
                self.notes.define(self._definition({"group": group, **given}, node.inner, node.inner_end, node), [])
            elif node.kind == "template":
                name, values = self.call(node)
                rule = templates.rule(name, self.language)
                if rule.what == "note":
                    self.notes.define(*self._noted(rule, {value.name: value for value in values}, node))

    # --- templates

    def call(self, node: Node) -> tuple[str, list[Value]]:
        """A template's name as the table writes it, and its arguments, the last of each name; parser functions likewise."""
        parts = node.parts
        name = templates.canonical(self.text[parts[0].start : parts[0].end])
        values: dict[str, Value] = {}
        count = 0
        head, colon, _ = name.partition(":")
        if colon and (head.startswith("#") or head in templates.FUNCTIONS):
            name, count = head, 1
            place = self.text.find(":", parts[0].start) + 1
            values["1"] = Value("1", place, parts[0].end, [inner for inner in parts[0].nodes if inner.start >= place])
        for number, part in enumerate(parts[1:]):
            # a parser function's arguments have no names, but for those of #invoke and the attributes of #tag
            if part.equals < 0 or (name.startswith("#") and name != "#invoke" and (name != "#tag" or number == 0)):
                count += 1
                key, start = str(count), part.start
            else:
                key, start = self.words(Value("", part.start, part.equals, [])), part.equals + 1
            values[key] = Value(key, start, part.end, [inner for inner in part.nodes if inner.start >= start])
        if name == "#invoke":
            return self._invoked(list(values.values()))
        return name, list(values.values())

    def _invoked(self, values: list[Value]) -> tuple[str, list[Value]]:
        """{{#invoke:cite|web|…}} is read as {{cite web|…}}, other modules as the template of their name."""
        by_name = {value.name: value for value in values}
        name = templates.canonical(self.words(by_name.get("1")))
        if name == "cite":
            name = f"cite {self.words(by_name.get('2'))}"
        rest = [value for value in values if value.name not in ("1", "2")]
        return name, [
            value._replace(name=str(int(value.name) - 2)) if value.name.isdecimal() else value for value in rest
        ]

    def _template(self, node: Node) -> Iterable[Piece]:
        name, values = self.call(node)
        rule = templates.rule(name, self.language)
        if self._is_work(name, values):
            self.notes.works.append((node.start, node.end))
        own = self._references_by.get(rule.what)
        return own(rule, values, node) if own else self._shown.pieces(rule, values, node)

    def _is_work(self, name: str, values: list[Value]) -> bool:
        """Whether a template cites a work in full: by its name, or since a |ref= gives it an anchor ({{harvid|…}})."""
        if names.role(name, self.language)[0] in ("full", "wikicite"):
            return True
        ref = next((value for value in values if value.name == "ref"), None)
        inner = [self.call(node)[0] for node in ref.nodes if node.kind == "template"] if ref else []
        return any(names.role(name, self.language)[0] == "refid" for name in inner)

    # --- templates that are references

    def _noted(self, rule: Rule, by_name: dict[str, Value], node: Node) -> tuple[Definition, list[Event]]:
        """Definition that a template like {{efn}} makes, with the marks within its text."""
        content = by_name.get(rule.how.split()[0])
        group = self._named(by_name, "group") or " ".join(rule.how.split()[1:])
        inner, inner_end = (content.start, content.end) if content else (-1, -1)
        before = len(self.notes.events)
        if content and content.nodes:
            for _ in self.value(content):
                pass
        events = self.notes.events[before:]
        del self.notes.events[before:]
        if content and not self.words(content):
            inner = inner_end = -1
        given = {"group": group, "name": self._named(by_name, "name")}
        return self._definition(given, inner, inner_end, node), events

    def _named(self, by_name: dict[str, Value], name: str) -> str:
        """An attribute given as an argument; MediaWiki takes one pair of quotes off."""
        text = self.words(by_name.get(name))
        match = QUOTED.match(text)
        return " ".join((match[1] if match else text).split())

    def _note(self, rule: Rule, values: list[Value], node: Node) -> Iterable[Piece]:
        by_name = {value.name: value for value in values}
        if rule.how == "2":
            if self.words(by_name.get("1")) != "ref":
                return self._tagged(by_name, values, node)
            if not by_name.keys() <= REF_ATTRIBUTES | {"1", "2"}:
                return ()
        event = self.notes.mark(*self._noted(rule, by_name, node))
        return (Piece("mark", "", event.start, event.end, event.note),) if event else ()

    def _tagged(self, by_name: dict[str, Value], values: list[Value], node: Node) -> Iterable[Piece]:
        """{{#tag:references}} is a list; other tags made this way show what they hold."""
        if self.words(by_name.get("1")) == "references":
            return self._list(
                Rule("notes"),
                [value._replace(name="refs") if value.name == "2" else value for value in values],
                node,
            )
        return self.value(by_name["2"]) if "2" in by_name else ()

    def _short(self, _rule: Rule, values: list[Value], node: Node) -> Iterable[Piece]:
        by_name = {value.name: self.words(value) for value in values}
        cited = [value for key, value in by_name.items() if key.isdecimal() or key[:1].isdecimal()]
        where = [by_name[key] for key in ("p", "page", "pp", "pages", "loc", "at") if key in by_name]
        given = Definition("", "FOOTNOTE" + "".join(cited + where), self.text[node.start : node.end], node.start, node.end, node.start, node.end)  # fmt: skip
        event = self.notes.mark(given, [])
        return (Piece("mark", "", event.start, event.end, event.note),) if event else ()

    def _reuse(self, _rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        by_name = {value.name: value for value in values}
        group = self._named(by_name, "group")
        for value in values:
            name = self._named(by_name, value.name) if value.name.isdecimal() else ""
            event = self.notes.mark(Definition(group, name, None, -1, -1, node.start, node.end), []) if name else None
            if event:
                yield Piece("mark", "", event.start, event.end, event.note)

    def _list(self, rule: Rule, values: list[Value], node: Node) -> Iterable[Piece]:
        by_name = {value.name: value for value in values}
        group = self._named(by_name, "group") or rule.how
        if "refs" in by_name:
            self._define(by_name["refs"].nodes, group)
        self.notes.print(group, node.start, node.end)
        return ()


def plain(text: str, language: str = "en") -> str:
    """Reading text of a piece of wikitext on one line, without marks."""
    if not re.search(r"['{}\[\]<>&_]|://", text):
        return " ".join(text.split())
    out = []
    for piece in Reader(text, Notes(), language).pieces(0, len(text)):
        if piece.kind in ("text", "shown"):
            out.append(piece.text)
        elif piece.kind == "line":
            out.append(" ")
    return " ".join("".join(out).split())
