"""Parquet for pandas, DuckDB and R: the tables with their types, zstd."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor import tables
from extractor.export.atomic import replacing
from extractor.records import Extraction


def write(extractions: Sequence[Extraction], folder: Path) -> list[Path]:
    """Write one .parquet a table; returns the files."""
    paths = []
    for name, frame in tables.frames(extractions).items():
        path = folder / f"{name}.parquet"
        with replacing(path) as temporary:
            frame.to_parquet(temporary, index=False, compression="zstd", engine="pyarrow")
        paths.append(path)
    return paths
