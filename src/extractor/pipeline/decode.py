"""From the network's scores to annotation: tag sequences, sentence starts, trees, lemmas. Pure functions on numpy arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

Scores = np.ndarray[Any, Any]
LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT")
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))


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


def _steps() -> Scores:
    """Scores of tag → next tag: 0 where the step is allowed, -inf where an I- follows another entity or none."""
    return np.array(
        [[-np.inf if after[:2] == "I-" and before[2:] != after[2:] else 0.0 for after in TAGS] for before in TAGS],
        dtype=np.float32,
    )


STEPS = _steps()
STOPS = frozenset('.!?…;"”»)]')
LEADS = frozenset(":–—-")
BULLETS = frozenset("*•")
DEAR, NEVER = 1e5, -1e9  # more than any sum of scores; more than any number of DEAR arcs


def viterbi(scores: Scores) -> list[int]:
    """Best sequence of TAGS for scores of shape (words, tags) in which no entity begins in its middle."""
    best = scores[0] + STEPS[0]  # as after an O
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        through = best[:, None] + STEPS
        back[at] = through.argmax(axis=0)
        best = through.max(axis=0) + scores[at]
    path = [int(best.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def entities(tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Spans (start, end, label) of a sequence of TAGS."""
    start, label = -1, ""
    for at, tag in enumerate([*(TAGS[tag] for tag in tags), "O"]):
        if start >= 0 and tag != f"I-{label}":
            yield start, at, label
            start = -1
        if tag.startswith("B-"):
            start, label = at, tag[2:]


def sentence_starts(words: Sequence[str], scores: Scores, entity_scores: Scores, parts: Sequence[str]) -> list[bool]:
    """Whether a sentence starts at each word: where its score is above 0, but never inside an entity; and at each bullet.

    Lists flattened into a table's cell come as "… in 1972. * Laos has an embassy."; the bullet opens its item. `parts`:
    universal parts of speech; what only opens a sentence ("On 5 May 1967 | Israel attacked", "12–15 June: | he visits") is none.
    """
    tags = viterbi(entity_scores)
    bullets = [word in BULLETS and after[:1].isupper() for word, after in zip(words, [*words[1:], ""], strict=True)]
    out, last = list[bool](), 0
    for at, score in enumerate(scores):
        likely = bool(score > 0) and TAGS[tags[at]][:2] != "I-" and not (at and bullets[at - 1])
        out.append(at == 0 or bullets[at] or (likely and not _opening(words[last:at], parts[last:at])))
        last = at if out[-1] else last
    return out


def _opening(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether a stretch only opens what follows: no verb, no stop, and a preposition before it or a colon or dash after."""
    return (
        not {"VERB", "AUX"} & set(parts)
        and words[-1] not in STOPS
        and (parts[0] == "ADP" or (words[-1] in LEADS and "NUM" in parts))
    )


def tree(scores: Scores) -> list[int]:
    """Heads of one sentence: for scores (words, 1 + words), column 0 the root, the best tree with exactly one root.

    Each word's best head where that is a tree already; else the maximum spanning arborescence (Chu and Liu, 1965;
    Edmonds, 1967), every root arc made so dear that the best tree has only one. 0 is the root, head h the word h - 1.
    """
    size = len(scores)
    full = np.full((size + 1, size + 1), NEVER)
    full[1:] = scores
    full[np.arange(size + 1), np.arange(size + 1)] = NEVER
    heads = full[1:].argmax(axis=1)
    if (heads == 0).sum() != 1 or _cycle(heads) is not None:
        full[1:, 0] -= DEAR
        heads = _edmonds(full)[1:]
    return [int(head) for head in heads]


def _edmonds(scores: Scores) -> Scores:
    """Maximum spanning arborescence from node 0 for scores (dependent, head); contracts one cycle at a time."""
    heads: Scores = scores.argmax(axis=1)
    heads[0] = 0
    members = _cycle(heads[1:])
    if members is None:
        return heads
    cycle = np.array(members)
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    into = scores[np.ix_(cycle, outside)] - kept[:, None]  # what breaking the cycle at each member would cost
    out_of = scores[np.ix_(outside, cycle)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), NEVER)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[-1, :-1] = into.max(axis=0)
    smaller[:-1, -1] = out_of.max(axis=1)
    smaller[0, -1] = NEVER
    np.fill_diagonal(smaller, NEVER)
    found = _edmonds(smaller)
    new: Scores = heads.copy()
    broken = found[-1]
    new[cycle[int(into[:, broken].argmax())]] = outside[broken]
    for at, node in enumerate(outside[1:], start=1):
        new[node] = outside[found[at]] if found[at] < len(outside) else cycle[int(out_of[at].argmax())]
    return new


def _cycle(heads: Scores) -> list[int] | None:
    """Nodes of a cycle among `heads` (of nodes 1, 2, …; 0 the root), or None."""
    colour = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        at, path = start, []
        while at and not colour[at]:
            colour[at] = start
            path.append(at)
            at = int(heads[at - 1])
        if at and colour[at] == start:
            return path[path.index(at) :]
    return None


def lemma_rule(form: str, lemma: str) -> str:
    """How to get from a form to its lemma: case kept or lowered, how many letters off the end, what is put there.

    After the edit scripts of Straka (2018, UDPipe 2.0), suffixes only. Inverse of `lemma_by`.
    """
    keep = lemma != lemma.lower()
    source = form if keep else form.lower()
    same = next((at for at, (one, two) in enumerate(zip(source, lemma, strict=False)) if one != two), None)
    same = min(len(source), len(lemma)) if same is None else same
    return f"{'=' if keep else 'l'}{len(source) - same}{lemma[same:]}"


def lemma_by(rule: str, form: str) -> str | None:
    """The lemma that a rule makes of a form, or None where the form is too short for it."""
    source, off = form if rule[0] == "=" else form.lower(), int(rule[1])
    return source[: len(source) - off] + rule[2:] if off <= len(source) and len(source) - off + len(rule[2:]) else None
