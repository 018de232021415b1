"""Which event of a new revision is which of the old one, and what was changed in it. Pure.

Events are paired as the evaluation pairs them with labels, one to one for the greatest total likeness, in rounds: those that are
told in the same words, those of the same sentence, then those that can be recognised though the sentence was reworded.
An event that no pairing finds, but that was told in the same words before (an article blanked and restored), has its old id back.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from operator import attrgetter

from extractor.evaluate.align import assign
from extractor.records import Event, Reference

WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one state of an article tells: its events, in its order, and its notes by their keys."""

    events: tuple[Event, ...] = ()
    notes: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one event: a Change without when and why."""

    event_id: str
    type: str
    before: str | None
    after: str | None


def words_of(event: Event) -> str:
    """A digest of the words that tell an event, by which it is known again: sentence, trigger, date."""
    said = (event.sentence.text, event.trigger.text if event.trigger else "", event.date.text)
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:16]


def follow(before: Sequence[Event], after: Sequence[Event]) -> dict[int, int]:
    """Pairs the events of two states: index in `after` → index in `before`."""
    pairs = _unchanged(before, after)
    for key, alike in ((words_of, _likeness), (_sentence, _of_one_sentence), (_anything, _recognised)):
        old, new = _groups(before, pairs.values(), key), _groups(after, pairs.keys(), key)
        for name in new.keys() & old.keys():
            ones, others = new[name], old[name]
            found = assign([after[at] for at in ones], [before[at] for at in others], alike)
            pairs |= {ones[one]: others[other] for one, other in found}
    return pairs


def _unchanged(before: Sequence[Event], after: Sequence[Event]) -> dict[int, int]:
    """Pairs of events that differ in nothing that is told of a change, equal ones in their order."""
    old, new = _groups(before, (), _everything), _groups(after, (), _everything)
    return {at: was for key, places in new.items() for at, was in zip(places, old.get(key, []), strict=False)}


def identified(
    before: Sequence[Event],
    after: Sequence[Event],
    *,
    told: Callable[[str], Iterable[str]],
    taken: Callable[[str], bool],
) -> tuple[Event, ...]:
    """The events of `after` with the ids they had before; others get one of their own.

    told: digest of words → ids of the article's events that were ever told in them. taken: whether an id is another event's.
    """
    pairs = follow(before, after)
    ids = {at: before[old].id for at, old in pairs.items()}
    used = {event.id for event in before}
    for at, event in enumerate(after):
        if at not in ids:
            again = next((name for name in told(words_of(event)) if name not in used), None)
            ids[at] = again or _free(event.id, lambda name: name in used or taken(name))
            used.add(ids[at])
    return tuple(event if event.id == ids[at] else replace(event, id=ids[at]) for at, event in enumerate(after))


def differences(before: Telling, after: Telling) -> Iterator[Difference]:
    """What became of each event from `before` to `after`, both with ids: in the order of `after`, the removed ones last."""
    old, notes, noted = {event.id: event for event in before.events}, _notes(before), _notes(after)
    kept = [event.id for event in after.events if event.id in old]
    order = {name: at for at, name in enumerate(old)}
    strayed = _strayed([order[name] for name in kept])
    moved = {name for at, name in enumerate(kept) if at in strayed}
    for event in after.events:
        if event.id not in old:
            yield Difference(event.id, "added", None, event.sentence.text)
            continue
        was = old[event.id]
        for kind, aspect in _ASPECTS.items():
            if aspect(was) != aspect(event):
                yield Difference(event.id, kind, aspect(was), aspect(event))
        if _notes_of(was, notes) != _notes_of(event, noted) and _cited(was, notes) != _cited(event, noted):
            yield Difference(event.id, "citations", "; ".join(_cited(was, notes)), "; ".join(_cited(event, noted)))
        if _unworded(was) != _unworded(event):
            yield Difference(event.id, "wording", was.sentence.text, event.sentence.text)
        if _place(was) != _place(event) or event.id in moved:
            yield Difference(event.id, "moved", _place(was), _place(event))
    now = {event.id for event in after.events}
    yield from (Difference(name, "removed", was.sentence.text, None) for name, was in old.items() if name not in now)


def _date(event: Event) -> str:
    return f"{event.date.edtf} {event.date.mod}".strip()


def _actors(event: Event) -> str:
    return "; ".join(sorted(f"{actor.name} ({actor.role})" for actor in event.actors))


def _kind(event: Event) -> str:
    return event.kind if event.realis == "asserted" else f"{event.kind} ({event.realis})"


_ASPECTS = {"date": _date, "actors": _actors, "kind": _kind}


def _place(event: Event) -> str:
    return " > ".join((event.article.title, *event.section))


def _unworded(event: Event) -> tuple[str, str]:
    """The sentence without the words of the event's date, and the trigger: a corrected date is no new wording."""
    return event.sentence.text.replace(event.date.text, "\0"), event.trigger.text if event.trigger else ""


_SAYS = attrgetter(*(field.name for field in fields(Reference) if field.name not in ("key", "start", "end")))


def _notes(telling: Telling) -> dict[str, tuple[object, ...]]:
    """What each note says, by its key: its number and place are no part of that."""
    return {note.key: _SAYS(note) for note in telling.notes}


def _notes_of(event: Event, notes: dict[str, tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [notes.get(citation.key, (citation.key,)) for citation in event.citations]


def _cited(event: Event, notes: dict[str, tuple[object, ...]]) -> list[str]:
    return sorted(" ".join(str(value) for value in says if value) for says in _notes_of(event, notes))


def _strayed(order: list[int]) -> set[int]:
    """Indices left out of a longest rising subsequence of `order` (patience sorting): what has to move to make it rise."""
    tops: list[int] = []
    last: list[int] = []
    links: list[int] = []
    for at, number in enumerate(order):
        pile = bisect_left(tops, number)
        links.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1], last[pile : pile + 1] = [number], [at]
    keep, at = set[int](), last[-1] if last else -1
    while at >= 0:
        keep.add(at)
        at = links[at]
    return set(range(len(order))) - keep


def _groups(
    events: Sequence[Event], besides: Iterable[int], key: Callable[[Event], Hashable]
) -> dict[Hashable, list[int]]:
    out, done = defaultdict[Hashable, list[int]](list), set(besides)
    for at, event in enumerate(events):
        if at not in done:
            out[key(event)].append(at)
    return out


def _everything(event: Event) -> Hashable:
    said = event.sentence.text, event.trigger.text if event.trigger else "", event.date.text
    return said, event.date.edtf, _kind(event), _actors(event), event.section


def _sentence(event: Event) -> Hashable:
    return event.sentence.text


def _anything(event: Event) -> Hashable:
    return None


def _of_one_sentence(one: Event, other: Event) -> float:
    """Likeness of events of one sentence, 0 where neither trigger nor date is told in the same words."""
    triggers = [event.trigger.text if event.trigger else "" for event in (one, other)]
    same = triggers[0] == triggers[1] or one.date.text == other.date.text
    return _likeness(one, other) if same else 0.0


def _recognised(one: Event, other: Event) -> float:
    """Likeness, or 0 where too little stayed the same to say that it is the same event.

    It is when nearly all words stayed; when the date stayed, and an actor or some of the words; when the actors stayed, and half
    of the words; or, where layout tells it, when actors, kind and section did.
    """
    words, actors = _overlap(_bag(one), _bag(other)), _overlap(_names(one), _names(other))
    same_date = one.date.edtf == other.date.edtf
    by_layout = one.trigger is None and other.trigger is None
    enough = (
        words >= 0.8
        or (same_date and (words >= 0.3 or actors > 0))
        or (actors == 1 and (words >= 0.5 or (by_layout and one.kind == other.kind and one.section == other.section)))
    )
    return _likeness(one, other) if enough else 0.0


def _likeness(one: Event, other: Event) -> float:
    """Above 0, and the higher the more stayed the same: words, trigger, date, actors, kind, section."""
    lemmas = [event.trigger.lemma if event.trigger else "" for event in (one, other)]
    same_year = one.date.edtf[:4] == other.date.edtf[:4]
    return (
        0.1
        + 2 * _overlap(_bag(one), _bag(other))
        + (lemmas[0] == lemmas[1])
        + (1.0 if one.date.edtf == other.date.edtf else 0.5 * same_year)
        + _overlap(_names(one), _names(other))
        + 0.5 * (one.kind == other.kind)
        + 0.5 * (one.section == other.section)
    )


def _bag(event: Event) -> frozenset[str]:
    return _words(event.sentence.text)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORDS.findall(text.lower()))


def _names(event: Event) -> frozenset[str]:
    return frozenset(actor.name for actor in event.actors)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient of two sets; 0 where both are empty."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def _free(name: str, taken: Callable[[str], bool]) -> str:
    candidate, number = name, 1
    while taken(candidate):
        number += 1
        candidate = f"{name}-{number}"
    return candidate
