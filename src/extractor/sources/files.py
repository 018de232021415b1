"""Wikitext files and folders → revisions. A folder may hold `manifest.toml`, which tells titles, ids and checksums."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import ManifestError, SourceError
from extractor.records import Failure, Revision

SUFFIXES = (".wikitext", ".wiki", ".mediawiki", ".txt")


class Entry(BaseModel):
    """One article of a manifest. What is unknown is left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    file: str
    title: str
    wiki: str = "en.wikipedia.org"
    page_id: int | None = None
    revision_id: int | None = None
    qid: str | None = None
    sha256: str | None = None
    licence: str = "CC BY-SA 4.0"
    attribution: str = ""


class Manifest(BaseModel):
    """A corpus folder's manifest.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    article: tuple[Entry, ...]


def revisions(sources: list[Path]) -> Iterator[Revision | Failure]:
    """Revisions of files and folders in name order; a file that can't be read gives a Failure and the rest goes on.

    A file that is named twice is read once. Of two files with the same slug the second is a Failure, as ids of events are
    made of slugs, and so is a file that a folder's manifest names and the folder lacks.
    Raises SourceError for a source that isn't there or a folder without wikitext, ManifestError for a faulty manifest.
    """
    taken: dict[str, Path] = {}
    for source in sources:
        if source.is_dir():
            files = sorted(path for path in source.iterdir() if path.suffix in SUFFIXES)
            if not files:
                raise SourceError(f"{source}: no wikitext here; files must end in {', '.join(SUFFIXES)}")
        elif source.exists():
            files = [source]
        else:
            raise SourceError(f"{source}: no such file or folder")
        for path in files:
            other = taken.get(path.stem)
            if other and other.resolve() == path.resolve():
                continue
            if other:
                yield Failure(path.stem, f"{path}: {other} has the same name before the ending: rename one of them")
                continue
            taken[path.stem] = path
            try:
                yield read(path)
            except SourceError as error:
                yield Failure(path.stem, str(error))
        if source.is_dir():
            yield from _lacking(source, {path.name for path in files})


def _lacking(folder: Path, names: set[str]) -> Iterator[Failure]:
    """Failures for the files that a folder's manifest names and that are not among those read."""
    for name in manifest(folder):
        if name not in names:
            why = (
                f"its ending is none of {', '.join(SUFFIXES)}" if (folder / name).exists() else "there is no such file"
            )
            yield Failure(Path(name).stem, f"{folder / 'manifest.toml'}: names {name}, but {why}: correct one of them")


def read(path: Path) -> Revision:
    """The revision in one file, with what the manifest beside it says of it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: can't be read: {error.strerror}") from error
    if b"\0" in data[:8192]:
        raise SourceError(f"{path}: a binary file, not wikitext")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(f"{path}: not UTF-8 at byte {error.start} (line {line}): save the file as UTF-8") from error
    if not text.strip():
        raise SourceError(f"{path}: the file is empty")
    entry = manifest(path.parent).get(path.name)
    title = path.stem.replace("_", " ")
    if entry is None:
        return Revision(path.stem, title, text)
    digest = hashlib.sha256(data).hexdigest()
    if entry.sha256 and entry.sha256 != digest:
        raise SourceError(f"{path}: its sha256 is {digest}, the manifest says {entry.sha256}: correct one of them")
    return Revision(path.stem, entry.title, text, entry.wiki, entry.page_id, entry.revision_id, entry.qid)


def manifest(folder: Path) -> dict[str, Entry]:
    """Manifest entries of a folder by file name; none where it has no manifest.toml."""
    path = folder / "manifest.toml"
    if not path.exists():
        return {}
    try:
        read = Manifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{path}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise ManifestError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return {entry.file: entry for entry in read.article}
