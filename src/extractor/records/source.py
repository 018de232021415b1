"""What comes in at a door: revisions, the states of pages, what changed on a wiki, what failed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of one article: its wikitext and what is known of where it stands. Unknown ids are None.

    `timestamp` is ISO 8601 in UTC, `sha1` the hexadecimal SHA-1 that the wiki gives for the wikitext, `comment` the edit
    summary (None where it is unknown or hidden). `parent_id` is None for a page's first revision too. `index` is the address
    of the wiki's index.php (None: where Wikimedia's wikis have it).
    """

    slug: str
    title: str
    text: str
    wiki: str = "en.wikipedia.org"
    page_id: int | None = None
    revision_id: int | None = None
    qid: str | None = None
    timestamp: str | None = None
    parent_id: int | None = None
    sha1: str | None = None
    comment: str | None = None
    index: str | None = None

    @property
    def permalink(self) -> str | None:
        """URL of exactly this revision, or None where its id is unknown or the wiki is a folder."""
        if not self.index and not {".", ":"} & set(self.wiki):
            return None
        index = self.index or f"https://{self.wiki}/w/index.php"
        return f"{index}?oldid={self.revision_id}" if self.revision_id else None


@dataclass(frozen=True, slots=True)
class PageState:
    """What a wiki says of one page now, without its text. Unknown ids are None.

    requested: the title or page id that was asked for. title: that page's own title, as the wiki writes it ("" for a page id
    that no page has). status:
    - here: there is such a page, and it is no redirect;
    - redirect: it leads to `redirect_to` in the end, and page_id, revision_id, timestamp, qid and protection are those of
      *that* page (None where there is none);
    - redirect_loop: it leads to itself over `redirect_to`;
    - missing: never was, or was deleted;
    - invalid: can't be a page of this wiki (a forbidden character, another wiki's page, a special page).

    revision_id and timestamp are those of the current revision; protection is such as ("edit=sysop",).
    """

    wiki: str
    requested: str
    title: str
    status: str
    page_id: int | None = None
    revision_id: int | None = None
    timestamp: str | None = None
    qid: str | None = None
    redirect_to: str | None = None
    protection: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecentChange:
    """A line of a wiki's recent changes. kind: edit, new or log; a log line has its action, as "move/move", and a move its target.

    revision_id is None where no revision was made (a deletion); comment is None where it is hidden.
    """

    timestamp: str
    kind: str
    title: str
    page_id: int | None = None
    revision_id: int | None = None
    action: str | None = None
    target: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be extracted, and why."""

    slug: str
    message: str
