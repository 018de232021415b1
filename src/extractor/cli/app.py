"""What the commands share: the app, the console for people, options, and the check that a file is there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from extractor.errors import ExtractorError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Wikipedia wikitext to structured dated events. stdout is for data, stderr for people.",
    pretty_exceptions_enable=False,
)
people = Console(stderr=True)
Model = Annotated[str | None, typer.Option(help="Another spaCy pipeline with parser and NER: a package or a folder.")]


def there(path: Path) -> Path:
    """Return the path of a file that is there; ExtractorError otherwise."""
    if not path.is_file():
        raise ExtractorError(f"{path}: no such file")
    return path
