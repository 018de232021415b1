"""What can go wrong, as a small tree.

ExtractorError
├── SourceError      a file, folder or title can't be read as revisions
├── ManifestError    corpus/manifest.toml does not say what it must
├── GoldError        a gold row does not fit its text or its form
├── EventsError      an events file has a line that is no event
└── ModelError       a spaCy pipeline lacks what extraction needs

Each message names the file, the place and the mend, in one line.
"""


class ExtractorError(Exception):
    """Root of every error that the package raises on purpose."""


class SourceError(ExtractorError):
    """A source of revisions can't be read."""


class ManifestError(ExtractorError):
    """A corpus manifest does not hold."""


class GoldError(ExtractorError):
    """A gold file does not fit its form or its article."""


class EventsError(ExtractorError):
    """An events file can't be read back."""


class ModelError(ExtractorError):
    """A language model can't be loaded or lacks a needed component."""
