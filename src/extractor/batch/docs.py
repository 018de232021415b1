"""Docs of a language model as bytes, and a reader that keeps them: the costly step is taken once for each text and model."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec
import numpy as np
from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.cache import Cache
from extractor.pipeline.language import reader

STRINGS = (attrs.TAG, attrs.POS, attrs.MORPH, attrs.LEMMA, attrs.DEP, attrs.ENT_TYPE, attrs.ENT_KB_ID, attrs.NORM)
NUMBERS = (attrs.HEAD, attrs.ENT_IOB)
COLUMNS = (*STRINGS, *NUMBERS)


def packed(doc: Doc) -> bytes:
    """A Doc's words, sentences, tags, lemmas, morphology, parse and entities. Its text must be kept beside it."""
    array = doc.to_array(list(COLUMNS))
    names = {number: at for at, number in enumerate(sorted({int(n) for n in array[:, : len(STRINGS)].ravel()}))}
    small = array.astype(np.int64)
    for column in range(len(STRINGS)):
        small[:, column] = [names[int(number)] for number in array[:, column]]
    words = [len(token) * 2 + bool(token.whitespace_) for token in doc]
    strings = [doc.vocab.strings[number] if number else "" for number in names]
    return msgspec.msgpack.encode((words, strings, small.astype(np.int32).tobytes()))


def unpacked(text: str, data: bytes, vocab: Vocab) -> Doc:
    """The Doc of `text` that was packed as `data`, on a vocabulary."""
    told, strings, table = msgspec.msgpack.decode(data, type=tuple[list[int], list[str], bytes])
    at, words = 0, []
    for number in told:
        words.append(text[at : at + number // 2])
        at += number // 2 + number % 2
    doc = Doc(vocab, words=words, spaces=[bool(number % 2) for number in told])
    small = np.frombuffer(table, dtype=np.int32).reshape(len(words), len(COLUMNS))
    numbers = np.array([vocab.strings.add(string) if string else 0 for string in strings], dtype=np.uint64)
    array = small.astype(np.int64).astype(np.uint64)
    array[:, : len(STRINGS)] = numbers[small[:, : len(STRINGS)]]
    return doc.from_array(list(COLUMNS), array)


class Reader:
    """`understand` with a cache before the model, which is loaded when a text is to be understood.

    model: a name for everything that a text's Doc depends on; a part of every key. `asked` counts the texts that were asked for,
    `read` those that the model had to read.
    """

    def __init__(self, load: Callable[[], Language], cache: Cache | None, model: str) -> None:
        """`load` gives the model; without a cache every text is read anew."""
        self._load, self._cache, self._model = load, cache, model
        self.asked = self.read = 0

    @cached_property
    def nlp(self) -> Language:
        """The language model."""
        model = self._load()
        gc.freeze()  # it lives as long as the process: the collector need not look it through again and again
        return model

    def __call__(self, texts: Sequence[str]) -> list[Doc]:
        """A Doc for each text."""
        keys = {text: self._key(text) for text in texts}
        kept = self._cache.get(keys.values()) if self._cache and keys else {}
        docs = {text: unpacked(text, kept[key], self.nlp.vocab) for text, key in keys.items() if key in kept}
        unread = [text for text in keys if text not in docs]
        self.asked, self.read = self.asked + len(keys), self.read + len(unread)
        if unread:
            docs |= dict(zip(unread, reader(self.nlp)(unread), strict=True))
        if unread and self._cache:
            self._cache.put({keys[text]: packed(docs[text]) for text in unread})
        return [docs[text] for text in texts]

    def _key(self, text: str) -> bytes:
        return hashlib.blake2b(f"doc\0{self._model}\0{text}".encode(), digest_size=20).digest()
