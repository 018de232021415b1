"""A folder of revisions in a wiki's stead: a page's whole past on disk, for replays and tests.

For each page a file `NAME.csv` with the columns file, revid, timestamp and, if known, title, parentid, comment and qid, oldest revision first, and
beside it the folder `NAME` with those files.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.errors import SourceError
from extractor.records import Failure, PageState, Revision

NEEDED = ("file", "revid", "timestamp")


class Folder:
    """Plays the wiki from the files in `path`. Pages are numbered in name order; what a page's last row names is its current revision."""

    def __init__(self, path: Path, *, until: int | None = None) -> None:
        """until: how many of each page's rows to know, as if it were that long ago. Raises SourceError for what can't be read."""
        self.name, self._path = path.resolve().name, path
        tables = sorted(path.glob("*.csv"))
        if not tables:
            raise SourceError(f"{path}: no revisions here; it must hold a NAME.csv and a folder NAME for each page")
        self._pages = {number: (table.stem, _rows(table)[:until]) for number, table in enumerate(tables, 1)}

    def pages(self, *, titles: Iterable[str] = (), page_ids: Iterable[int] = ()) -> Iterator[PageState | Failure]:
        """The state of each page that is asked for."""
        by_title = {_title(name, rows): number for number, (name, rows) in self._pages.items()}
        for title in titles:
            yield self._state(title, by_title.get(title))
        for number in page_ids:
            yield self._state(str(number), number if number in self._pages else None)

    def revisions(self, revision_ids: Iterable[int]) -> Iterator[Revision | Failure]:
        """The revisions with those ids, in that order."""
        places = {int(row["revid"]): (page, row) for page, (_, rows) in self._pages.items() for row in rows}
        for number in revision_ids:
            known = number in places
            yield (
                self._revision(*places[number])
                if known
                else Failure(f"revision_{number}", f"{self._path}: no such revision")
            )

    def history(self, *, page_id: int, since: str | None = None) -> Iterator[Revision | Failure]:
        """A page's revisions from a time on, oldest first."""
        for row in self._pages[page_id][1]:
            if row["timestamp"] >= (since or ""):
                yield self._revision(page_id, row)

    def titles(self) -> list[str]:
        """Titles of all pages."""
        return [_title(name, rows) for name, rows in self._pages.values()]

    def _state(self, requested: str, number: int | None) -> PageState:
        name, rows = self._pages[number] if number is not None else (requested, [])
        if not rows:
            return PageState(self.name, requested, requested, "missing")
        last = rows[-1]
        return PageState(
            self.name, requested, _title(name, rows), "here", number, int(last["revid"]), last["timestamp"], last.get("qid") or None
        )  # fmt: skip

    def _revision(self, page_id: int, row: dict[str, str]) -> Revision | Failure:
        name, rows = self._pages[page_id]
        path = self._path / name / row["file"]
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            return Failure(name, f"{path}: {error}")
        return Revision(
            name, _title(name, rows), text, self.name, page_id, int(row["revid"]), row.get("qid") or None, row["timestamp"],
            int(row["parentid"]) if row.get("parentid") else None, comment=row.get("comment"),
        )  # fmt: skip


def _title(name: str, rows: list[dict[str, str]]) -> str:
    return (rows[-1].get("title") if rows else None) or name.replace("_", " ")


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, 2):
        missing = [name for name in NEEDED if not row.get(name)]
        if missing or not row["revid"].isdigit():
            raise SourceError(f"{table}:{number}: needs {', '.join(missing) or 'a number as revid'}")
    return rows
