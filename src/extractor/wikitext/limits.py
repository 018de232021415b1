"""How much of a page is read. Work is bounded by what is counted here, never by a clock, so that the same page always gives
the same answer; what is beyond a limit is left out and reported as a finding.

The largest articles of the English Wikipedia stay far below each.
"""

from __future__ import annotations

from extractor.records import Finding

MAX_LENGTH = 8_000_000  # code points of source that are read; MediaWiki saves no page above 2 MiB
MAX_NODES = 500_000  # templates, tags and comments; MediaWiki's own limit is 1,000,000 for a page with all it includes
MAX_OPEN = 10_000  # brackets open at one place; beyond them nothing more is taken out
MAX_DEPTH = 40  # constructs shown within one another; MediaWiki stops at 100 with the templates' own code counted
MAX_COLUMNS = 1000  # the HTML standard's cap on colspan
MAX_ROWSPAN = 65_534  # the HTML standard's cap on rowspan
MAX_CELLS = 200_000  # table cells of a page
MAX_SPREAD = 1_000_000  # characters that row and column spans show again, a cell counted as ten
MAX_FINDINGS = 100  # of openings that are never closed, in one stretch
MAX_NOTE = 20_000  # code points of a note that are read
MAX_NOTE_MARKUP = {
    "{{": 100,
    "<": 60,
    "[": 300,
}  # openings in a note whose citation is read: mwparserfromhell's time grows with their cube


class Limits:
    """What is left of a page's allowances, and findings where one ran out, one for each."""

    def __init__(self) -> None:
        """All is left."""
        self.cells, self.findings = MAX_CELLS, list[Finding]()
        self._spread = MAX_SPREAD

    def spread(self, amount: int) -> bool:
        """Whether spans may show so much again."""
        self._spread -= amount
        if self._spread < 0:
            self.stop("span_cut", "rows and columns spanned show more cells than are read", 0)
        return self._spread >= 0

    def stop(self, code: str, message: str, at: int) -> None:
        """Note that reading stopped short at a place."""
        if all(finding.code != code for finding in self.findings):
            self.findings.append(Finding(code, message, at, at))
