"""What the commands share: the app, the console for people, options, and checks of what they read and where they write."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated

import typer
from rich.console import Console
from typer.core import TyperGroup

from extractor.errors import ExtractorError
from extractor.records import Extraction

ORDER = ("extract", "explain", "evaluate", "dates", "parse", "update", "changes", "history", "asof", "rebuild")


class Commands(TyperGroup):
    """The commands in the order of `ORDER`: what a newcomer needs first."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Names of the commands."""
        return sorted(self.commands, key=ORDER.index)


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    help="Wikipedia wikitext to structured dated events. Begin with: extractor extract FILE.wikitext. stdout is for data, stderr for people.",
    pretty_exceptions_enable=False,
)
people = Console(stderr=True)
Model = Annotated[
    str | None,
    typer.Option(help="Another spaCy pipeline with parser and NER: a package or a folder; default: the one shipped."),
]
LeastConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        help="Leave events less sure than this out of what is written: 0.9 keeps about two thirds, of which 98 % are right.",
    ),
]


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"extractor {metadata.version('extractor')}\n")
        raise typer.Exit


@app.callback()
def before(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def sure(extraction: Extraction, least: float) -> Extraction:
    """The extraction without the events whose confidence is below `least`."""
    return replace(extraction, events=tuple(event for event in extraction.events if event.confidence >= least))


def there(path: Path) -> Path:
    """Return the path of a file that is there; ExtractorError otherwise."""
    if path.is_dir():
        raise ExtractorError(f"{path}: a folder, where one file is wanted: name a file in it")
    if not path.exists():
        raise ExtractorError(f"{path}: no such file")
    return path


def events_file(path: Path) -> Path:
    """Return the events.jsonl that is meant by its path or its folder's; ExtractorError where there is none."""
    inside = path / "events.jsonl"
    if path.is_dir() and not inside.exists():
        raise ExtractorError(f"{path}: no events.jsonl in this folder")
    return there(inside if path.is_dir() else path)


def writable(folder: Path) -> Path:
    """Return a folder that files can be written to, or that can be made; ExtractorError otherwise. Nothing is left there."""
    if folder.is_file():
        raise ExtractorError(f"{folder}: a file, where a folder is wanted: name another")
    try:
        _probe(folder)
    except OSError as error:
        raise ExtractorError(f"{folder}: no folder to write to: {error.strerror}; name another") from error
    return folder


def _probe(folder: Path) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=folder).close()
    finally:
        for made in missing:
            with suppress(OSError):
                made.rmdir()
