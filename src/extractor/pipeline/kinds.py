"""What kind of event a trigger tells: a classifier over the trigger's words, its arguments and the lexicon's hint.

Classes of words (a hand-made list of 7,500 in 215 classes) and the encoder's vectors were tried as features beside: neither
raised the share that is right over folds (docs/accuracy.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from spacy.tokens import Token

from extractor.lang import words
from extractor.pipeline import linear
from extractor.pipeline.lexicon import Setting, clause, decided, hint, lemma_of, listed
from extractor.pipeline.mention import Mention
from extractor.pipeline.syntax import dep

ARGUMENTS = frozenset(
    ["obj", "nsubj", "nsubj:pass", "obl", "nmod", "xcomp", "compound", "amod", "obl:agent", "ccomp", "iobj", "conj", "acl", "advcl", "obl:tmod", "compound:prt"]
)  # fmt: skip
LIKELY, SURE = 0.15, 0.6  # chosen over the folds of training
TELLING = ("NOUN", "VERB", "ADJ")  # parts of speech whose words tell what an act is
WITHIN = frozenset(["compound", "amod", "nmod", "conj", "appos"])


def kind_of(trigger: Token, mentions: list[Mention], setting: Setting, language: str = "en") -> str:
    """The likeliest kind of the closed list, unless the classifier is unsure and the trigger's object decides; `other` only where
    the lexicon's kind is unlikely too."""
    decision, ring = decided(trigger, language)
    said = hint(trigger, setting, decision, language)
    read = linear.load("kinds").probabilities(_features(trigger, mentions, setting, (decision, ring), said, language))
    best = max(sorted(read), key=lambda name: read[name])
    if ring == "object" and read[best] < SURE:
        return decision
    return said if best == "other" and read.get(said, 0.0) > LIKELY else best


def features(trigger: Token, mentions: list[Mention], setting: Setting, language: str = "en") -> list[str]:
    """Features of a trigger in its text. mentions: those of the text."""
    decision = decided(trigger, language)
    said = hint(trigger, setting, decision[0], language)
    return sorted(set(_features(trigger, mentions, setting, decision, said, language)))


def _features(
    trigger: Token, mentions: list[Mention], setting: Setting, decision: tuple[str, str], said: str, language: str
) -> Iterator[str]:
    w, lemma = words(language), lemma_of(trigger, language)
    base = listed(trigger, lemma, w)
    passive = any(dep(child) == "aux:pass" for child in trigger.children)
    kind, ring = decision
    yield f"decided={kind}"
    yield f"decided={kind} {ring}"
    yield f"decided={kind} {lemma}"
    yield f"hint={said}"
    yield f"hint={said} base={base}"
    yield f"hint={said} about={setting.about}"
    yield f"hint={said} block={setting.block}"
    yield f"base={base}"
    yield f"lemma={lemma}"
    yield f"lemma={lemma} {trigger.pos_}"
    yield f"lemma={lemma} passive={passive}"
    yield f"about={setting.about}"
    yield f"block={setting.block}"
    for child in trigger.children:
        if dep(child) in ARGUMENTS and child.text[:1].isalpha() and child.lower_ not in w.MONTHS:
            yield from _argument(child, lemma, base, w)
    yield from _governor(trigger, lemma, base, w)
    yield from (f"clause={word.lemma_.lower()}" for word in clause(trigger) if word.pos_ in TELLING and word.is_alpha)
    yield from (f"column={word}" for word in setting.column.lower().split())
    low, high = trigger.sent.start_char, trigger.sent.end_char
    types = ",".join(sorted({mention.type for mention in mentions if low <= mention.start < high}))
    yield f"types={types} base={base}"


def _argument(child: Token, lemma: str, base: str, w: ModuleType) -> Iterator[str]:
    """What an argument's head and type say, alone and with the trigger."""
    label, word = dep(child), child.lemma_.lower()
    case = next((other.lower_ for other in child.children if dep(other) == "case"), "")
    named = child.ent_type_ or ("PRON" if child.pos_ == "PRON" else "-")
    tie = f"{label}:{case}" if case else label
    yield f"{tie}={word}"
    yield f"arg={word}"
    yield f"arg={word} {lemma}"
    yield f"{label} type={named} {lemma}"
    yield f"{label} type={named} {base}"
    told = w.TRIGGER_NOUNS.get(word)
    if told:
        yield f"told={told}"
        yield f"told={told} {label}"
        yield f"told={told} {lemma}"
        yield f"told={told} {base}"
    if case:
        yield f"{lemma} case={case}"
        yield f"case={case} {named} {base}"
    for inner in child.children:
        if dep(inner) in WITHIN and inner.pos_ in TELLING:
            form = inner.lemma_.lower()
            yield f"within={form}"
            yield f"within={form} {lemma}"
            yield f"within={form} {base}"


def _governor(trigger: Token, lemma: str, base: str, w: ModuleType) -> Iterator[str]:
    """What the word that the trigger hangs on says."""
    head = trigger.head
    if head.i == trigger.i:
        return
    word = head.lemma_.lower()
    yield f"head={word}"
    yield f"head={word} {dep(trigger)}"
    yield f"head={word} {lemma}"
    told = w.TRIGGER_NOUNS.get(word) or w.TRIGGER_VERBS.get(word)
    if told:
        yield f"head told={told} {dep(trigger)}"
        yield f"head told={told} {base}"
