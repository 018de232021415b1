"""The forms of a wiki's API answers (action=query, formatversion=2): decoded, checked, and put together where continued."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from extractor.errors import UnansweredError, WikiError

PASSING = ("maxlag", "ratelimited", "readonly", "internal_api_error")  # beginnings of the codes of errors that may pass


class Slot(msgspec.Struct):
    """A revision's content. Hidden content is absent."""

    content: str | None = None
    contentmodel: str = "wikitext"
    sha1: str | None = None


class RevisionForm(msgspec.Struct):
    """A revision as the API tells it."""

    revid: int
    parentid: int = 0
    timestamp: str | None = None
    comment: str | None = None
    slots: dict[str, Slot] = {}


class Protection(msgspec.Struct):
    """Who alone may do what."""

    type: str
    level: str


class Page(msgspec.Struct):
    """A page as the API tells it. Asked by page id, a missing page has no title."""

    title: str = ""
    pageid: int | None = None
    ns: int = 0
    missing: bool = False
    invalid: bool = False
    redirect: bool = False
    revisions: list[RevisionForm] = []
    pageprops: dict[str, str] = {}
    protection: list[Protection] = []


class Step(msgspec.Struct, rename={"origin": "from"}):
    """One step from a title to another: normalised, converted to a script variant, or redirected."""

    origin: str
    to: str
    fromencoded: bool = False


class Interwiki(msgspec.Struct):
    """A title of another wiki."""

    title: str


class Member(msgspec.Struct):
    """A member of a category."""

    ns: int
    title: str
    type: str


class LogParams(msgspec.Struct):
    """What a log line says beside its action; a move says where to."""

    target_title: str | None = None


class Change(msgspec.Struct):
    """A line of the recent changes."""

    type: str
    title: str = ""
    timestamp: str = ""
    pageid: int = 0
    revid: int = 0
    comment: str | None = None
    logtype: str = ""
    logaction: str = ""
    logparams: LogParams | list[object] | None = None


class Query(msgspec.Struct):
    """The body of an answer."""

    pages: list[Page] = []
    normalized: list[Step] = []
    converted: list[Step] = []
    redirects: list[Step] = []
    interwiki: list[Interwiki] = []
    badrevids: dict[str, object] = {}
    categorymembers: list[Member] = []
    recentchanges: list[Change] = []


class Refusal(msgspec.Struct):
    """An error of the API."""

    code: str
    info: str = ""


class Answer(msgspec.Struct, rename={"following": "continue"}):
    """A whole answer: the body, and the fields to ask on with where there is more."""

    query: Query | None = None
    error: Refusal | None = None
    following: dict[str, str | int] = {}
    curtimestamp: str = ""


def decode(body: bytes, address: str, after: float | None = None) -> Answer:
    """An answer's bytes read. UnansweredError where they are no sound answer; WikiError where the API says no for good."""
    try:
        answer = msgspec.json.decode(body, type=Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        seen = body[:40].decode("utf-8", "replace")
        raise UnansweredError(f"{address}: not an API's answer ({error}): {seen!r}; is it an api.php?") from error
    if answer.error and answer.error.code.startswith(PASSING):
        raise UnansweredError(f"{address}: {answer.error.code}: {answer.error.info}", after)
    if answer.error:
        raise WikiError(f"{address}: {answer.error.code}: {answer.error.info}")
    if answer.query is None and not answer.curtimestamp and not answer.following:
        raise UnansweredError(f"{address}: an answer without content")
    return answer


def merged(queries: Iterable[Query]) -> Query:
    """One body out of those of a continued query about pages, which tell of each page bit by bit."""
    whole, pages = Query(), dict[tuple[int | None, str], Page]()
    for query in queries:
        for page in query.pages:
            known = pages.setdefault((page.pageid, page.title), page)
            if known is not page:
                known.revisions = known.revisions + page.revisions
                known.pageprops = known.pageprops | page.pageprops
                known.protection = known.protection or page.protection
                known.redirect = known.redirect or page.redirect
        whole.normalized += query.normalized
        whole.converted += query.converted
        whole.redirects += query.redirects
        whole.interwiki += query.interwiki
        whole.badrevids |= query.badrevids
    whole.pages = list(pages.values())
    return whole
