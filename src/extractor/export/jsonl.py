"""JSON Lines: `events.jsonl` nested, as the contract has it; the other tables one row a line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from extractor import tables
from extractor.export.atomic import replacing
from extractor.records import Extraction


def write(extractions: Sequence[Extraction], folder: Path) -> list[Path]:
    """Write one .jsonl a table; returns the files."""
    encode = msgspec.json.Encoder().encode
    lines = {"events": [encode(event) for extraction in extractions for event in extraction.events]}
    for name, table in tables.rows(extractions).items():
        if name not in lines:
            names = [column.name for column in tables.SCHEMA[name]]
            lines[name] = [encode(dict(zip(names, row, strict=True))) for row in table]
    paths = []
    for name, content in lines.items():
        path = folder / f"{name}.jsonl"
        with replacing(path) as temporary:
            temporary.write_bytes(b"".join(line + b"\n" for line in content))
        paths.append(path)
    return paths
