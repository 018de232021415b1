"""What can go wrong, as a small tree.

ExtractorError
├── SourceError      a file, folder or title can't be read as revisions
├── WikiError        a wiki's API can't be used so, or what it holds can't be read whole
│   ├── ContactError     nobody is named whom the wiki's operators could write to
│   └── UnansweredError  no sound answer this time: worth asking again
├── ManifestError    corpus/manifest.toml does not say what it must
├── GoldError        a gold row does not fit its text or its form
├── CacheError       nothing can be kept where a cache should be
├── LedgerError      a ledger is damaged, in use, too new, or no ledger
├── EventsError      an events file has a line that is no event
└── ModelError       a spaCy pipeline lacks what extraction needs

Each message names the file, the place and the mend, in one line.
"""


class ExtractorError(Exception):
    """Root of every error that the package raises on purpose."""


class SourceError(ExtractorError):
    """A source of revisions can't be read."""


class WikiError(ExtractorError):
    """A wiki's API can't be used as asked; asking again won't help."""


class ContactError(WikiError):
    """A client of a wiki must say who is asking."""


class UnansweredError(WikiError):
    """The wiki gave no sound answer this time."""

    def __init__(self, message: str, after: float | None = None) -> None:
        """`after` is the wait in seconds that the wiki asks for, if it does."""
        super().__init__(message)
        self.after = after


class ManifestError(ExtractorError):
    """A corpus manifest does not hold."""


class GoldError(ExtractorError):
    """A gold file does not fit its form or its article."""


class EventsError(ExtractorError):
    """An events file can't be read back."""


class ModelError(ExtractorError):
    """A language model can't be loaded or lacks a needed component."""


class CacheError(ExtractorError):
    """A cache can't be kept where it should be."""


class LedgerError(ExtractorError):
    """A ledger can't be used."""
