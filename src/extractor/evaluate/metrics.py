"""Figures: precision, recall, F1, micro over all articles, with 95 % bootstrap intervals.

event     paired
dated     paired, and the date means the same interval with the same precision
year      paired, and the date starts in the same year
strict    dated, and the same kind, the same set of actor names and the same citations
prose     dated, over labels and events with a trigger;  layout: dated, over those without
Over the pairs: kind (accuracy), actors, roles, citations (micro F1 over the pairs' sets).
Skip and repeat rows are neutral: events that touch only them are not counted.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.evaluate.align import Row, actor_hits, align, bounds, here, overlap, year_of

COUNTS = (
    "gold", "found", "event", "dated", "year", "strict", "kind", "actor_gold", "actor_found", "actor_hit", "role_hit", "cite_gold",
    "cite_found", "cite_hit", "prose_gold", "prose_found", "prose", "layout_gold", "layout_found", "layout",
)  # fmt: skip
FIGURES = ("event", "dated", "year", "strict", "prose", "layout", "actors", "roles", "citations", "kind")
DRAWS = 2000
Figure = tuple[float, float, float]
Count = dict[str, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """figures: name → (precision, recall, F1); intervals: name → ends of F1's 95 % interval; resampled: what the draws drew."""

    articles: int
    counts: Count
    figures: dict[str, Figure]
    intervals: dict[str, tuple[float, float]]
    resampled: str
    errors: tuple[str, ...]


def evaluate(gold: dict[str, list[Row]], events: dict[str, list[Row]]) -> Scores:
    """Score events against gold, both by article. With one article the bootstrap draws its events instead of articles."""
    parts: list[list[Count]] = []
    errors: list[str] = []
    for slug, rows in gold.items():
        counted, wrong = score_article(rows, events.get(slug.replace("\u2013", "-"), []))
        parts.append(counted)
        errors += [f"{slug}: {line}" for line in wrong]
    units = [_sum(part) for part in parts] if len(parts) > 1 else parts[0] or [_sum([])]
    total = _sum([count for part in parts for count in part])
    rng = random.Random(0)
    draws = [figures(_sum([rng.choice(units) for _ in units])) for _ in range(DRAWS)]
    intervals = {}
    for name in FIGURES:
        spread = sorted(draw[name][2] for draw in draws)
        intervals[name] = (spread[DRAWS // 40], spread[DRAWS - DRAWS // 40 - 1])
    return Scores(
        len(gold),
        total,
        figures(total),
        intervals,
        "articles" if len(parts) > 1 else "events of the one article",
        tuple(errors),
    )


def score_article(labels: list[Row], events: list[Row]) -> tuple[list[Count], list[str]]:
    """Counts of one article, one for each pair, missed label or spurious event; and its errors in words."""
    start, end = next(row["range"] for row in labels if "range" in row)
    rows = [row for row in labels if "range" not in row]
    real = [row for row in rows if not row.get("skip") and not row.get("repeat")]
    neutral = [(row["start"], row["end"]) for row in rows if row.get("skip") or row.get("repeat")]
    events = [event for event in events if (at := here(event)) and start <= at[0] and at[1] <= end]
    pairs = align(real, events)
    paired, taken = {row for row, _ in pairs}, {column for _, column in pairs}
    counts: list[Count] = []
    errors: list[str] = []
    for row, column in pairs:
        counts.append(_pair(real[row], events[column]))
        errors += _faults(real[row], events[column])
    for row, label in enumerate(real):
        if row not in paired:
            counts.append(_count(gold=1, **{"prose_gold" if label["triggers"] else "layout_gold": 1}))
            errors.append(
                f"missed  {label['edtf']} {label['kind']} {[words['text'] for words in label['triggers']]} {label['date_text']!r} @{label['start']}"
            )
    for column, event in enumerate(events):
        if column not in taken and not any(overlap(here(event), place) for place in neutral):
            counts.append(_count(found=1, **{"prose_found" if event.get("trigger") else "layout_found": 1}))
            where = (event.get("sentence") or {}).get("start", "?")
            errors.append(
                f"spurious  {_edtf(event)} {event.get('kind')} {(event.get('trigger') or {}).get('text')!r} @{where}"
            )
    return counts, errors


def _edtf(event: Row) -> str | None:
    return (event.get("date") or {}).get("edtf")


def _pair(label: Row, event: Row) -> Count:
    edtf = _edtf(event)
    dated = bounds(label["edtf"]) == bounds(edtf)
    hits, roles = actor_hits(label, event)
    wanted, given = set(label["citations"]), _cited(event)
    kind = label["kind"] == event.get("kind")
    whole = hits == len(label["actors"]) == len(event.get("actors") or [])
    side = "prose" if label["triggers"] else "layout"
    return _count(
        gold=1, found=1, event=1, dated=dated, year=bool(edtf) and year_of(label["edtf"]) == year_of(edtf), kind=kind,
        strict=dated and kind and whole and wanted == given, actor_gold=len(label["actors"]), actor_found=len(event.get("actors") or []),
        actor_hit=hits, role_hit=roles, cite_gold=len(wanted), cite_found=len(given), cite_hit=len(wanted & given),
        **{f"{side}_gold": 1, f"{side}_found": 1, side: dated},
    )  # fmt: skip


def _faults(label: Row, event: Row) -> Iterator[str]:
    """What is wrong with an event that stands for a label, a line each: the label's side, then the event's."""
    hits, roles = actor_hits(label, event)
    actors, others = label["actors"], event.get("actors") or []
    sides: dict[str, tuple[object, object]] = {}
    if bounds(label["edtf"]) != bounds(_edtf(event)):
        sides["date"] = label["edtf"], _edtf(event)
    if label["kind"] != event.get("kind"):
        sides["kind"] = label["kind"], event.get("kind")
    if not hits == len(actors) == len(others):
        sides["actors"] = _listed(item["name"] for item in actors), _listed(item.get("name") for item in others)
    if roles < hits:
        sides["roles"] = _roles(actors), _roles(others)
    if set(label["citations"]) != _cited(event):
        sides["citations"] = _listed(label["citations"]), _listed(_cited(event))
    said = label["triggers"][0]["text"] if label["triggers"] else label["date_text"]
    for name, (wanted, given) in sides.items():
        yield f"{name}  {wanted} <> {given}  {said!r} @{label['start']}"


def _roles(actors: list[Row]) -> str:
    return _listed(f"{actor.get('name')} ({actor.get('role')})" for actor in actors)


def _listed(items: Iterable[str | None]) -> str:
    return ", ".join(sorted(filter(None, items))) or "none"


def _cited(event: Row) -> set[str]:
    return {str(item["key"] if isinstance(item, dict) else item) for item in event.get("citations") or []}


def _count(**given: int) -> Count:
    return {name: int(given.get(name, 0)) for name in COUNTS}


def _sum(counts: list[Count]) -> Count:
    return {name: sum(count[name] for count in counts) for name in COUNTS}


def prf(hit: int, found: int, gold: int) -> Figure:
    """Precision, recall, F1; 0 where there is nothing to divide by."""
    p, r = hit / found if found else 0.0, hit / gold if gold else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def figures(total: Count) -> dict[str, Figure]:
    """The ten figures from summed counts."""
    out = {name: prf(total[name], total["found"], total["gold"]) for name in ("event", "dated", "year", "strict")}
    for name in ("prose", "layout"):
        out[name] = prf(total[name], total[f"{name}_found"], total[f"{name}_gold"])
    out["actors"] = prf(total["actor_hit"], total["actor_found"], total["actor_gold"])
    out["roles"] = prf(total["role_hit"], total["actor_found"], total["actor_gold"])
    out["citations"] = prf(total["cite_hit"], total["cite_found"], total["cite_gold"])
    accuracy = total["kind"] / total["event"] if total["event"] else 0.0
    out["kind"] = (accuracy, accuracy, accuracy)
    return out


def as_json(scores: Scores) -> dict[str, Any]:
    """The scores as `extractor evaluate --json` prints them."""
    return {
        "f1": {name: round(value[2], 4) for name, value in scores.figures.items()},
        "counts": scores.counts,
        "articles": scores.articles,
        "intervals": {name: [round(low, 4), round(high, 4)] for name, (low, high) in scores.intervals.items()},
        "resampled": scores.resampled,
    }
