"""Mentions that name nobody themselves: pronouns ("she"), and common nouns that act ("the company", "rebels")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from spacy.tokens import Doc, Token

from extractor.lang import words
from extractor.pipeline.mention import Mention
from extractor.pipeline.own_names import Names
from extractor.pipeline.syntax import dep

PARTS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "iobj", "conj", "appos")
INSIDE = ("det", "amod", "compound", "nummod", "nmod:poss")


def referring(doc: Doc, found: list[Mention], names: Names, language: str = "en") -> list[Mention]:
    """Pronouns and common nouns of `doc` that refer to one of the names found before them, or to whom the article is about."""
    w = words(language)
    out = list(_both(doc, found, names, w)) if len(names.sides) < 2 else []
    taken = [*found, *out]
    for token in doc:
        if any(mention.start <= token.idx < mention.end for mention in taken):
            continue
        if token.lower_ in w.PRONOUNS and token.pos_ in ("PRON", "DET"):
            out += _pronoun(token, found, names, w)
        elif token.pos_ in ("NOUN", "PROPN") and token.lower_ in w.NOMINALS and dep(token) in PARTS:
            out += _nominal(token, found, names, w)
    return out


def _both(doc: Doc, found: list[Mention], names: Names, w: ModuleType) -> Iterator[Mention]:
    """A phrase for two states ("both countries") as a mention of each: the one the article is about and the last other that was
    named before, else the last two."""
    own = [names.subject[0]] if names.subject and names.subject[1] == "GPE" else []
    for match in phrases(w.BOTH_STATES).finditer(doc.text):
        before = [one.name for one in found if one.end <= match.start() and one.type == "GPE"]
        two = list(dict.fromkeys([*own, *reversed(before)]))[:2]
        if len(two) == 2 and not any(one.start < match.end() and match.start() < one.end for one in found):
            yield from (Mention(*match.span(), match.group(), name, "GPE", "phrase") for name in two)


@cache
def phrases(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some phrases as whole words, the longest first."""
    longest = sorted(alternatives, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, longest))})\b")


def _pronoun(token: Token, found: list[Mention], names: Names, w: ModuleType) -> Iterator[Mention]:
    meant = _antecedent(token, found, names, w.PRONOUNS[token.lower_])
    if meant:
        yield Mention(token.idx, token.idx + len(token), token.text, meant.name, meant.type, "pronoun")


def _nominal(token: Token, found: list[Mention], names: Names, w: ModuleType) -> Iterator[Mention]:
    """A common noun with what stands before it; nothing where a name stands inside or
    after it ("the diplomats of Laos"), which then is the actor."""
    left = [child.left_edge for child in token.lefts if dep(child) in INSIDE]
    start = min([token.i, *(edge.i for edge in left)])
    low, high = token.doc[start].idx, token.idx + len(token)
    after = [child.right_edge for child in token.rights if dep(child) == "nmod"]
    reach = max([high, *(edge.idx + len(edge) for edge in after)])
    if any(mention.start < reach and low < mention.end for mention in found):
        return
    text, kind = token.doc.text[low:high], w.NOMINALS[token.lower_]
    definite = token.doc[start].lower_ in ("the", "this", "that")
    meant = _antecedent(token, found, names, (kind,)) if kind and definite and token.i - start <= 1 else None
    if meant:
        yield Mention(low, high, text, meant.name, meant.type, "phrase")
    else:
        plain = token.doc[start + definite : token.i + 1].text if start < token.i else text
        yield Mention(low, high, text, plain[:1].upper() + plain[1:], kind or "GROUP", "noun")


def _antecedent(token: Token, found: list[Mention], names: Names, types: tuple[str, ...]) -> Mention | None:
    """Whom a pronoun or phrase means: whom the article is about where that fits, else a state that is the subject of a clause
    before it, the first fitting name of the nearest sentence before that has one, the first of its own sentence."""
    subject = names.subject
    if subject and subject[1] in types and subject[1] != "GPE":
        return Mention(0, 0, "", subject[0], subject[1], "title")
    before = [mention for mention in found if mention.end <= token.idx and mention.type in types]
    outside = [mention for mention in before if mention.end <= token.sent.start_char]
    own = next((mention for mention in before if mention not in outside and _acts(token.doc, mention)), None)
    if own and own.type == "GPE":
        return own  # "Senegal cut its ties, as it accused …"
    if outside:
        nearest = token.doc.char_span(outside[-1].start, outside[-1].end, alignment_mode="expand")
        low = nearest.sent.start_char if nearest is not None else 0
        return next(mention for mention in outside if mention.start >= low)
    if subject and subject[1] in types:
        return Mention(0, 0, "", subject[0], subject[1], "title")
    return before[0] if before else None


def _acts(doc: Doc, mention: Mention) -> bool:
    """Whether a mention is the subject of a clause."""
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span is not None and dep(span.root) in ("nsubj", "nsubj:pass")
