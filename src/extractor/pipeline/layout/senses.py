"""What a date dates, by the words above it: the tables of `lang/en/layout.py` read as senses, a kind with its roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.lang import words
from extractor.pipeline.own_names import Names

Table = tuple[tuple[str, str], ...]
NONE = "none"  # dates that tell nothing
WORKS = "works"  # dates of what someone made
LONGEST = 6  # words of a state's name
PRIZE = "prize"  # dates of what someone was given


@dataclass(frozen=True, slots=True)
class Sense:
    """A kind, the role of whom the article is about and that of whom the row or item names; "" where one takes no part."""

    kind: str
    own: str
    other: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A word beside a bare date that says what act it dates: kind, lemma, place in the block's text."""

    kind: str
    lemma: str
    start: int
    end: int


def sense(heading: str, table: Table, names: Names, language: str = "en") -> Sense | None:
    """The sense that the first fitting line of a table gives a heading."""
    said = heading.lower()
    spec = next((spec for pattern, spec in table if re.search(rf"\b(?:{pattern})", said)), None)
    return read(spec, names, language) if spec else None


def read(spec: str, names: Names, language: str = "en") -> Sense:
    """A sense as the tables write it; what hangs on whom the article is about is settled here."""
    kind, *roles = spec.split()
    if kind in (WORKS, PRIZE, "active") or (kind == "recognition" and names.about == "person"):
        kind = "life" if names.about == "person" else "other"
        return Sense(kind, "source", "")
    if kind == "established":
        return read("statehood" if names.about == "state" else "founded", names, language)
    own, other = (
        ("" if role == "-" else role for role in roles) if roles else words(language).LAYOUT_ROLES.get(kind, ("", ""))
    )
    if kind == "membership" and not roles and names.about == "other":
        own, other = other, own  # an organisation lists those who joined it
    return Sense(kind, own, other)


def by_path(path: Iterable[str], names: Names, language: str = "en") -> Sense | None:
    """The sense of the nearest section's heading that has one."""
    table = words(language).HEADING_KINDS
    return next((found for title in reversed(tuple(path)) if (found := sense(title, table, names, language))), None)


def by_title(names: Names, language: str = "en") -> Sense | None:
    """The sense that an article's title gives, where it is a list or about states: "List of ambassadors of Peru to Poland"."""
    w = words(language)
    listing = re.match(w.LISTING, names.title.lower())
    return sense(names.title, w.HEADING_KINDS, names, language) if listing else None


def states_in(heading: str, language: str) -> Iterator[tuple[str, str]]:
    """States that a heading names in any way, each with the word before it in lower case, "the" left out."""
    w = words(language)
    tokens = re.findall(r"[\w'’.-]+", heading)
    at = 0
    while at < len(tokens):
        step = 1
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + size]).rstrip(".")
            state = (w.STATES.get(phrase) or w.DEMONYMS.get(phrase)) if phrase[:1].isupper() else None
            if state:
                before = [word.lower() for word in tokens[:at] if word.lower() != "the"]
                yield (before[-1] if before else ""), state.title
                step = size
                break
        at += step


def about_relations(names: Names, language: str = "en") -> bool:
    """Whether the article is about the relations of one state or of two."""
    return names.about == "pair" or (
        names.about == "one" and bool(re.search(words(language).TITLE_RELATIONS, names.title.lower()))
    )


def cue(text: str, low: int, start: int, end: int, high: int, language: str = "en") -> Cue | None:
    """The word that says what the date at [start, end) dates: the last before it from `low` on, else one in brackets behind it."""
    table = words(language).DATE_WORDS
    for match in reversed(list(re.finditer(r"[a-z-]+", text[low:start].lower()))):
        if match[0] in table:
            kind, lemma = table[match[0]]
            return Cue(kind, lemma, low + match.start(), low + match.end())
    behind = re.match(r"\s*\((?:relations )?(?P<word>[a-z-]+)\)", text[end:high].lower())
    if behind and behind["word"] in table:
        kind, lemma = table[behind["word"]]
        return Cue(kind, lemma, end + behind.start("word"), end + behind.end("word"))
    return None


def noun(text: str, kind: str, start: int = 0, language: str = "en") -> Cue | None:
    """The noun that tells an act in a name, what stands in brackets left out: the "Agreement" of "Free Trade Agreement with Peru". start: place of `text`."""
    pattern = words(language).ITEM_NOUNS.get(kind)
    found = re.search(pattern, re.split(r"\(", text)[0].lower()) if pattern else None
    return Cue(kind, found[0], start + found.start(), start + found.end()) if found else None


def has_verb(text: str, language: str = "en") -> bool:
    """Whether a stretch holds a form of a verb that tells events, by the lexicon alone; words of a name ("United Nations") are none."""
    w = words(language)
    forms = re.findall(r"[A-Za-z-]+", text)
    for at, form in enumerate(forms):
        if form[:1].isupper() and (at or (len(forms) > 1 and forms[1][:1].isupper())):
            continue
        word = form.lower()
        bases = (word[: len(word) - len(ending)] + base for ending, base in w.ENDINGS if word.endswith(ending))
        if word in w.IRREGULAR or (word.endswith("ed") and any(base in w.TRIGGER_VERBS for base in bases)):
            return True
    return False
