"""What the commands that ask a wiki share: their options, the client, and telling people why it waits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.app import people

if TYPE_CHECKING:
    from stamina.instrumentation import RetryDetails

    from extractor.sources import Wiki

Address = Annotated[
    str | None, typer.Option("--wiki", help="A wiki's host, as en.wikipedia.org, or its api.php's URL.")
]
Contact = Annotated[
    str,
    typer.Option(envvar="EXTRACTOR_CONTACT", help="Your e-mail address or page, for the people who run the wiki."),
]
Cache = Annotated[Path, typer.Option(envvar="EXTRACTOR_CACHE", help="Folder for revisions, which are fetched once.")]
Listed = Annotated[
    Path | None, typer.Option("--list", help="A file of titles: one a line, CSV, TSV, JSON, JSON Lines.")
]
Category = Annotated[str | None, typer.Option(help="All articles of this category.")]
Depth = Annotated[int, typer.Option(min=0, help="Levels of subcategories of --category to go down.")]
CACHE = Path("~/.cache/extractor")


def connect(address: str, contact: str, cache: Path) -> Wiki:
    """A client of the wiki that says on stderr when it waits. Raises ContactError and WikiError."""
    import stamina.instrumentation

    from extractor.sources import Wiki

    stamina.instrumentation.set_on_retry_hooks([_waits])
    return Wiki(address, contact=contact, cache=cache.expanduser())


def titles(wiki: Wiki, named: list[str], listed: Path | None, category: str | None, depth: int) -> list[str]:
    """The titles named one by one, in a list file and by a category."""
    from extractor import sources

    found = [*named, *(sources.titles(listed) if listed else ()), *(wiki.category(category, depth) if category else ())]
    return list(dict.fromkeys(found))


def _waits(details: RetryDetails) -> None:
    people.print(f"asking again in {details.wait_for:.0f} s: {details.caused_by}", markup=False, highlight=False)
