"""Reference marks and notes as MediaWiki's Cite extension numbers them: by first mark, one count for each group.

A note is known by its name within its group; without a name each is its own. Where a name is defined twice the first
definition holds. A list of notes ends its group: a mark after it begins a new count. What Cite refuses (a name of digits,
an unknown attribute, no content and no name, a <ref> within the content) leaves no mark. Short footnotes ({{sfn}}) are
named by what they say, so equal ones share a note. Rules read off MediaWiki 1.39's Cite and held by
`benchmarks/wikitext_vs_mediawiki.py`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import mwparserfromhell
from mwparserfromhell.wikicode import Wikicode

from extractor.records import Finding
from extractor.wikitext.limits import MAX_NOTE, MAX_NOTE_MARKUP

_ATTRIBUTE = re.compile(
    r"((?:[^\t\n\f\r />=]|=)[^\t\n\f\r />=]*)"
    r"(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^\t\n\f\r >]*)))?"
)
_NAME = re.compile(r"[:_\w][:_.\-\w]*")
_TAG = re.compile(r"<(\w+)[^>]*>|<!--.*?-->", re.S)
_REF = re.compile(r"(?i)<ref(?:erences)?\b[^>]*>")
REF_ATTRIBUTES = frozenset({"group", "name", "extends", "follow", "dir"})
LIST_ATTRIBUTES = frozenset({"group", "responsive"})


@dataclass(slots=True)
class Note:
    """A note in the making: its group and name, its number once marked, the wikitext that defines it and where that stands.

    `place`: the tag or template that defines it, else its first mark. `inner`: what its text holds of marks.
    """

    group: str
    name: str
    number: int = 0
    text: str | None = None
    start: int = -1
    end: int = -1
    place: tuple[int, int] = (-1, -1)
    inner: list[Event] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The key as MediaWiki renders it: "3", or with a group "note 1"."""
        return f"{self.group} {self.number}" if self.group else str(self.number)


def citable(text: str) -> Wikicode:
    """Wikitext parsed for the citations in it; nothing where it is too long or tangled to hold one."""
    small = len(text) <= MAX_NOTE and all(text.count(opening) <= most for opening, most in MAX_NOTE_MARKUP.items())
    return mwparserfromhell.parse(text if small else "", skip_style_tags=True)


class Event(NamedTuple):
    """A mark of a note (its place in `Notes.notes`) at [start, end), or (`note` -1) a list that prints the notes `printed`."""

    note: int
    start: int
    end: int
    printed: tuple[int, ...] = ()


class Definition(NamedTuple):
    """What a <ref> or a template like it says: `text` is None where it only marks; its content stands at [inner, inner_end)."""

    group: str
    name: str
    text: str | None
    inner: int
    inner_end: int
    start: int
    end: int
    raw: bool = False  # a tag's content, in which MediaWiki has not yet looked for tags


class Notes:
    """Gathers notes, marks and lists while the walk goes over the page."""

    def __init__(self) -> None:
        """Nothing is marked yet."""
        self.notes: list[Note] = []
        self.events: list[Event] = []
        self.findings: list[Finding] = []
        self.works: list[tuple[int, int]] = []  # places of full citations' templates, in notes too
        self._groups: dict[str, dict[str, int]] = {}
        self._counts: dict[str, int] = {}

    def key(self, index: int) -> str:
        """Rendered key of a note."""
        return self.notes[index].key

    def mark(self, given: Definition, inner: list[Event]) -> Event | None:
        """A mark, with the definition it may bring and the marks within that; None where Cite refuses it."""
        code, reason = _refused(given)
        if code:
            self._find(code, reason, given)
            return None
        group = self._groups.setdefault(given.group, {})
        index = group.get(given.name, -1) if given.name else -1
        if index < 0:
            index = len(self.notes)
            number = self._counts[given.group] = self._counts.get(given.group, 0) + 1
            self.notes.append(Note(given.group, given.name, number, place=(given.start, given.end)))
            group[given.name or f"\x00{index}"] = index
        self._write(self.notes[index], given, inner)
        event = Event(index, given.start, given.end)
        self.events.append(event)
        return event

    def define(self, given: Definition, inner: list[Event]) -> None:
        """A definition without a mark, in a list of notes: Cite takes it only where the name has been marked before."""
        index = self._groups.get(given.group, {}).get(given.name, -1) if given.name else -1
        if index < 0 or given.text is None:
            self._find("unused_note", f"the note {given.name!r} is defined in a list and never marked before it", given)
        else:
            self._write(self.notes[index], given, inner)

    def _write(self, note: Note, given: Definition, inner: list[Event]) -> None:
        if given.text is None:
            return
        if note.text is None:
            note.text, note.start, note.end, note.inner = given.text, given.inner, given.inner_end, inner
            note.place = (given.start, given.end)
        elif note.text != given.text:
            self._find("redefined_note", f"the note {given.name!r} is defined twice; the first holds", given)

    def print(self, group: str, start: int, end: int) -> None:
        """A list of a group's notes: prints them with the marks in them, and ends the group."""
        printed = self._groups.pop(group, {})
        self._counts.pop(group, None)
        self.events.append(Event(-1, start, end, tuple(printed.values())))

    def finish(self, end: int) -> None:
        """The page's end, where MediaWiki prints what notes of the unnamed group are left."""
        if self._groups.get(""):
            self.print("", end, end)

    def rendered(self) -> Iterator[Event]:
        """Marks in the order of the rendered page; those within notes where their list stands."""
        return self._flat(self.events)

    def ordered(self) -> list[Note]:
        """Notes in the order of their first marks on the rendered page."""
        first = dict.fromkeys([event.note for event in self.rendered()] + list(range(len(self.notes))))
        return [self.notes[index] for index in first]

    def _flat(self, events: list[Event]) -> Iterator[Event]:
        for event in events:
            if event.note >= 0:
                yield event
            for index in event.printed:
                yield from self._flat(self.notes[index].inner)

    def _find(self, code: str, message: str, given: Definition) -> None:
        self.findings.append(Finding(code, message, given.start, given.end))


def attributes(text: str) -> dict[str, str]:
    """Attributes of a tag as MediaWiki's Sanitizer reads them: names in lower case, values unquoted, entities decoded."""
    out = {}
    for match in _ATTRIBUTE.finditer(text):
        if not _NAME.fullmatch(match[1]):
            continue
        value = next((group for group in match.groups()[1:] if group is not None), "")
        out[match[1].lower()] = " ".join(html.unescape(value).split())
    return out


def _refused(given: Definition) -> tuple[str, str]:
    """Why Cite leaves no mark for this: a finding's code and sentence, or both empty."""
    if re.fullmatch("[0-9]+", given.name):
        return "invalid_note", f"the name {given.name!r} is a number, which MediaWiki refuses"
    if not given.name and not (given.text or "").strip():
        return "empty_note", "a reference without name and content"
    if given.raw and given.text and "<ref" in given.text.lower() and _REF.search(_untagged(given.text)):
        return "unclosed", "a <ref> within a reference: an earlier </ref> is missing"
    return "", ""


def _untagged(text: str) -> str:
    """The text less what stands in tags, their closing tags found from left to right."""
    out, position, unclosed = [], 0, set()
    while match := _TAG.search(text, position):
        name = (match[1] or "").lower()
        closing = re.compile(rf"(?i)</{name}\s*>").search(text, match.end()) if name and name not in unclosed else None
        if name and closing is None:
            unclosed.add(name)
            out.append(text[position : match.end()])
            position = match.end()
        else:
            out.append(text[position : match.start()])
            position = closing.end() if closing else match.end()
    return "".join([*out, text[position:]])
