"""What templates show, by their use in the table: words, links, dates, lists, quotations, captions, citations in the text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from extractor.records import Finding
from extractor.wikitext import dates, templates
from extractor.wikitext.pieces import APART, Piece, Stretch
from extractor.wikitext.preprocess import Node
from extractor.wikitext.regions import Region
from extractor.wikitext.templates import Rule, Value

CITED = r"(?:last|first|author)\d?|date|year|title|website|work|newspaper|journal|magazine|encyclopedia|publisher"
WORKS = ("website", "work", "newspaper", "journal", "magazine", "encyclopedia", "publisher")


class Shown:
    """Knows what each use of a template gives to read."""

    def __init__(
        self,
        text: str,
        value: Callable[[Value], Iterator[Piece]],
        words: Callable[[Value | None], str],
        findings: list[Finding],
        language: str,
    ) -> None:
        """`value` gives an argument's pieces, `words` its source; doubts are added to `findings`."""
        self._text, self._value, self._words, self._findings, self._language = text, value, words, findings, language
        self._rules: dict[str, Callable[[Rule, list[Value], Node], Iterable[Piece]]] = {
            "date": self._date, "age": self._date,
            "number": self._date, "fixed": self._fixed, "line": self._line, "word": self._word, "flag": self._linked, "link": self._linked, "show": self._shown,
            "list": self._shown, "before": self._before, "spouse": self._spouse, "harvard": self._harvard, "cite": self._cite,
            "quote": self._quote, "captions": self._captions, "uncited": self._uncited, "infobox": self._whole, "aside": self._whole,
            "hidden": self._hidden, "if": self._if,
        }  # fmt: skip

    def pieces(self, rule: Rule, values: list[Value], node: Node) -> Iterable[Piece]:
        """What the template at `node` shows, used as `rule` says, given `values`."""
        return self._rules[rule.what](rule, values, node)

    def _whole(self, rule: Rule, _values: list[Value], node: Node) -> Iterable[Piece]:
        return (Piece(rule.what, rule.how, node.start, node.end, node),)

    def _fixed(self, rule: Rule, _values: list[Value], node: Node) -> Iterable[Piece]:
        return (Piece("shown", rule.how, node.start, node.end),)

    def _line(self, _rule: Rule, _values: list[Value], node: Node) -> Iterable[Piece]:
        return (Piece("line", "br", node.start, node.start),)

    def _word(self, rule: Rule, values: list[Value], node: Node) -> Iterable[Piece]:
        given = [value for value in values if value.name == "1"]
        return self._shown(Rule("show", "1"), given, node) if given else self._fixed(rule, values, node)

    def _uncited(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """A reader's doubt: what it wraps ({{citation needed span}}) is shown, and the doubt noted after it."""
        if rule.how:
            yield from self._shown(rule, values, node)
        self._findings.append(
            Finding(
                "uncited",
                f"{self._text[node.start : node.end][:60]} doubts what stands before it",
                node.start,
                node.end,
            )
        )
        yield Piece("uncited", "", node.start, node.end)

    def _hidden(self, _rule: Rule, values: list[Value], _node: Node) -> Iterator[Piece]:
        """Nothing to read, but what it is given may hold marks, pictures and tables; what is named comes last."""
        for value in sorted(values, key=lambda value: not value.name.isdecimal()):
            if value.nodes or self._text.find("[[", value.start, value.end) >= 0:
                yield from (piece for piece in self._value(value) if piece.kind == "mark" or piece.kind in APART)

    def _if(self, _rule: Rule, values: list[Value], _node: Node) -> Iterator[Piece]:
        by_name = {value.name: value for value in values}
        chosen = by_name.get("2" if self._words(by_name.get("1")) else "3")
        if chosen:
            yield from self._value(chosen)

    def _read(self, values: list[Value]) -> tuple[dict[str, str], list[Piece]]:
        """What arguments say in words, and the marks in them."""
        said, marks = {}, list[Piece]()
        for value in values:
            if not value.nodes and "[[" not in self._text[value.start : value.end]:
                said[value.name] = html.unescape(self._words(value)).replace("\xa0", " ")
                continue
            pieces = list(self._value(value))
            marks += [piece for piece in pieces if piece.kind == "mark"]
            said[value.name] = "".join(piece.text for piece in pieces if piece.kind in ("text", "shown")).strip()
        return said, marks

    def _date(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """A date, an age or a number made of its arguments."""
        said, marks = self._read(values)
        if rule.what == "date":
            shown = dates.shown(rule.how, said, self._language)
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
                region = Region(self._text, value.start, value.end, value.nodes)
                yield Piece("caption", "", value.start, value.end, Stretch(region, 0, value.end - value.start))
            else:
                yield from self._hidden(rule, [value], node)

    def _linked(self, rule: Rule, values: list[Value], node: Node) -> Iterator[Piece]:
        """A template that stands for a link: its first argument is target and (unless another is named) words."""
        by_name = {value.name: value for value in values}
        if rule.how == "itself":
            target = self._text[node.parts[0].start : node.parts[0].end].strip()[:3]
        else:
            target = self._words(by_name.get("1"))
        if not target:
            return
        shown = next((key for key in rule.how.split() if self._words(by_name.get(key))), "")
        title = templates.flag_title(target, self._language) if rule.what == "flag" else target
        yield Piece(rule.what, "", node.start, node.start, title)
        if shown:
            yield from self._value(by_name[shown])
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
            yield from self._value(self._trimmed(value))
        if rule.what == "list":
            yield Piece("line", "", node.end, node.end)
        yield from self._hidden(rule, [value for value in values if value not in wanted], node)

    def _trimmed(self, value: Value) -> Value:
        """The value less the white space round it, unless it begins a list or table."""
        text = self._text[value.start : value.end]
        inner = text.strip()
        if not inner or inner[0] in "*#:;{<|":
            return value
        start = value.start + len(text) - len(text.lstrip())
        return value._replace(start=start, end=start + len(inner))


def _number(text: str) -> str:
    """A number with its thousands parted by commas; other words as they are."""
    match = re.fullmatch(r"([-−]?)(\d{4,})(\.\d+)?", text)
    return f"{match[1]}{int(match[2]):,}{match[3] or ''}" if match else text
