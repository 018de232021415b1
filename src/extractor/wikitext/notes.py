"""Reference marks and notes as MediaWiki's Cite extension numbers them: by first mark, one count for each group.

A note is known by its name within its group; without a name each is its own. Where a name is defined twice the first
definition holds (Cite reports the second as an error and keeps the first). Short footnotes ({{sfn}}) are named by what
they say, so equal ones share a note.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mwparserfromhell.wikicode import Wikicode

LETTERED = {"lower-alpha", "upper-alpha", "lower-roman", "upper-roman", "lower-greek"}


@dataclass(slots=True)
class Note:
    """A note in the making: its group and name, its number once marked, the wikitext and place that define it."""

    group: str
    name: str
    number: int = 0
    content: Any = None
    start: int = -1
    end: int = -1
    place: tuple[int, int] = (-1, -1)


@dataclass(slots=True)
class Notes:
    """Gathers notes and marks while the walk goes over the page."""

    notes: list[Note] = field(default_factory=list)
    marks: list[tuple[int, int, int]] = field(default_factory=list)
    works: list[tuple[Any, int, int]] = field(default_factory=list)  # full citations outside of notes
    _names: dict[tuple[str, str], int] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def key(self, index: int) -> str:
        """Rendered key: "3", or with a group "note 1"; a lettered group ({{efn}}) shows its letter."""
        note = self.notes[index]
        if note.group == "lower-alpha":
            return _letters(note.number)
        return f"{note.group} {note.number}" if note.group and note.group not in LETTERED else str(note.number)

    def ref(self, tag: Any, inner: int, start: int, end: int) -> list[tuple[int, int, int]]:
        """A <ref> tag: registers its mark and, where it has content, its definition."""
        name, group = _attribute(tag, "name"), _attribute(tag, "group")
        content = (
            tag.contents if tag.contents is not None and not tag.self_closing and str(tag.contents).strip() else None
        )
        return [(self._mark(group, name, content, inner, start, end), start, end)]

    def template(
        self, how: str, given: list[tuple[str, Any, int]], node: Any, start: int, end: int
    ) -> list[tuple[int, int, int]]:
        """A template that leaves a mark: `how` says which kind ("short", "reuse", or the group that it notes in)."""
        by_name = {key: (value, place) for key, value, place in given}
        if how == "short":
            signature = "FOOTNOTE" + "|".join(str(value).strip() for key, value, _ in given if key not in ("ref",))
            return [(self._mark("", signature, Wikicode([node]), start, start, end), start, end)]
        group = str(by_name["group"][0]).strip() if "group" in by_name else ""
        if how == "reuse":
            return [
                (self._mark(group, str(value).strip(), None, place, start, end), start, end)
                for key, value, place in given
                if key.isdigit() and str(value).strip()
            ]
        value, place = by_name.get("1", by_name.get("refn", (None, start)))
        note_name = str(by_name["name"][0]).strip() if "name" in by_name else ""
        return [(self._mark(group or how.replace("plain", ""), note_name, value, place, start, end), start, end)]

    def define_all(self, wikicode: Any, at: int) -> None:
        """Definitions without marks, in <references> or {{reflist|refs=}}."""
        for node in wikicode.nodes:
            source = str(node)
            if (
                getattr(node, "tag", None) is not None
                and str(node.tag).strip().lower() == "ref"
                and node.contents is not None
            ):
                inner = at + len(source) - len(f"</{node.closing_tag}>") - len(str(node.contents))
                index = self._note(_attribute(node, "group"), _attribute(node, "name"))
                self._define(index, node.contents, inner, at, at + len(source))
            at += len(source)

    def _note(self, group: str, name: str) -> int:
        if name and (group, name) in self._names:
            return self._names[group, name]
        self.notes.append(Note(group, name))
        if name:
            self._names[group, name] = len(self.notes) - 1
        return len(self.notes) - 1

    def _mark(self, group: str, name: str, content: Any, inner: int, start: int, end: int) -> int:
        index = self._note(group, name)
        note = self.notes[index]
        if not note.number:
            self._counts[group] = note.number = self._counts.get(group, 0) + 1
        self._define(index, content, inner, start, end)
        self.marks.append((index, start, end))
        return index

    def _define(self, index: int, content: Any, inner: int, start: int, end: int) -> None:
        note = self.notes[index]
        if content is not None and note.content is None:
            note.content, note.start, note.end = content, inner, inner + len(str(content))
        if note.place == (-1, -1) or (content is not None and note.content is content):
            note.place = (start, end)


def _letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


def _attribute(tag: Any, name: str) -> str:
    for attribute in tag.attributes:
        if str(attribute.name).strip().lower() == name and attribute.value is not None:
            return str(attribute.value).strip().strip("\"'").strip()
    return ""
