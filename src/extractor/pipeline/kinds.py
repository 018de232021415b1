"""What kind of event a trigger tells, and whether it is told as fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractor.lang import words
from extractor.pipeline import linear
from extractor.pipeline.syntax import dep, subject, whole


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text stands: kind of block, heading titles from the top, the column's heading, and what the article's title
    names: a pair of states ("pair"), one state ("one") or something else ("other")."""

    block: str = "paragraph"
    path: tuple[str, ...] = ()
    column: str = ""
    about: str = "other"


def lemma_of(token: Token, language: str = "en") -> str:
    """Lemma of a trigger; where the lexicon does not know the lemmatiser's guess, the known base form that its ending leaves."""
    w = words(language)
    span = whole(token)
    prefix, last = span.text[: span[-1].idx - span.start_char].lower(), span[-1]
    guess = str(prefix + last.lemma_.lower())
    if guess in w.TRIGGER_VERBS or guess in w.TRIGGER_NOUNS:
        return guess
    form = str(prefix + last.lower_)
    bases = (form[: len(form) - len(ending)] + base for ending, base in w.ENDINGS if form.endswith(ending))
    return next((base for base in bases if base in w.TRIGGER_VERBS), guess)


def clause(token: Token) -> set[str]:
    """Lemmas and lower-case forms in the trigger's own clause."""
    out: set[str] = set()
    stack = [token]
    while stack:
        at = stack.pop()
        out.update((at.lemma_.lower(), at.lower_))
        stack += [
            child
            for child in at.children
            if not (child.pos_ == "VERB" and dep(child) in ("conj", "advcl", "parataxis", "ccomp"))
        ]
    if token.head is not token and dep(token) in ("acl:relcl", "acl", "xcomp", "compound", "nmod"):
        out.update((token.head.lemma_.lower(), token.head.lower_))
    return out


def ruled(token: Token, language: str = "en") -> str:
    """Kind by the lexicon: the trigger's lemma, and the words of its clause that decide between kinds."""
    w = words(language)
    lemma, around = lemma_of(token, language), clause(token)
    for kind, lemmas, deciding in w.DECIDERS:
        if lemma in lemmas and around & deciding:
            return str(kind)
    if token.pos_ in ("NOUN", "PROPN"):
        return str(
            w.TRIGGER_NOUNS.get(lemma) or w.TRIGGER_NOUNS.get(token.lower_) or w.TRIGGER_VERBS.get(lemma, "other")
        )
    return str(w.TRIGGER_VERBS.get(lemma, "other"))


def features(token: Token, setting: Setting, language: str = "en") -> list[str]:
    """Features of the kind classifier for a trigger."""
    return sorted(set(_features(token, setting, language)))


def _features(token: Token, setting: Setting, language: str) -> Iterator[str]:
    w = words(language)
    lemma, rule = lemma_of(token, language), ruled(token, language)
    yield f"rule={rule}"
    yield f"rule={rule} {setting.about}"
    yield f"lemma={lemma}"
    yield f"lexicon={w.TRIGGER_VERBS.get(lemma, '-')} {w.TRIGGER_NOUNS.get(lemma, '-')}"
    yield f"pos={token.pos_}"
    yield f"block={setting.block}"
    yield f"about={setting.about}"
    yield f"column={setting.column.lower()}"
    for child in token.children:
        if dep(child) in ("obj", "nsubj", "nsubj:pass", "obl", "nmod", "xcomp", "compound", "amod", "compound:prt"):
            yield f"{dep(child)}={child.lemma_.lower()}"
            yield f"{dep(child)} name={child.ent_type_ or '-'}"
            yield f"{lemma} {dep(child)}={child.lemma_.lower()}"
    for word in clause(token):
        if word.isalpha():
            yield f"word={word}"
        kind = w.TRIGGER_NOUNS.get(word)
        if kind:
            yield f"clause={kind}"
    for title in setting.path:
        for word in title.lower().split():
            yield f"heading={word}"
    who = subject(token)
    yield f"subject={(who.ent_type_ or who.pos_) if who is not None else '-'}"


def kind_of(token: Token, setting: Setting, language: str = "en") -> tuple[str, float]:
    """Kind of the event that `token` triggers, with the classifier's probability."""
    read = linear.load("kinds").probabilities(features(token, setting, language))
    best = max(sorted(read), key=lambda name: read[name])
    return best, read[best]


def realis(token: Token, language: str = "en") -> str:
    """Whether the event is asserted, negated, alleged, planned or hypothetical, by the words that govern the trigger."""
    w = words(language)
    children = {child.lower_ for child in token.children} | {child.lemma_.lower() for child in token.children}
    above = {token.head.lemma_.lower()} if token.head is not token else set()
    helpers = {child.lower_ for child in token.children if dep(child) == "aux"}
    if children & w.NEGATIONS:
        return "negated"
    if (children | above | {token.lemma_.lower()}) & w.ALLEGED:
        return "alleged"
    if helpers & w.HYPOTHETICAL:
        return "hypothetical"
    if helpers & w.FUTURE or (above & w.PLANNED and dep(token) in ("xcomp", "ccomp", "acl", "advcl")):
        return "planned"
    return "asserted"
