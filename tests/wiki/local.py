"""A hand on a real MediaWiki: what an editor does, through the wiki's own API. For tests only."""

from __future__ import annotations

import itertools
import uuid
from xml.sax.saxutils import escape

import httpx

USER, PASSWORD = "Admin", "local-only-wiki-1"  # as ../shared/mediawiki/wiki.sh makes them


class LocalWiki:
    """A wiki at `url` (its api.php), signed in as an administrator. Each method raises AssertionError if the wiki says no."""

    def __init__(self, url):
        self.url = url
        self.http = httpx.Client(timeout=120)
        self.names = (f"{uuid.uuid4().hex[:8]}{count}" for count in itertools.count())
        token = self.call(action="query", meta="tokens", type="login")["query"]["tokens"]["logintoken"]
        login = self.call(action="login", lgname=USER, lgpassword=PASSWORD, lgtoken=token)
        assert login["login"]["result"] == "Success", login
        tokens = self.call(action="query", meta="tokens", type="csrf|userrights")["query"]["tokens"]
        self.token = tokens["csrftoken"]
        self.call(action="userrights", user=USER, add="suppress", token=tokens["userrightstoken"])  # for `hide`

    def call(self, *, files=None, **fields):
        """The wiki's answer to one POST."""
        answer = self.http.post(self.url, data={"format": "json", "formatversion": 2, **fields}, files=files).json()
        assert "error" not in answer, answer["error"]
        return answer

    def title(self, name):
        """A title that no page has yet, so that tests can share a wiki."""
        return f"{name} {next(self.names)}"

    def edit(self, title, text, summary=""):
        """Save `text` as the page; gives the new revision's id, or None where the page said just that already."""
        done = self.call(action="edit", title=title, text=text, summary=summary, token=self.token)["edit"]
        return done.get("newrevid")

    def redirect(self, title, to):
        """Make the page a redirect."""
        return self.edit(title, f"#REDIRECT [[{to}]]")

    def move(self, title, to, *, leave_redirect=True):
        """Rename the page."""
        self.call(action="move", **{"from": title, "to": to}, token=self.token, **_flag(noredirect=not leave_redirect))

    def delete(self, title):
        """Delete the page; `undelete` brings it back."""
        self.call(action="delete", title=title, token=self.token)

    def undelete(self, title):
        """Restore the page with all its revisions."""
        self.call(action="undelete", title=title, token=self.token)

    def protect(self, title):
        """Let only administrators edit the page."""
        self.call(action="protect", title=title, protections="edit=sysop|move=sysop", token=self.token)

    def hide(self, revision_id, what="content|comment"):
        """Suppress an old revision's text or summary, as is done with libel. The current revision can't be hidden."""
        self.call(action="revisiondelete", type="revision", ids=revision_id, hide=what, token=self.token)

    def import_history(self, title, revisions):
        """Give the page a past: (timestamp, text, summary) for each revision, as from another wiki's export."""
        told = "".join(
            f"<revision><timestamp>{timestamp}</timestamp><contributor><username>Editor</username></contributor>"
            f"<comment>{escape(summary)}</comment><model>wikitext</model><format>text/x-wiki</format>"
            f'<text xml:space="preserve">{escape(text)}</text></revision>'
            for timestamp, text, summary in revisions
        )
        xml = f"<mediawiki><page><title>{escape(title)}</title><ns>0</ns>{told}</page></mediawiki>"
        files = {"xml": ("history.xml", xml.encode(), "text/xml")}
        self.call(action="import", interwikiprefix="test", token=self.token, files=files)

    def render(self, wikitext, title="Test"):
        """The HTML that the wiki makes of the wikitext (the body alone, without table of contents or edit links)."""
        told = {"disabletoc": 1, "disableeditsection": 1, "disablelimitreport": 1, "wrapoutputclass": ""}
        return self.call(action="parse", text=wikitext, title=title, contentmodel="wikitext", prop="text", **told)[
            "parse"
        ]["text"]


def _flag(**flags):
    return {name: 1 for name, raised in flags.items() if raised}
