"""Revisions on disk for ever, by wiki and revision id: what was fetched once is never asked for again.

An HTTP cache won't do: it knows a batch of 50 revisions by its address, and the next batch is another fifty. The store is a
cache and no more: a damaged row is a miss, a damaged file is set aside and begun anew, a full disk or a lock stores nothing.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from extractor.errors import SourceError
from extractor.records import Revision

LARGEST = 2**30  # bytes; the oldest entries make room
SCHEMA = "CREATE TABLE IF NOT EXISTS revision (wiki TEXT, id INTEGER, digest BLOB, data BLOB, PRIMARY KEY (wiki, id))"


class RevisionStore:
    """A file of revisions, usable by several processes at once."""

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        """The store in the file `path`, whose folder is made; its data take up to `largest` bytes."""
        self._path, self._largest = path, largest
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = self._opened()
        except (OSError, sqlite3.OperationalError) as error:
            raise SourceError(
                f"{path}: can't keep revisions there: {error}; choose another folder (--cache)"
            ) from error

    def get(self, wiki: str, revision_ids: Iterable[int]) -> dict[int, Revision]:
        """Those of the revisions that are stored and sound."""
        found = {number: self._row(wiki, number) for number in revision_ids}
        return {number: revision for number, revision in found.items() if revision}

    def put(self, revisions: Iterable[Revision]) -> None:
        """Store revisions that have an id; the oldest make room."""
        rows = [_packed(revision) for revision in revisions]
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO revision VALUES (?, ?, ?, ?)", rows)
                self._shrink()
        except sqlite3.OperationalError:  # locked, full or read-only: the next run fetches again
            return
        except sqlite3.DatabaseError:
            self._set_aside()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def _opened(self) -> sqlite3.Connection:
        """The database; a file that is none is kept under another name and begun anew."""
        try:
            return _connected(self._path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
            return _connected(self._path)

    def _set_aside(self) -> None:
        """Give up a file that proved damaged, and begin anew."""
        self._database.close()
        for ending in ("-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        self._database = self._opened()

    def _row(self, wiki: str, number: int) -> Revision | None:
        query = "SELECT digest, data FROM revision WHERE wiki = ? AND id = ?"
        try:
            row = self._database.execute(query, (wiki, number)).fetchone()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            self._set_aside()
            return None
        return _unpacked(*row) if row else None

    def _shrink(self) -> None:
        """Delete entries, oldest first, until the data takes no more than is allowed."""
        oldest = "DELETE FROM revision WHERE rowid IN (SELECT rowid FROM revision ORDER BY rowid LIMIT 100)"
        while self._used() > self._largest and self._database.execute(oldest).rowcount:
            pass

    def _used(self) -> int:
        pages, free, size = (
            self._database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=10)
    try:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute(SCHEMA)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _packed(revision: Revision) -> tuple[str, int | None, bytes, bytes]:
    data = zlib.compress(msgspec.json.encode(revision))
    return revision.wiki, revision.revision_id, hashlib.sha256(data).digest(), data


def _unpacked(digest: bytes, data: bytes) -> Revision | None:
    """The revision in a row; None where the row is damaged or was written by a version with another record."""
    if hashlib.sha256(data).digest() != digest:
        return None
    try:
        return msgspec.json.decode(zlib.decompress(data), type=Revision)
    except msgspec.ValidationError:
        return None
