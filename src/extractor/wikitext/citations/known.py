"""What notes and works cite, by their words: most of what reading an article costs, so it may be kept and used again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, MutableMapping

from extractor.wikitext.citations.note import Reading

Known = MutableMapping[bytes, Reading]


def recalled(known: Known | None, kind: str, text: str, language: str, read: Callable[[], Reading]) -> Reading:
    """What `text` cites, read as `kind` says, with places that count in it: what is known of it, else what `read` gives."""
    if known is None:
        return read()
    key = hashlib.blake2b(f"{kind}\0{language}\0{text}".encode(errors="surrogatepass"), digest_size=16).digest()
    if key not in known:
        known[key] = read()
    return known[key]
