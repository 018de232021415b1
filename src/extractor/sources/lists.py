"""Lists of titles in files: one a line, or as PetScan and its kin give them (CSV, TSV, JSON, JSON Lines)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from extractor.errors import SourceError

COLUMNS = ("title", "page_title", "page", "article")
TABLES = {".csv": ",", ".tsv": "\t"}


def titles(path: Path) -> list[str]:
    """The titles that a list file names, each once, in its order, with spaces for underscores.

    .csv and .tsv need a heading `title` (or `page_title`, `page`, `article`); .json holds strings or objects with a `title`
    at any depth, .jsonl and .ndjson one such a line; any other file one title a line, lines that begin with # left out (no
    title can). Raises SourceError for a file that can't be read so.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: can't be read as a list of titles: {error}") from error
    found = dict.fromkeys(filter(None, (title.replace("_", " ").strip() for title in _read(path, text))))
    if not found:
        raise SourceError(f"{path}: no titles in it; give one a line")
    return list(found)


def _read(path: Path, text: str) -> Iterator[str]:
    if path.suffix in TABLES:
        return _table(path, text)
    if path.suffix == ".json":
        return _in(_json(path, 1, text))
    lines = enumerate(text.splitlines(), 1)
    if path.suffix in (".jsonl", ".ndjson"):
        return (title for number, line in lines if line.strip() for title in _in(_json(path, number, line)))
    return (line for _, line in lines if not line.startswith("#"))


def _table(path: Path, text: str) -> Iterator[str]:
    rows = csv.DictReader(text.splitlines(), delimiter=TABLES[path.suffix], strict=True)
    named = {name.strip().lower(): name for name in rows.fieldnames or ()}
    column = next((named[name] for name in COLUMNS if name in named), None)
    if column is None:
        raise SourceError(f"{path}:1: no column for the titles; head it `title`")
    try:
        yield from (row[column] or "" for row in rows)
    except csv.Error as error:
        raise SourceError(f"{path}:{rows.reader.line_num}: not {path.suffix[1:].upper()}: {error}") from error


def _json(path: Path, line: int, text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise SourceError(f"{path}:{line}: not JSON: {error}") from error


def _in(value: object) -> Iterator[str]:
    """Titles at any depth: a list's strings, an object's `title`; other fields are looked into, their strings left."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _in(item)
    elif isinstance(value, dict) and isinstance(value.get("title"), str):
        yield value["title"]
    elif isinstance(value, dict):
        for item in value.values():
            if isinstance(item, list | dict):
                yield from _in(item)
