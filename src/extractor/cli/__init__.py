"""The command, a file for each group: it parses, calls one library function, prints. stdout is for data, stderr for people.

Exit codes: 0 done, 1 some articles failed (each is listed), 2 wrong usage or unusable input.
"""

from __future__ import annotations

import io
import sys

from extractor.cli import evaluate, explain, extract, ledger, read
from extractor.cli.app import app, people
from extractor.errors import ExtractorError

__all__ = ["app", "evaluate", "explain", "extract", "ledger", "main", "read"]


def main() -> None:
    """Entry point: errors of this package and of the disk become one line and exit code 2."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # data, whatever the terminal's encoding
    try:
        app()
    except (ExtractorError, OSError) as error:
        people.print(f"extractor: {error}", markup=False, highlight=False, soft_wrap=True)
        raise SystemExit(2) from None
