"""Reading an edited article anew where it was edited."""

from __future__ import annotations

from dataclasses import replace

from extractor.records import Article, Revision


def reread(before: Article, revision: Revision) -> Article | None:
    """The article of `revision`, made of how an earlier one was read; None where it has to be read whole."""
    if before.revision.text == revision.text:
        return replace(before, revision=revision)
    return None
