"""Named entities by a fine-tuned MiniLM in ONNX: one forward pass a doc, decoded so that no entity begins in its middle.

The vocabulary is uncased; letter case goes in through the token types (`case_type`). A doc is read by itself, never in a
batch with others: int8 quantisation takes its scales over the whole input, so a neighbour would change the result.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT")
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
MAX_PIECES = 510  # BERT's 512 positions less [CLS] and [SEP]


def case_type(word: str) -> int:
    """Token type of a word by its letters: 0 lower, 1 Title, 2 UPPER, 3 miXed, 4 with a digit, 5 anything else."""
    if any(char.isdigit() for char in word):
        return 4
    if not any(char.isalpha() for char in word):
        return 5
    if word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and (len(word) == 1 or word[1:].islower()) else 3


def allowed() -> np.ndarray[Any, Any]:
    """Matrix of tag → next tag scores: 0 where the step is allowed, -inf where an I- follows another entity or none."""
    steps = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for before, tag in enumerate(TAGS):
        for after, following in enumerate(TAGS):
            if following.startswith("I-") and tag[2:] != following[2:]:
                steps[before, after] = -np.inf
    return steps


def viterbi(scores: np.ndarray[Any, Any], steps: np.ndarray[Any, Any]) -> list[int]:
    """Best allowed tag sequence for scores of shape (words, tags)."""
    best = scores[0] + np.where(np.array([tag.startswith("I-") for tag in TAGS]), -np.inf, 0.0)
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        through = best[:, None] + steps
        back[at] = through.argmax(axis=0)
        best = through.max(axis=0) + scores[at]
    path = [int(best.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


class WikiNer:
    """spaCy component `wiki_ner`: sets `doc.ents`."""

    def __init__(self, name: str = "wiki_ner") -> None:
        """Weights come with `from_disk`."""
        self.name = name
        self._files: dict[str, bytes] = {}
        self._session: Any = None
        self._tokenizer: Any = None
        self._steps = allowed()

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of one doc."""
        entities = []
        for start, end in self._chunks(doc):
            tags = viterbi(self._scores([token.text for token in doc[start:end]]), self._steps)
            entities += [Span(doc, start + low, start + high, label=label) for low, high, label in _entities(tags)]
        doc.set_ents([span for span in entities if span.text.strip()])
        return doc

    def _chunks(self, doc: Doc) -> Iterator[tuple[int, int]]:
        """Stretches of whole sentences that fit the model's window; a longer sentence is cut."""
        lengths = [
            max(1, len(encoding.ids))
            for encoding in self._tokenizer.encode_batch(
                [[token.text] for token in doc], is_pretokenized=True, add_special_tokens=False
            )
        ]
        stops = {sentence.end for sentence in doc.sents} if doc.has_annotation("SENT_START") else set()
        start, used, stop = 0, 0, 0
        for at, length in enumerate(lengths):
            if used + length > MAX_PIECES:
                cut = stop if stop > start else at
                yield start, cut
                start, used = cut, sum(lengths[cut:at])
            used += length
            if at + 1 in stops:
                stop = at + 1
        if start < len(lengths):
            yield start, len(lengths)

    def _scores(self, words: list[str]) -> np.ndarray[Any, Any]:
        encoding = self._tokenizer.encode(words, is_pretokenized=True)
        ids = np.array([encoding.ids], dtype=np.int64)
        cases = [case_type(word) for word in words]
        types = np.array([[5 if word is None else cases[word] for word in encoding.word_ids]], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
        logits = self._session.run(["logits"], feed)[0][0]
        out = np.full((len(words), len(TAGS)), -1e4, dtype=np.float32)
        out[:, 0] = 0.0  # a word of which the tokenizer makes nothing is no entity
        seen = set()
        for piece, word in enumerate(encoding.word_ids):
            if word is not None and word not in seen:
                seen.add(word)
                out[word] = logits[piece]
        return out

    def from_disk(self, path: Path, **_: Any) -> WikiNer:
        """Read `model.onnx` and `tokenizer.json` from a folder."""
        return self._set({name: (Path(path) / name).read_bytes() for name in ("model.onnx", "tokenizer.json")})

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write the two files into a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        for name, data in self._files.items():
            (Path(path) / name).write_bytes(data)

    def from_bytes(self, data: bytes, **_: Any) -> WikiNer:
        """Inverse of `to_bytes`."""
        import srsly

        return self._set(srsly.msgpack_loads(data))

    def to_bytes(self, **_: Any) -> bytes:
        """Both files in one message."""
        import srsly

        return bytes(srsly.msgpack_dumps(self._files))

    def _set(self, files: dict[str, bytes]) -> WikiNer:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # N workers on N cores must not fight
        self._files = files
        self._session = onnxruntime.InferenceSession(files["model.onnx"], options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        return self


def _entities(tags: list[int]) -> Iterator[tuple[int, int, str]]:
    start, label = -1, ""
    for at, tag in enumerate([*(TAGS[tag] for tag in tags), "O"]):
        if start >= 0 and tag != f"I-{label}":
            yield start, at, label
            start = -1
        if tag.startswith("B-"):
            start, label = at, tag[2:]
