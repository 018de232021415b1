"""What nodes show: extension tags by name, templates by the table in `lang`, references through `Notes`.

MediaWiki expands a template's arguments before the template, so the marks within a note count before its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from extractor.records import Finding
from extractor.wikitext import dates, templates
from extractor.wikitext.citations import names
from extractor.wikitext.limits import MAX_FINDINGS, Limits
from extractor.wikitext.notes import LIST_ATTRIBUTES, REF_ATTRIBUTES, Definition, Event, Notes, attributes
from extractor.wikitext.pieces import APART, Piece, Stretch, Walker
from extractor.wikitext.preprocess import Node, Preprocessor
from extractor.wikitext.regions import Region
from extractor.wikitext.templates import Rule

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
CITED = r"(?:last|first|author)\d?|date|year|title|website|work|newspaper|journal|magazine|encyclopedia|publisher"
WORKS = ("website", "work", "newspaper", "journal", "magazine", "encyclopedia", "publisher")
QUOTED = re.compile(r"""^(?:["'](.*)["'])$""", re.DOTALL)


class Value(NamedTuple):
    """A template's argument: its name ("1", "2", … where positional), where its value stands, the nodes in it."""

    name: str
    start: int
    end: int
    nodes: list[Node]


class Reader:
    """Reads one page: `walker` walks its regions and asks `show` what a node shows."""

    def __init__(self, text: str, notes: Notes, language: str = "en") -> None:
        """`text` is the source, `notes` keeps its references."""
        self.text, self.notes, self.language = text, notes, language
        self.limits = Limits()
        self.walker = Walker(self.show, self.limits)
        self._rules: dict[str, Callable[[Rule, list[Value], Node], Iterable[Piece]]] = {
            "note": self._note, "short": self._short, "reuse": self._reuse, "notes": self._list, "date": self._date, "age": self._date,
            "number": self._date, "fixed": self._fixed, "word": self._word, "flag": self._linked, "link": self._linked, "show": self._shown,
            "list": self._shown, "before": self._before, "spouse": self._spouse, "harvard": self._harvard, "cite": self._cite,
            "quote": self._quote, "captions": self._captions, "uncited": self._uncited, "infobox": self._whole, "aside": self._whole,
            "hidden": self._hidden, "if": self._if,
        }  # fmt: skip

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
        for part in parts[1:]:
            if part.equals < 0:
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
        return self._rules[rule.what](rule, values, node)

    def _is_work(self, name: str, values: list[Value]) -> bool:
        """Whether a template cites a work in full: by its name, or since a |ref= gives it an anchor ({{harvid|…}})."""
        if names.role(name, self.language)[0] in ("full", "wikicite"):
            return True
        ref = next((value for value in values if value.name == "ref"), None)
        inner = [self.call(node)[0] for node in ref.nodes if node.kind == "template"] if ref else []
        return any(names.role(name, self.language)[0] == "refid" for name in inner)

    def _whole(self, rule: Rule, _values: list[Value], node: Node) -> Iterable[Piece]:
        return (Piece(rule.what, rule.how, node.start, node.end, node),)

    def _fixed(self, rule: Rule, _values: list[Value], node: Node) -> Iterable[Piece]:
        return (Piece("shown", rule.how, node.start, node.end),)

    def _word(self, rule: Rule, values: list[Value], node: Node) -> Iterable[Piece]:
        given = [value for value in values if value.name == "1"]
        return self._shown(Rule("show", "1"), given, node) if given else self._fixed(rule, values, node)

    def _uncited(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """A reader's doubt: what it wraps ({{citation needed span}}) is shown, and the doubt noted after it."""
        if rule.how:
            yield from self._shown(rule, values, node)
        self.notes.findings.append(
            Finding(
                "uncited", f"{self.text[node.start : node.end][:60]} doubts what stands before it", node.start, node.end
            )
        )
        yield Piece("uncited", "", node.start, node.end)

    def _hidden(self, _rule: Rule, values: list[Value], _node: Node) -> Iterator[Piece]:
        """Nothing to read, but what it is given may hold marks, pictures and tables; what is named comes last."""
        for value in sorted(values, key=lambda value: not value.name.isdecimal()):
            if value.nodes or self.text.find("[[", value.start, value.end) >= 0:
                yield from (piece for piece in self.value(value) if piece.kind == "mark" or piece.kind in APART)

    def _if(self, _rule: Rule, values: list[Value], _node: Node) -> Iterator[Piece]:
        by_name = {value.name: value for value in values}
        chosen = by_name.get("2" if self.words(by_name.get("1")) else "3")
        if chosen:
            yield from self.value(chosen)

    def _read(self, values: list[Value]) -> tuple[dict[str, str], list[Piece]]:
        """What arguments say in words, and the marks in them."""
        said, marks = {}, list[Piece]()
        for value in values:
            if not value.nodes and "[[" not in self.text[value.start : value.end]:
                said[value.name] = html.unescape(self.words(value)).replace("\xa0", " ")
                continue
            pieces = list(self.value(value))
            marks += [piece for piece in pieces if piece.kind == "mark"]
            said[value.name] = "".join(piece.text for piece in pieces if piece.kind in ("text", "shown")).strip()
        return said, marks

    def _date(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """A date, an age or a number made of its arguments."""
        said, marks = self._read(values)
        if rule.what == "date":
            shown = dates.shown(rule.how, said, self.language)
        else:
            shown = dates.age(rule.how, said) if rule.what == "age" else _number(said.get("1", ""))
        yield Piece("shown", shown, node.start, node.end)
        yield from marks

    def _before(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        yield Piece("shown", f"{rule.how} ", node.start, node.start)
        yield from self._shown(Rule("show", "1"), values, node)

    def _spouse(self, _rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """{{marriage|Bob|1930|1940}}: Bob (1930–1940)."""
        said, marks = self._read([value for value in values if value.name in ("2", "3")])
        yield from self._shown(Rule("show", "1"), [value for value in values if value.name == "1"], node)
        years = "–".join(filter(None, said.values()))
        yield Piece("shown", f" ({years})" if years else "", node.start, node.end)
        yield from marks

    def _harvard(self, _rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        said, marks = self._read(values)
        names = [said[key] for key in ("1", "2", "3", "4", "5") if said.get(key)]
        yield Piece("shown", " ".join(filter(None, (" & ".join(names[:-1]), *names[-1:]))), node.start, node.end)
        yield from marks

    def _cite(self, _rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """A full citation that stands in the text: authors (date). title. work."""
        said, marks = self._read([value for value in values if re.fullmatch(CITED, value.name)])
        authors = []
        for number in ["", *map(str, range(1, 10))]:
            last = said.get(f"last{number}") or said.get(f"author{number}")
            authors.append(", ".join(filter(None, (last, said.get(f"first{number}") if last else ""))))
        when = said.get("date") or said.get("year") or ""
        head = " ".join(filter(None, ("; ".join(filter(None, authors)), f"({when})" if when else "")))
        work = next((said[name] for name in WORKS if said.get(name)), "")
        yield Piece(
            "shown",
            " ".join(f"{part.rstrip('.')}." for part in (head, said.get("title", ""), work) if part),
            node.start,
            node.end,
        )
        yield from marks

    def _quote(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        yield Piece("line", "blockquote", node.start, node.start)
        yield from self._shown(rule, values, node)
        yield Piece("line", "", node.end, node.end)

    def _captions(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """Captions of pictures that a template shows; the marks in its other arguments count."""
        names = re.compile("|".join(name.replace("#", r"\d*") for name in rule.how.split()))
        for value in values:
            if names.fullmatch(value.name):
                region = Region(self.text, value.start, value.end, value.nodes)
                yield Piece("caption", "", value.start, value.end, Stretch(region, 0, value.end - value.start))
            else:
                yield from self._hidden(rule, [value], node)

    def _linked(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """A template that stands for a link: its first argument is target and (unless another is named) words."""
        by_name = {value.name: value for value in values}
        if rule.how == "itself":
            target = self.text[node.parts[0].start : node.parts[0].end].strip()[:3]
        else:
            target = self.words(by_name.get("1"))
        if not target:
            return
        shown = next((key for key in rule.how.split() if self.words(by_name.get(key))), "")
        title = templates.flag_title(target, self.language) if rule.what == "flag" else target
        yield Piece(rule.what, "", node.start, node.start, title)
        if shown:
            yield from self.value(by_name[shown])
        else:
            yield Piece("shown", title, node.start, node.end)
        yield Piece("endlink", "", node.end, node.end)
        yield from self._hidden(rule, [value for value in values if value.name != shown], node)

    def _shown(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """The arguments that `how` names, in that order, then the marks in the others."""
        positional = [value for value in values if value.name.isdecimal()]
        if rule.how == "last":
            wanted = positional[-1:]
        else:
            by_name = {value.name: value for value in values}
            names = rule.how.replace("*", " ".join(value.name for value in positional)).split()
            wanted = [by_name[name] for name in names if name in by_name]
        if rule.what == "quote":
            wanted = wanted[:1]
        for number, value in enumerate(wanted):
            if rule.what == "list":
                yield Piece("line", "item", value.start, value.start)
            elif number:
                yield Piece("shown", " ", value.start - 1, value.start)
            yield from self.value(self._trimmed(value))
        if rule.what == "list":
            yield Piece("line", "", node.end, node.end)
        yield from self._hidden(rule, [value for value in values if value not in wanted], node)

    def _trimmed(self, value: Value) -> Value:
        """The value less the white space round it, unless it begins a list or table."""
        text = self.text[value.start : value.end]
        inner = text.strip()
        if not inner or inner[0] in "*#:;{<|":
            return value
        start = value.start + len(text) - len(text.lstrip())
        return value._replace(start=start, end=start + len(inner))

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


def _number(text: str) -> str:
    """A number with its thousands parted by commas; other words as they are."""
    match = re.fullmatch(r"([-−]?)(\d{4,})(\.\d+)?", text)
    return f"{match[1]}{int(match[2]):,}{match[3] or ''}" if match else text


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
