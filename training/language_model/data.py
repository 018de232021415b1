"""Training data as arrays: what ../shared/training/README.md describes → samples of words with targets, batched by length."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from spacy.tokens import Doc, DocBin
from tokenizers import Tokenizer

from extractor.pipeline.decode import TAGS, case_type, lemma_rule

UNKNOWN = -100  # torch's ignore_index
FLAT = ("ner", "tag", "morph", "lemma")


@dataclass(slots=True)
class Sample:
    """One sentence: its words as pieces, and a target a word and head; missing heads are left out."""

    pieces: list[list[int]]
    cases: list[int]
    targets: dict[str, list[int]] = field(default_factory=dict)
    source: str = ""


class Pieces:
    """Words → pieces, remembered."""

    def __init__(self, path: str | Path) -> None:
        """path: a tokenizer.json with BERT's normaliser."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}

    def sample(self, words: Iterable[str]) -> Sample:
        """A sample without targets. A word of which nothing is left becomes [UNK]."""
        words = list(words)
        for word in words:
            if word not in self._known:
                self._known[word] = self._tokenizer.encode(word, add_special_tokens=False).ids[:12] or [100]
        return Sample([self._known[word] for word in words], [case_type(word) for word in words])


def entity_samples(path: Path, pieces: Pieces) -> list[Sample]:
    """Sentences with entity tags; words of a `miss` span, whose label nobody knows, are masked rather than O."""
    tokenizer = spacy.blank("en").tokenizer
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = [token for token in tokenizer(row["text"]) if not token.is_space]
        tags = [TAGS.index("O")] * len(words)
        for start, end, label in [*row["ents"], *((*span, None) for span in row.get("miss", []))]:
            inside = [at for at, word in enumerate(words) if word.idx < end and start < word.idx + len(word)]
            for at in inside:
                tags[at] = TAGS.index(f"{'B' if at == inside[0] else 'I'}-{label}") if label else UNKNOWN
        if words:
            sample = pieces.sample(word.text for word in words)
            sample.targets["ner"], sample.source = tags, row["src"]
            out.append(sample)
    return out


def labels_of(docs: list[Doc]) -> dict[str, list[str]]:
    """Classes of each head, the most frequent first; a lemma rule seen once is no class."""
    count: dict[str, Counter[str]] = {name: Counter() for name in ("tag", "morph", "lemma", "dep")}
    for token in (token for doc in docs for token in doc):
        for name, value in _gold(token).items():
            count[name][value] += 1
    least = {"lemma": 2}
    return {"ner": list(TAGS)} | {
        name: [value for value, n in sorted(values.items(), key=lambda item: (-item[1], item[0])) if n >= least.get(name, 1)]
        for name, values in count.items()
    }  # fmt: skip


def _gold(token: Any) -> dict[str, str]:
    return {
        "tag": token.tag_,
        "morph": f"{token.pos_}|{token.morph}".rstrip("|"),
        "lemma": lemma_rule(token.text, token.lemma_),
        "dep": token.dep_,
    }


def syntax_docs(path: Path) -> list[Doc]:
    """The docs of a DocBin."""
    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def syntax_samples(docs: list[Doc], pieces: Pieces, labels: dict[str, list[str]]) -> list[list[Sample]]:
    """Each doc as its sentences in order; heads are 0 for the root, else 1 + the place in the sentence."""
    index = {name: {value: at for at, value in enumerate(values)} for name, values in labels.items()}
    out = []
    for doc in docs:
        sentences = []
        for sentence in doc.sents:
            sample = pieces.sample(token.text for token in sentence)
            gold = [_gold(token) for token in sentence]
            sample.targets = {
                name: [index[name].get(row[name], UNKNOWN) for row in gold] for name in ("tag", "morph", "lemma", "dep")
            }
            sample.targets["head"] = [
                0 if token.head.i == token.i else token.head.i - sentence.start + 1 for token in sentence
            ]
            sentences.append(sample)
        out.append(sentences)
    return out


def without_stop(sample: Sample, stops: frozenset[int]) -> Sample:
    """The sentence without its final mark, as in headings, list items and slips; as it was if a word hangs on the mark."""
    last = len(sample.pieces)
    if last < 4 or sample.pieces[-1][0] not in stops or last in sample.targets["head"]:
        return sample
    return Sample(sample.pieces[:-1], sample.cases[:-1], {k: v[:-1] for k, v in sample.targets.items()}, sample.source)


def paragraphs(
    docs: list[list[Sample]], rng: random.Random, longest: int, stopless: float, stops: frozenset[int]
) -> Iterator[list[Sample]]:
    """Docs cut anew into stretches of 1 to 8 sentences and at most `longest` pieces; some sentences lose their stop."""
    for doc in docs:
        at = 0
        while at < len(doc):
            want, used, taken = rng.choice((1, 2, 3, 4, 6, 8)), 0, []
            while at < len(doc) and len(taken) < want:
                size = sum(map(len, doc[at].pieces))
                if taken and used + size > longest:
                    break
                taken.append(without_stop(doc[at], stops) if rng.random() < stopless else doc[at])
                used, at = used + size, at + 1
            yield taken


def batches(groups: list[list[Sample]], size: int, rng: random.Random) -> list[list[list[Sample]]]:
    """Groups of about equal length together, at most `size` pieces a batch (padding counted), in random order."""
    keyed = [
        (sum(len(p) for s in group for p in s.pieces) * rng.uniform(0.9, 1.1), at) for at, group in enumerate(groups)
    ]
    out: list[list[list[Sample]]] = [[]]
    for length, at in sorted(keyed):
        if out[-1] and (length + 2) * (len(out[-1]) + 1) > size:
            out.append([])
        out[-1].append(groups[at])
    rng.shuffle(out)
    return out


def tensors(batch: list[list[Sample]]) -> dict[str, torch.Tensor]:
    """A batch of groups as padded tensors: ids, cases, mask, firsts, sentence numbers and targets, all cut at 510 pieces."""
    rows = [_row(group) for group in batch]
    fill = {"ids": 0, "cases": 5, "mask": 0, "firsts": 0, "sentence": -1, "head": 0}
    out = {}
    for name in rows[0]:
        longest = max(len(row[name]) for row in rows)
        padded = np.full((len(rows), longest), fill.get(name, UNKNOWN), dtype=np.int64)
        for at, row in enumerate(rows):
            padded[at, : len(row[name])] = row[name]
        out[name] = torch.from_numpy(padded)
    out["mask"] = out["mask"].bool()
    return out


def _row(group: list[Sample]) -> dict[str, list[int]]:
    ids, cases, firsts, row = [101], [5], [], {name: [] for name in group[0].targets}
    sentence: list[int] = []
    starts: list[int] = []
    for number, sample in enumerate(group):
        begin = len(firsts)
        for word, (pieces, case) in enumerate(zip(sample.pieces, sample.cases, strict=True)):
            if len(ids) + len(pieces) > 511:
                break
            firsts.append(len(ids))
            ids += pieces
            cases += [case] * len(pieces)
            sentence.append(number)
            starts.append(int(word == 0))
            for name, values in sample.targets.items():
                value = values[word]
                row[name].append(value + begin if name == "head" and value else value)
    row |= {"ids": [*ids, 102], "cases": [*cases, 5], "mask": [1] * (len(ids) + 1), "firsts": firsts}
    if "head" in row:
        lost = [head > len(firsts) for head in row["head"]]
        row["head"] = [0 if gone else head for head, gone in zip(row["head"], lost, strict=True)]
        row["dep"] = [UNKNOWN if gone else dep for dep, gone in zip(row["dep"], lost, strict=True)]
        row |= {"sentence": sentence, "sent": starts}
    return row
