"""Events and the other tables out: one file a format, each `write(extractions, folder)` and atomic."""

from extractor.export import csv, jsonl, parquet

FORMATS = {"jsonl": jsonl.write, "csv": csv.write, "parquet": parquet.write}

__all__ = ["FORMATS"]
