"""What has to be done for a page: what was seen of it against what the wiki says now. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.records import PageState


@dataclass(frozen=True, slots=True)
class Seen:
    """What a ledger last saw of a page. status: here, redirect or missing; `recipe` made its extraction."""

    key: int
    wiki: str
    page_id: int
    title: str
    status: str
    revision_id: int | None
    qid: str | None
    recipe: str


@dataclass(frozen=True, slots=True)
class Todo:
    """A page and what to do for it, in this order: extract again what is known (`upgrade`), take note that it is gone (`gone`,
    "missing" or "redirect"), read its current revision (`read`)."""

    page_id: int
    state: PageState
    seen: Seen | None
    upgrade: bool = False
    gone: str = ""
    read: bool = False


def plan(seen: Seen | None, state: PageState, recipe: str) -> Todo | None:
    """What to do for a page that the ledger saw as `seen` (None: never) and the wiki tells of as `state`; None where nothing is.

    A page is new, changed (another revision), moved (another title), restored or turned from a redirect into an article:
    its revision is read. An extraction by another recipe is made again first, so that what the extractor changed is not
    taken for what an editor did.
    """
    if state.status == "here" and state.page_id is not None:
        if seen is None or seen.status != "here":
            return Todo(state.page_id, state, seen, read=True)
        upgrade = seen.recipe != recipe
        read = (seen.revision_id, seen.title, seen.qid) != (state.revision_id, state.title, state.qid)
        return Todo(seen.page_id, state, seen, upgrade=upgrade, read=read) if upgrade or read else None
    gone = "missing" if state.status in ("missing", "invalid") else "redirect"
    if seen is None or seen.status == gone:
        return None
    return Todo(seen.page_id, state, seen, gone=gone)
