"""CSV for spreadsheets: UTF-8; a text cell that a spreadsheet would run as a formula gets an apostrophe before it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor import tables
from extractor.export.atomic import replacing
from extractor.records import Extraction

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: object) -> object:
    """The cell, made harmless (OWASP, "CSV Injection")."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def write(extractions: Sequence[Extraction], folder: Path) -> list[Path]:
    """Write one .csv a table; returns the files."""
    paths = []
    for name, frame in tables.frames(extractions).items():
        path = folder / f"{name}.csv"
        with replacing(path) as temporary:
            frame.map(safe, na_action="ignore").to_csv(temporary, index=False, encoding="utf-8", lineterminator="\n")
        paths.append(path)
    return paths
