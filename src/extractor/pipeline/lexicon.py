"""What kind of event a trigger tells by the word lists of `lang/` alone: the hint that the classifier of kinds starts from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

from spacy.tokens import Token

from extractor.lang import words
from extractor.pipeline.syntax import dep, subject, whole


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text stands: kind of block, heading titles from the top, the column's heading, what the article is about (`Names`)."""

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
    if form in w.IRREGULAR:
        return str(w.IRREGULAR[form])
    bases = (form[: len(form) - len(ending)] + base for ending, base in w.ENDINGS if form.endswith(ending))
    return next((base for base in bases if base in w.TRIGGER_VERBS), guess)


OBJECT = ("obj", "nsubj:pass")
DIRECT = ("obj", "nsubj", "nsubj:pass", "xcomp")
WITHIN = ("compound", "amod")
CORE = ("obj", "nsubj", "nsubj:pass", "obl", "nmod", "xcomp", "compound", "compound:prt", "amod", "obl:agent", "ccomp")
BORNE = ("obj", "nsubj:pass", "nsubj", "obl")
ABOVE = ("acl:relcl", "acl", "xcomp", "compound", "nmod", "amod")


def clause(token: Token) -> list[Token]:
    """The words of the trigger's own clause, with the one that it modifies."""
    out: list[Token] = []
    stack = [token]
    while stack:
        at = stack.pop()
        out.append(at)
        stack += [
            child
            for child in at.children
            if not (child.pos_ == "VERB" and dep(child) in ("conj", "advcl", "parataxis", "ccomp"))
        ]
    if token.head.i != token.i and dep(token) in ("acl:relcl", "acl", "xcomp", "compound", "nmod"):
        out.append(token.head)
    return out


def forms(tokens: Iterable[Token]) -> set[str]:
    """Lemmas and forms, in lower case."""
    return {form for token in tokens for form in (token.lemma_.lower(), token.lower_)}


def arguments(token: Token, labels: tuple[str, ...], inside: tuple[str, ...]) -> set[str]:
    """Lemmas and forms of the trigger's arguments of some labels, of what stands `inside` them, and of what it modifies."""
    near = [child for child in token.children if dep(child) in labels]
    near += [other for child in near for other in child.children if dep(other) in inside]
    if token.head.i != token.i and dep(token) in ABOVE:
        near.append(token.head)
    return forms(near)


def decided(token: Token, language: str = "en") -> tuple[str, str]:
    """The kind that a word beside the trigger's lemma decides, and how near that word stands: its object, its arguments, what
    is within them, its clause; two empty strings where none does."""
    w = words(language)
    lemma = lemma_of(token, language)
    rings = {
        "object": arguments(token, OBJECT, WITHIN),
        "argument": arguments(token, DIRECT, WITHIN),
        "within": arguments(token, CORE, (*WITHIN, "conj", "nmod")),
        "clause": forms(clause(token)),
    }
    for ring, around in rings.items():
        for kind, lemmas, deciding in w.DECIDERS:
            if lemma in lemmas and around & deciding:
                return str(kind), ring
    return "", ""


def hint(token: Token, setting: Setting, decision: str, language: str = "en") -> str:
    """Kind by the lexicon: the one that `decided` gives, else the one that the lemma is listed under."""
    w = words(language)
    lemma = lemma_of(token, language)
    if decision:
        return decision
    if setting.about in ("pair", "one") and lemma in w.OF_MISSIONS:
        return str(w.OF_MISSIONS[lemma])
    if lemma in w.BEARERS:
        borne = [child for label in BORNE for child in token.children if dep(child) == label]
        kinds = [w.TRIGGER_NOUNS[child.lemma_.lower()] for child in borne if child.lemma_.lower() in w.TRIGGER_NOUNS]
        if kinds:
            return str(kinds[0])
    kind = listed(token, lemma, w) or "other"
    return kind if kind != "life" or lemma in w.LIFE_ANYWAY or _of_a_person(token, setting) else "other"


def listed(token: Token, lemma: str, w: ModuleType) -> str:
    """The kind under which the lists have the word, "" where they don't."""
    tables = (
        (w.TRIGGER_NOUNS, w.TRIGGER_VERBS) if token.pos_ in ("NOUN", "PROPN") else (w.TRIGGER_VERBS, w.TRIGGER_NOUNS)
    )
    return next((str(table[form]) for table in tables for form in (lemma, token.lower_) if form in table), "")


def _of_a_person(token: Token, setting: Setting) -> bool:
    """Whether the trigger's subject may be a person: by the article, the entity, or for want of one."""
    who = subject(token)
    return (
        setting.about == "person"
        or who is None
        or who.ent_type_ == "PERSON"
        or (who.pos_ == "PRON" and who.lower_ != "it")
    )
