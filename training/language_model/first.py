"""The two models that the project began with, as one spaCy pipeline: a CNN for syntax, a MiniLM for entities. To compare."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from tokenizers import Tokenizer

from extractor.pipeline.decode import TAGS, case_type, entities, viterbi


class FirstNer:
    """`ner_minilm_int8`, one doc at a time."""

    def __init__(self, folder: Path) -> None:
        """folder: the one with m.int8pc.onnx and tokenizer.json."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            folder / "m.int8pc.onnx", options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities."""
        found = []
        for start, end in self._chunks(doc):
            tags = viterbi(self._scores([token.text for token in doc[start:end]]))
            found += [Span(doc, start + low, start + high, label=label) for low, high, label in entities(tags)]
        doc.set_ents([span for span in found if span.text.strip()])
        return doc

    def _chunks(self, doc: Doc) -> Iterator[tuple[int, int]]:
        for start in range(0, len(doc), 150):
            yield start, min(start + 150, len(doc))

    def _scores(self, words: list[str]) -> Any:
        encoding = self._tokenizer.encode(words, is_pretokenized=True)
        ids = np.array([encoding.ids], dtype=np.int64)
        cases = [case_type(word) for word in words]
        types = np.array([[5 if word is None else cases[word] for word in encoding.word_ids]], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": types}
        logits = self._session.run(["logits"], feed)[0][0]
        out = np.full((len(words), len(TAGS)), -1e4, dtype=np.float32)
        out[:, 0] = 0.0  # a word of which the tokenizer makes nothing is no entity
        for piece, word in reversed(list(enumerate(encoding.word_ids))):
            if word is not None:
                out[word] = logits[piece]
        return out


def load(models: Path) -> Language:
    """The first two models as one pipeline; models: ../shared/training/models."""
    nlp = spacy.load(models / "syntax_cnn")
    ner = FirstNer(models / "ner_minilm_int8")
    Language.component("first_ner", func=ner, assigns=["doc.ents"])
    nlp.add_pipe("first_ner")
    return nlp
