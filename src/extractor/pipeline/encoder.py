"""Sentences, tags, lemmas, parse and entities by one small encoder with several heads, in ONNX; no torch at run time.

`training/language_model/` makes the files. A unit is read by itself, never in a batch with others: 8-bit products take
their scales over the whole input, so a neighbour would change the result. The vocabulary is uncased; letter case goes in
through the token types (`decode.case_type`). Sentences are decided first, and each is parsed by itself.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.symbols import IDS
from spacy.tokens import Doc, Span

from extractor.pipeline import decode

FILES = ("encoder.onnx", "labels.onnx", "labels.json", "lexicon.json", "tokenizer.json")
MAX_PIECES, MAX_OF_WORD = 510, 12  # BERT's 512 positions less [CLS] and [SEP]; of a longer word the beginning is read
CLS, SEP, UNK = 101, 102, 100
FLAT = ("ner", "tag", "morph", "lemma")
LIKELY = 6.0  # natural logarithm of how much less likely than the best a lemma rule may be and still be tried
Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder made of some words: tag numbers, scores of sentence starts and arcs, vectors for the labels."""

    flat: dict[str, Array]
    start: Array
    arcs: Array
    dep: Array
    head: Array


class WikiLanguage:
    """spaCy component `wiki_language`: sets sentences, tags, morphology, lemmas, heads, labels and entities."""

    def __init__(self, vocab: Any, name: str = "wiki_language", *, caution: float = 0.0) -> None:
        """Weights come with `from_disk` or `from_bytes`. caution: added to the score (a logit) of being no entity."""
        self.vocab, self.name, self.caution = vocab, name, caution
        self._files: dict[str, bytes] = {}
        self._labels: dict[str, list[str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc."""
        places = [token.i for token in doc if not token.is_space]
        words = [doc[at].text for at in places]
        columns: dict[str, list[int]] = {name: [] for name in ("tag", "morph", "head", "dep")}
        lemmas: list[str] = []
        spans: list[tuple[int, int, str]] = []
        for start, reading, starts in self._windows(words):
            window = words[start : start + len(starts)]
            heads, labels = self._parse(reading, starts)
            columns["head"] += heads
            columns["dep"] += labels
            for name in ("tag", "morph"):
                columns[name] += reading.flat[name][: len(window)].argmax(axis=1).tolist()
            parts = [self._pos[at] for at in columns["morph"][start:]]
            lemmas += map(self._lemma, reading.flat["lemma"], window, parts)
            tags = decode.viterbi(reading.flat["ner"][: len(window)])
            spans += [(start + low, start + high, label) for low, high, label in decode.entities(tags)]
        self._write(doc, places, columns, lemmas)
        doc.set_ents([Span(doc, places[low], places[high - 1] + 1, label=label) for low, high, label in spans])
        return doc

    def _windows(self, words: list[str]) -> Iterator[tuple[int, Reading, list[bool]]]:
        """Stretches that fit the encoder, each with its first word and whether a sentence starts at each of its words.

        A longer text is cut where the last sentence begun in a stretch starts; a sentence longer than that, at its end.
        """
        pieces = self._pieces(words)
        start = 0
        while start < len(words):
            end, used = start, 0
            while end < len(words) and used + len(pieces[end]) <= MAX_PIECES:
                used, end = used + len(pieces[end]), end + 1
            reading = self._read(words[start:end], pieces[start:end])
            parts = [self._pos[at] for at in reading.flat["morph"].argmax(axis=1).tolist()]
            starts = decode.sentence_starts(words[start:end], reading.start, reading.flat["ner"], parts)
            if end < len(words) and any(starts[1:]):
                end = start + max(at for at, begins in enumerate(starts) if begins)
            yield start, reading, starts[: end - start]
            start = end

    def _pieces(self, words: list[str]) -> list[list[int]]:
        encoding = self._tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
        out: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None and len(out[word]) < MAX_OF_WORD:
                out[word].append(piece)
        return [pieces or [UNK] for pieces in out]

    def _read(self, words: list[str], pieces: list[list[int]]) -> Reading:
        lengths = [len(some) for some in pieces]
        ids = [CLS, *(piece for some in pieces for piece in some), SEP]
        cases = np.repeat([5, *map(decode.case_type, words), 5], [1, *lengths, 1])
        firsts = np.cumsum([1, *lengths[:-1]])
        feed = {"ids": np.array([ids], dtype=np.int64), "cases": cases[None].astype(np.int64), "firsts": firsts[None]}
        flat, arcs, dep, head = self._encoder.run(None, feed)
        *parts, start = np.split(flat, np.cumsum([len(self._labels[name]) for name in FLAT]), axis=1)
        parts[0][:, 0] += self.caution
        return Reading(dict(zip(FLAT, parts, strict=True)), start[:, 0], arcs, dep, head)

    def _parse(self, reading: Reading, starts: list[bool]) -> tuple[list[int], list[int]]:
        """Heads relative to each word (0 for a root) and label numbers."""
        size = len(starts)
        bounds = [at for at, begins in enumerate(starts) if begins or at == 0] + [size]
        heads = np.zeros(size, dtype=np.int64)
        for low, high in itertools.pairwise(bounds):
            columns = np.concatenate(([0], np.arange(low, high) + 1))
            found = np.array(decode.tree(reading.arcs[low:high][:, columns]))
            heads[low:high] = np.where(found == 0, 0, found + low)
        scores = self._labeller.run(None, {"dep": reading.dep[:size], "head": reading.head[heads]})[0]
        scores[:, self._root] = np.where(heads == 0, np.inf, -np.inf)
        relative = np.where(heads == 0, 0, heads - 1 - np.arange(size))
        return relative.tolist(), scores.argmax(axis=1).tolist()

    def _lemma(self, scores: Array, word: str, pos: str) -> str:
        """The best rule's lemma; of an inflected word one that is a word, irregular or by a likely rule, if there is one."""
        low = word.lower()
        best = decode.lemma_by(self._labels["lemma"][int(scores.argmax())], word)
        known = self._known.get(pos)
        base = best.lower() if best else ""
        if known is None or base in known or (pos != "VERB" and base == low):
            return best or low
        if low in self._irregular[pos]:
            return self._irregular[pos][low]
        likely = np.flatnonzero(scores > scores.max() - LIKELY).tolist()
        lemmas = (decode.lemma_by(self._labels["lemma"][at], word) for at in sorted(likely, key=lambda at: -scores[at]))
        return next((lemma for lemma in lemmas if lemma is not None and lemma in known), best or low)

    def _write(self, doc: Doc, places: list[int], columns: dict[str, list[int]], lemmas: list[str]) -> None:
        """Into the doc. White space that is a token of its own hangs on the word before it, or the first one."""
        if not len(doc):
            return
        rows = np.zeros((len(doc), 6), dtype=np.int64)
        at = np.array(places, dtype=np.int64)
        if len(places):
            after = np.array(columns["head"]) + np.arange(len(places))
            rows[at, 0] = self._tags[columns["tag"]]
            rows[at, 1:3] = self._morphs[columns["morph"]]
            rows[at, 3] = self._hashes(lemmas)
            rows[at, 4] = self._deps[columns["dep"]]
            rows[at, 5] = at[after] - at
        for space in set(range(len(doc))) - set(places):
            before = at[at < space]
            host = int(before[-1]) if len(before) else int(at[0]) if len(at) else 0
            lemma = _signed([doc[space].orth])[0]
            rows[space] = (self._space, IDS["SPACE"], self._no_morph, lemma, self._dep, host - space)
        doc.from_array([TAG, POS, MORPH, LEMMA, DEP, HEAD], rows.astype(np.uint64))

    def from_disk(self, path: Path, **_: Any) -> WikiLanguage:
        """Read FILES from a folder."""
        return self._set({name: (Path(path) / name).read_bytes() for name in FILES})

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write FILES into a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, data in self._files.items():
            (Path(path) / name).write_bytes(data)

    def from_bytes(self, data: bytes, **_: Any) -> WikiLanguage:
        """Inverse of `to_bytes`."""
        return self._set(srsly.msgpack_loads(data))

    def to_bytes(self, **_: Any) -> bytes:
        """All files in one message."""
        return bytes(srsly.msgpack_dumps(self._files))

    def _set(self, files: dict[str, bytes]) -> WikiLanguage:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # N workers on N cores must not fight
        self._files = files
        self._encoder, self._labeller = (
            onnxruntime.InferenceSession(files[name], options, providers=["CPUExecutionProvider"]) for name in FILES[:2]
        )
        self._tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._labels = json.loads(files["labels.json"])
        self._root = self._labels["dep"].index("ROOT")
        self._tags, self._deps = (self._hashes(self._labels[name]) for name in ("tag", "dep"))
        self._space, self._dep = (int(number) for number in self._hashes(["_SP", "dep"]))
        morphs = [label.partition("|")[::2] for label in self._labels["morph"]]
        hashes = _signed([self.vocab.morphology.add(feats) for _, feats in morphs])
        self._morphs = np.stack([np.array([IDS[pos] for pos, _ in morphs], dtype=np.int64), hashes], axis=1)
        self._pos = [pos for pos, _ in morphs]
        lexicon, pieces = json.loads(files["lexicon.json"]), frozenset(self._tokenizer.get_vocab())
        self._irregular: dict[str, dict[str, str]] = lexicon["irregular"]
        self._known = {"VERB": frozenset(lexicon["verbs"]), "NOUN": pieces, "ADJ": pieces, "ADV": pieces}
        self._no_morph = int(_signed([self.vocab.morphology.add("")])[0])
        return self

    def _hashes(self, names: list[str]) -> Array:
        return _signed([self.vocab.strings.add(name) for name in names])


def _signed(hashes: list[int]) -> Array:
    """spaCy's 64-bit hashes as int64, so that they fit one array with relative heads."""
    return np.array(hashes, dtype=np.uint64).astype(np.int64)
