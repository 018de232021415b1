"""Results kept by what they were made from: key → bytes in one SQLite file, shared by runs and worker processes.

Losing an entry costs time and nothing else. So a damaged entry is a miss, a damaged file is set aside and begun anew, a file that is
locked or full stores nothing; and the entries that were used longest ago make room.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from extractor.errors import CacheError
from extractor.lock import alone

LARGEST = 2**30
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, used INTEGER, digest BLOB, data BLOB)",
    "CREATE INDEX IF NOT EXISTS entry_used ON entry (used)",
)
PATIENCE = 10.0  # seconds to wait for another process
AT_ONCE = 500  # keys in one query; SQLite's limit on variables is 32,766


class Cache:
    """Bytes by key in the file `path`, whose folder is made; its data take up to `largest` bytes."""

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        """Raises CacheError where nothing can be kept at `path`."""
        self._path, self._largest = path, largest
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with alone(path, PATIENCE):  # SQLite refuses at once, not after a wait, where two make a file WAL
                self._database = self._opened()
        except (OSError, sqlite3.OperationalError) as error:
            raise CacheError(f"{path}: nothing can be kept there: {error}; choose another folder (--cache)") from error

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is kept under those of the keys that are here and sound."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, bytes] = {}
        for at in range(0, len(wanted), AT_ONCE):
            found |= self._rows(wanted[at : at + AT_ONCE])
        return found

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep entries, in place of any under the same keys."""
        packed = [(key, zlib.compress(data, 1)) for key, data in entries.items()]
        rows = [(key, self._now, _digest(key, data), data) for key, data in packed]
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)
                self._shrink()
        except sqlite3.OperationalError:  # locked, full or read-only
            return
        except sqlite3.DatabaseError:
            self._set_aside()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def _opened(self) -> sqlite3.Connection:
        """The database; a file that is none is kept under another name and begun anew."""
        try:
            return self._connected()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=PATIENCE)
        try:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=OFF")  # what a power cut loses is made again
            for statement in SCHEMA:
                database.execute(statement)
            self._now = database.execute("SELECT coalesce(max(used), 0) + 1 FROM entry").fetchone()[0]
        except sqlite3.DatabaseError:
            database.close()
            raise
        return database

    def _set_aside(self) -> None:
        """Give up a file that proved damaged, and begin anew."""
        self._database.close()
        for ending in ("-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        self._database = self._opened()

    def _rows(self, keys: list[bytes]) -> dict[bytes, bytes]:
        marks = ",".join("?" * len(keys))
        try:
            rows = self._database.execute(
                f"SELECT key, digest, data, used FROM entry WHERE key IN ({marks})", keys
            ).fetchall()
            sound = {key: zlib.decompress(data) for key, digest, data, _ in rows if _digest(key, data) == digest}
            self._touch([key for key, _, _, used in rows if used < self._now and key in sound])
        except sqlite3.OperationalError:
            return {}
        except sqlite3.DatabaseError:
            self._set_aside()
            return {}
        return sound

    def _touch(self, keys: list[bytes]) -> None:
        with suppress(sqlite3.OperationalError), self._database:
            self._database.executemany("UPDATE entry SET used = ? WHERE key = ?", [(self._now, key) for key in keys])

    def _shrink(self) -> None:
        """Delete entries, those used longest ago first, until the data take no more than is allowed."""
        oldest = "DELETE FROM entry WHERE rowid IN (SELECT rowid FROM entry ORDER BY used, rowid LIMIT (SELECT count(*) / 20 + 1 FROM entry))"
        while self._taken() > self._largest and self._database.execute(oldest).rowcount:
            pass

    def _taken(self) -> int:
        pages, free, size = (
            self._database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)


def _digest(key: bytes, data: bytes) -> bytes:
    return hashlib.blake2b(key + data, digest_size=16).digest()
