"""What a wiki's API answers mean, as records. Pure."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote

from extractor.records import Failure, PageState, RecentChange, Revision
from extractor.sources.forms import Change, LogParams, Page, Query, RevisionForm


def plain(title: str) -> str:
    """A title as it is sent: composed characters (NFC), no space around; "" for what no wiki could take."""
    title = unicodedata.normalize("NFC", title).strip()
    return "" if any(unicodedata.category(character) == "Cc" for character in title) else title


def slug(title: str) -> str:
    """A title as a file's name has it."""
    return title.replace(" ", "_")


def states(wiki: str, titles: list[str], query: Query) -> list[PageState | Failure]:
    """What an answer says of each of the titles that were asked for (with redirects=1)."""
    written = {unquote(step.origin) if step.fromencoded else step.origin: step.to for step in query.normalized}
    converted = {step.origin: step.to for step in query.converted}
    redirects = {step.origin: step.to for step in query.redirects}
    pages = {page.title: page for page in query.pages} | {
        foreign.title: Page(foreign.title, invalid=True) for foreign in query.interwiki
    }

    def one(requested: str) -> PageState | Failure:
        title = written.get(plain(requested), plain(requested))
        if not title:
            return PageState(wiki, requested, requested, "invalid")
        path = [converted.get(title, title)]
        while path[-1] in redirects:
            path.append(redirects[path[-1]])
            if path[-1] in path[:-1]:
                return PageState(wiki, requested, path[0], "redirect_loop", redirect_to=path[1])
        page = pages.get(path[-1])
        if page is None:
            return Failure(slug(path[0]), f"{wiki}: the answer does not tell of {requested!r}")
        return state(wiki, requested, page, path)

    return [one(title) for title in titles]


def state(wiki: str, requested: str, page: Page, path: list[str]) -> PageState | Failure:
    """What is said of the page that was reached over the titles of `path`, its own last."""
    if len(path) == 1 and (page.missing or page.invalid or page.ns < 0):
        return PageState(wiki, requested, path[0], "missing" if page.missing else "invalid")
    status, redirect_to = ("redirect", path[-1]) if len(path) > 1 else ("here", None)
    if page.missing or page.invalid or page.ns < 0:
        return PageState(wiki, requested, path[0], status, redirect_to=redirect_to)
    if not page.revisions or page.pageid is None:
        return Failure(slug(path[0]), f"{wiki}: the answer does not tell the current revision of {path[-1]!r}")
    current = page.revisions[0]
    protection = tuple(sorted(f"{item.type}={item.level}" for item in page.protection))
    return PageState(
        wiki, requested, path[0], status, page.pageid, current.revid, current.timestamp,
        page.pageprops.get("wikibase_item"), redirect_to, protection,
    )  # fmt: skip


def revisions(wiki: str, index: str, asked: list[int], query: Query) -> dict[int, Revision | Failure]:
    """What an answer says of each of the revisions that were asked for."""
    told = {form.revid: revision(wiki, index, page, form) for page in query.pages for form in page.revisions}
    gone = "is deleted or never was"
    reasons = {number: gone if str(number) in query.badrevids else "is not in the answer" for number in asked}
    untold = {number: Failure(f"revision_{number}", f"{wiki}: revision {number} {reasons[number]}") for number in asked}
    return untold | told


def revision(wiki: str, index: str, page: Page, form: RevisionForm) -> Revision | Failure:
    """One revision with its text, or why there is none."""
    slot = form.slots.get("main")
    if slot is None or slot.content is None:
        return Failure(slug(page.title), f"{wiki}: the text of revision {form.revid} is hidden")
    if slot.contentmodel != "wikitext":
        return Failure(slug(page.title), f"{wiki}: revision {form.revid} is {slot.contentmodel}, not wikitext")
    return Revision(
        slug(page.title), page.title, slot.content, wiki, page.pageid, form.revid, page.pageprops.get("wikibase_item"),
        form.timestamp, form.parentid or None, slot.sha1, form.comment, index,
    )  # fmt: skip


def change(form: Change) -> RecentChange:
    """One line of the recent changes."""
    action = f"{form.logtype}/{form.logaction}" if form.logtype else None
    target = form.logparams.target_title if isinstance(form.logparams, LogParams) else None
    return RecentChange(
        form.timestamp, form.type, form.title, form.pageid or None, form.revid or None, action, target, form.comment
    )
