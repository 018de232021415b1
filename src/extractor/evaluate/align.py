"""Pairing extracted events with labels, one to one, for the greatest total likeness.

An event can stand for a label when its trigger overlaps one of the label's triggers; where the label has none (layout
alone says it), when the dates overlap or, without date offsets, when it lies in the label's stretch.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Row = dict[str, Any]
One = TypeVar("One")
Other = TypeVar("Other")
_PART = re.compile(r"^(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?~?$")
_SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}


def bounds(edtf: str | None) -> tuple[str, str] | None:
    """Comparable ends of an EDTF string; qualifiers are ignored, so that 1990~ and 1990 mean the same."""
    if edtf is None:
        return None
    ends = edtf.replace("?", "").replace("%", "").replace("~", "").split("/")
    low, high = ends if len(ends) == 2 else (ends[0], ends[0])
    return _edge(low, last=False), _edge(high, last=True)


def _edge(text: str, *, last: bool) -> str:
    if text in ("..", ""):
        return "+inf" if last else "-inf"
    match = _PART.match(text)
    if not match:
        return text
    sign, year, month, day = match.groups()
    year = year.replace("X", "9" if last else "0")
    if month in _SEASONS:
        month, day = _SEASONS[month][last], None
    return f"{sign}{year}-{month or ('12' if last else '01')}-{day or ('31' if last else '01')}"


def year_of(edtf: str | None) -> str:
    """Year of the lower bound, or of the upper where the lower is open."""
    low, high = bounds(edtf) or ("", "")
    return (high if low == "-inf" else low)[:4]


def norm(name: str | None) -> str:
    """A name as compared: no accents, case, parentheses, punctuation, nor the words the, of, s."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\(.*?\)", " ", plain.replace("_", " "))
    plain = re.sub(r"[^a-z0-9 ]", " ", plain)
    return " ".join(word for word in plain.split() if word not in {"the", "of", "s"})


def overlap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Whether two stretches share a code point."""
    return bool(one and other and max(one[0], other[0]) < min(one[1], other[1]))


def span(item: Row | None) -> tuple[int, int] | None:
    """Place of a trigger, date or sentence."""
    return (item["start"], item["end"]) if item and item.get("start") is not None else None


def here(event: Row) -> tuple[int, int] | None:
    """Where an event stands: its trigger, else its date, else its sentence."""
    return span(event.get("trigger")) or span(event.get("date")) or span(event.get("sentence"))


def may_pair(label: Row, event: Row) -> bool:
    """Whether the event can stand for the label."""
    trigger, date = span(event.get("trigger")), span(event.get("date"))
    triggers = [span(item) for item in label["triggers"]]
    stretch = (label["start"], label["end"])
    if triggers:
        return any(overlap(trigger, item) for item in triggers)
    if date and label.get("date_start") is not None:
        return overlap(date, (label["date_start"], label["date_end"])) and (not trigger or overlap(trigger, stretch))
    return overlap(trigger or date or span(event.get("sentence")), stretch)


def actor_hits(label: Row, event: Row) -> tuple[int, int]:
    """How many of the label's actors the event has, and how many of those in the same role."""
    left, hits, roles = list(event.get("actors") or []), 0, 0
    for actor in label["actors"]:
        names = {norm(actor["name"]), norm(actor.get("surface"))} - {""}
        for other in left:
            if names & ({norm(other.get("name")), norm(other.get("text"))} - {""}):
                left.remove(other)
                hits += 1
                roles += actor["role"] == other.get("role")
                break
    return hits, roles


def likeness(label: Row, event: Row) -> float:
    """1 for being able to pair, 3 for the date, 1 for the kind, up to 1 for the actors."""
    score = 1.0 + 3.0 * (bounds(label["edtf"]) == bounds((event.get("date") or {}).get("edtf")))
    score += float(label["kind"] == event.get("kind"))
    hits, _ = actor_hits(label, event)
    return float(score + hits / max(1, len(label["actors"]), len(event.get("actors") or [])))


def align(labels: list[Row], events: list[Row]) -> list[tuple[int, int]]:
    """Pairs (index of label, index of event), one to one, for the greatest total likeness."""
    return assign(labels, events, lambda label, event: likeness(label, event) if may_pair(label, event) else 0.0)


def assign(ones: Sequence[One], others: Sequence[Other], alike: Callable[[One, Other], float]) -> list[tuple[int, int]]:
    """Pairs of indices, one to one, for the greatest total likeness (Kuhn–Munkres, scipy's linear_sum_assignment).

    alike: how alike two are, above 0; 0 where they may not pair.
    """
    if not ones or not others:
        return []
    if len(ones) == len(others) == 1:
        return [(0, 0)] if alike(ones[0], others[0]) > 0 else []
    from scipy.optimize import linear_sum_assignment

    cost = [[-alike(one, other) for other in others] for one in ones]
    return [
        (int(row), int(column))
        for row, column in zip(*linear_sum_assignment(cost), strict=True)
        if cost[row][column] < 0
    ]
