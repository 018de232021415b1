"""Opening a ledger's file: whose it is, whether it is whole, which schema it has, and that one process writes at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from extractor.batch.schema import APPLICATION, STEPS
from extractor.errors import LedgerError
from extractor.lock import alone

HEADER = b"SQLite format 3\0"


@contextmanager
def opened(path: Path, *, write: bool) -> Iterator[sqlite3.Connection]:
    """The ledger's database, brought to the present schema; made where there is none and `write` is set.

    A writer holds the ledger for itself until the end, however that comes: the lock is SQLite's own, on a file beside it, and
    goes with the process. Raises LedgerError where another writes, and for a file that is damaged, newer or no ledger.
    """
    if not write and not path.is_file():
        raise LedgerError(f"{path}: no such ledger; `extractor update` makes one")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _held(path) if write else closing(sqlite3.connect(":memory:")), closing(_connected(path)) as database:
        try:
            _migrate(path, database, write=write)
            yield database
        except sqlite3.DatabaseError as error:
            raise _damaged(path, str(error)) from error


@contextmanager
def _held(path: Path) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(alone(path, 0))
        except sqlite3.OperationalError as error:
            raise LedgerError(
                f"{path}: another process is updating this ledger; wait for its end, or use another with --ledger"
            ) from error
        yield


def _connected(path: Path) -> sqlite3.Connection:
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            head = file.read(100)
        if head[:16] != HEADER or int.from_bytes(head[68:72], "big") not in (0, APPLICATION):
            raise LedgerError(f"{path}: this is no ledger of extractor; name another file with --ledger")
    database = sqlite3.connect(path, timeout=10, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=NORMAL")
    except sqlite3.DatabaseError as error:
        database.close()
        raise _damaged(path, str(error)) from error
    return database


def _migrate(path: Path, database: sqlite3.Connection, *, write: bool) -> None:
    version = database.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise LedgerError(
            f"{path}: of schema version {version}, this extractor knows {len(STEPS)}: install a newer extractor"
        )
    if write:
        problem = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise _damaged(path, problem)
    if version < len(STEPS):
        if not write:
            raise LedgerError(f"{path}: of schema version {version}: bring it to {len(STEPS)} with `extractor update`")
        database.execute("BEGIN IMMEDIATE")
        for step in STEPS[version:]:
            for statement in step:
                database.execute(statement)
        database.execute(f"PRAGMA application_id={APPLICATION}")
        database.execute(f"PRAGMA user_version={len(STEPS)}")
        database.execute("COMMIT")


def _damaged(path: Path, problem: str) -> LedgerError:
    said = problem.splitlines()[-1]
    return LedgerError(
        f"{path}: damaged ({said}): put a copy back, or move it away and run `extractor rebuild {path.name}.moved --ledger {path.name}`"
    )
