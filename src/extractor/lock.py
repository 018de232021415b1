"""One process at a time: a lock that goes with the process that holds it, however that ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def alone(path: Path, patience: float) -> Iterator[None]:
    """Hold what `path` names for this process; the lock is SQLite's own, on the file `path`.lock beside it.

    patience: seconds to wait for another holder. Raises sqlite3.OperationalError where it stays locked or can't be made.
    """
    lock = sqlite3.connect(path.with_name(f"{path.name}.lock"), timeout=patience, isolation_level=None)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE")
        yield
