"""Reading gold folders and event files, checked: a row that does not fit is named with its file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import EventsError, GoldError

DASH = "\u2013"


class Words(BaseModel):
    """Some words of the wikitext and their place."""

    text: str
    start: int
    end: int


class LabelledActor(BaseModel):
    """An actor as labelled; without a surface it has no place."""

    surface: str = ""
    name: str
    role: Literal["source", "target", "mutual", "third"]
    start: int | None = None
    end: int | None = None


class Label(BaseModel):
    """One row of a gold file. A skip row needs a place only."""

    model_config = ConfigDict(extra="allow")
    article: str
    start: int
    end: int
    skip: bool = False
    repeat: bool = False
    triggers: tuple[Words, ...] = ()
    kind: str = ""
    date_text: str = ""
    edtf: str = ""
    mod: Literal["", "start", "mid", "end", "approx"] = ""
    actors: tuple[LabelledActor, ...] = ()
    citations: tuple[str, ...] = ()
    realis: Literal["asserted", "negated", "alleged", "planned", "hypothetical"] = "asserted"
    date_start: int | None = None
    date_end: int | None = None


def slug_key(slug: str) -> str:
    """The name under which gold and events of an article meet: blanks, dashes and underscores written one way."""
    return slug.replace(" ", "_").replace(DASH, "-")


def read_gold(folder: Path, texts: dict[str, str] | None = None) -> dict[str, list[dict[str, Any]]]:
    """Gold rows by article, from every .jsonl file of a folder, the first row of each the labelled stretch.

    texts: wikitext by slug; where given, every place is held against it. Raises GoldError naming file and row.
    """
    gold: dict[str, list[dict[str, Any]]] = {}
    sources = {slug_key(slug): text for slug, text in (texts or {}).items()}
    paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    if not paths:
        raise GoldError(f"{folder}: no gold here; it must hold one .jsonl file an article")
    for path in paths:
        rows = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    rows.append(json.loads(line))
                except ValueError as error:
                    raise GoldError(f"{path}:{number}: not JSON: {error}") from error
        if not rows or "range" not in rows[0]:
            raise GoldError(
                f'{path}:1: the first row must name the labelled stretch, {{"article": slug, "range": [start, end]}}'
            )
        for number, row in enumerate(rows[1:], 2):
            _check(row, f"{path}:{number}", sources.get(slug_key(rows[0]["article"])))
        gold[rows[0]["article"]] = rows
    return gold


def _check(row: dict[str, Any], place: str, text: str | None) -> None:
    try:
        label = Label.model_validate(row)
    except ValidationError as error:
        first = error.errors()[0]
        raise GoldError(f"{place}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    if text is None:
        return
    wanted = [(words.text, words.start, words.end) for words in label.triggers]
    wanted += [
        (actor.surface, actor.start, actor.end)
        for actor in label.actors
        if actor.surface and actor.start is not None and actor.end is not None
    ]
    if label.date_text and label.date_start is not None and label.date_end is not None:
        wanted.append((label.date_text, label.date_start, label.date_end))
    if not 0 <= label.start < label.end <= len(text):
        raise GoldError(
            f"{place}: its stretch {label.start} to {label.end} is not within the article's {len(text)} code points"
        )
    for said, start, end in wanted:
        if text[start:end] != said:
            raise GoldError(f"{place}: the text at {start} to {end} is {text[start:end]!r}, the row says {said!r}")


def events_by_article(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Extracted events by article, from an events.jsonl. Raises EventsError naming the line.

    A folder of gold files stands for a second annotator: its labels are read as if they had been extracted.
    """
    if path.is_dir():
        return {slug_key(slug): as_events(rows) for slug, rows in read_gold(path).items()}
    if not path.is_file():
        raise EventsError(f"{path}: no such file; write it with `extractor extract`")
    events: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            event = json.loads(line)
            article = event["article"]
            slug = article if isinstance(article, str) else article.get("slug") or article["title"]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise EventsError(f"{path}:{number}: no event: {error}") from error
        events.setdefault(slug_key(slug), []).append(event)
    return events


def check_common(gold: dict[str, list[dict[str, Any]]], events: dict[str, list[dict[str, Any]]]) -> None:
    """Raise EventsError where no article of the gold is among those of the events: then there is nothing to score."""
    labelled = {slug_key(slug) for slug in gold}
    if labelled.isdisjoint(events):
        raise EventsError(
            f"no article in common: the gold has {_few(labelled)}, the events have {_few(set(events))}; give the events of the gold's articles"
        )


def _few(slugs: set[str]) -> str:
    """Some names of many."""
    some = ", ".join(sorted(slugs)[:3]) or "none"
    return f"{some} and {len(slugs) - 3} more" if len(slugs) > 3 else some


def as_events(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A second annotator's labels in the form of extracted events, for agreement."""
    return [
        {
            "article": row["article"],
            "trigger": row["triggers"][0] if row["triggers"] else None,
            "sentence": {"start": row["start"], "end": row["end"]},
            "date": {"start": row.get("date_start"), "end": row.get("date_end"), "edtf": row["edtf"]},
            "kind": row["kind"],
            "actors": [
                {"text": actor.get("surface", ""), "name": actor["name"], "role": actor["role"]}
                for actor in row["actors"]
            ],
            "citations": row["citations"],
        }
        for row in rows
        if "range" not in row and not row.get("skip") and not row.get("repeat")
    ]
