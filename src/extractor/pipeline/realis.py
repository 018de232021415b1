"""Whether a trigger's event is told as fact: asserted, negated, alleged, planned or hypothetical.

Cue words (`lang/`) over the dependency parse, as factuality annotation has them (Saurí & Pustejovsky, FactBank, 2009): what
stands beside the trigger, what governs it, and its modal verbs. A governing verb's own event is not touched by what it says of
another: in "refused to sign", the refusal is asserted and the signing negated.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from spacy.tokens import Token

from extractor.lang import words
from extractor.pipeline.syntax import dep

NOMINAL = ("NOUN", "PROPN")
GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "csubj", "csubj:pass", "pcomp")
ARGUMENTS = ("nsubj", "nsubj:pass", "obj")
DEPTH = 4  # governing verbs climbed: "was expected to agree to sign"


def realis(token: Token, language: str = "en") -> str:
    """Realis of the event that `token` tells, one of the five values of `Event.realis`."""
    return _of(token, words(language), DEPTH)


def _of(token: Token, w: ModuleType, depth: int) -> str:
    own = _beside(token, w) or (_noun(token, w, depth) if token.pos_ in NOMINAL else _modal(token, w))
    if own or token.head.i == token.i or depth == 0:
        return own or "asserted"
    head = token.head
    if dep(token) == "conj":
        return _of(head, w, depth - 1) if _shares(token, w) else "asserted"
    if not _governed(token, w):
        return "asserted"
    above = _of(head, w, depth - 1) if dep(token) == "xcomp" else "asserted"
    said = _governing(token, w)
    if said == "negated" and above == "negated":
        return "asserted"  # "did not fail to sign"
    return said or above


def _beside(token: Token, w: ModuleType) -> str:
    """What the trigger's own adverbs, adjectives and the determiners of its subject and object say."""
    children = list(token.children)
    near = {child.lower_ for child in children if dep(child) in ("advmod", "amod", "neg", "cc", "det", "nmod")}
    if _negated(token, w) or near & w.UNDONE_ONES or (near & w.ALMOST and token.lemma_.lower() not in w.DEGREES):
        return "negated"
    if near & (w.ALLEGEDLY | w.ALLEGED_ONES) or any(_hearsay(child, w) for child in children):
        return "alleged"
    return "planned" if near & w.PLANNED_ONES and token.pos_ in NOMINAL else ""


def _negated(token: Token, w: ModuleType) -> bool:
    children = list(token.children)
    nots = [child for child in children if child.lower_ in w.NEGATIONS and not _only(child, w)]
    if nots:
        return not any(other.lower_ in w.UNTIL for child in children for other in child.children)
    if token.pos_ in NOMINAL:
        return any(child.lower_ in w.NOBODY and dep(child) == "det" and not _only(child, w) for child in children)
    without = any(child.lower_ == w.WITHOUT and dep(child) in ("mark", "case", "case+") for child in children)
    return without or _yet(token, w) or any(_nobody(child, w) for child in children if dep(child) in ARGUMENTS)


def _yet(token: Token, w: ModuleType) -> bool:
    """ "has yet to sign"."""
    either = [*token.children, *token.head.children]
    return _infinitive(token, w) and token.head.lemma_ in w.YET_WITH and _has(either, w.YET)


def _has(children: Iterable[Token], form: str) -> bool:
    return any(child.lower_ == form for child in children)


def _only(word: Token, w: ModuleType) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor().lower_ in w.NOT_ONLY


def _nobody(argument: Token, w: ModuleType) -> bool:
    """Whether a subject or object is nobody: "no treaty", "none of the states", "neither Laos nor Chad"."""
    return argument.lower_ in w.NOBODY or any(
        child.lower_ in w.NOBODY and not _only(child, w) and dep(child) in ("det", "cc", "cc:preconj", "preconj")
        for child in argument.children
    )


def _hearsay(child: Token, w: ModuleType) -> bool:
    """Whether an adverbial names who says so, "according to critics"; not a survey, "according to the census of 1990"."""
    if child.lower_ == w.ACCORDING:  # ClearNLP hangs the source two steps below
        sources = [low for other in child.children for low in (other, *other.children)]
    else:
        sources = [child] if _has(child.children, w.ACCORDING) else []
    return any(
        one.ent_type_ == "PERSON" or one.pos_ == "PRON" or one.lemma_.lower() in w.SOURCES_OF_HEARSAY for one in sources
    )


def _modal(token: Token, w: ModuleType) -> str:
    """What the verb's own modal verbs and conjunctions say."""
    helpers = {child.lower_ for child in token.children if dep(child) == "aux"}
    marks = {child.lower_ for child in token.children if dep(child) in ("mark", "advmod")}
    perfect = bool(helpers & w.PERFECT)
    if marks & w.CONDITIONS or _inverted(token, w) or (helpers & w.IRREAL and perfect) or helpers & w.PERHAPS:
        return "hypothetical"
    if helpers & w.WOULD and any(_conditional(child, w) for child in token.children if dep(child) == "advcl"):
        return "hypothetical"
    told = dep(token) == "ccomp" and token.head.lemma_.lower() in w.TELLING
    if helpers & w.FUTURE or (helpers & w.WOULD and told) or _is_to(token, w) or _due(token, w):
        return "planned"
    return _appointed(token, w)


def _inverted(token: Token, w: ModuleType) -> bool:
    """A condition by word order: "had Spain joined"."""
    had = next((child for child in token.children if dep(child) == "aux" and child.lower_ in w.INVERTING), None)
    who = next((child for child in token.children if dep(child) in ("nsubj", "nsubj:pass")), None)
    return had is not None and who is not None and had.i < who.i and dep(token) == "advcl"


def _conditional(clause: Token, w: ModuleType) -> bool:
    return _inverted(clause, w) or any(child.lower_ in w.CONDITIONS for child in clause.children)


def _infinitive(token: Token, w: ModuleType) -> bool:
    return any(child.lower_ == w.TO and dep(child) in ("mark", "aux") for child in token.children)


def _is_to(token: Token, w: ModuleType) -> bool:
    """ "was to visit", whichever of the two words the parse makes the head."""
    if token.lemma_.lower() in w.OUTCOMES or not _infinitive(token, w):
        return False
    to = next(child.i for child in token.children if child.lower_ == w.TO)
    within = any(
        child.lemma_ == w.BE and dep(child) in ("aux", "aux:pass") and child.i < to for child in token.children
    )
    return within or (dep(token) == "xcomp" and token.head.lemma_ == w.BE and token.head.i < token.i)


def _due(token: Token, w: ModuleType) -> bool:
    """ "is due to open"."""
    return any(child.lower_ == w.DUE and _has(child.children, w.TO) for child in token.children)


def _passive(verb: Token) -> bool:
    return any(dep(child) in ("nsubj:pass", "aux:pass", "csubj:pass") for child in verb.children)


def _appointed(verb: Token, w: ModuleType) -> str:
    """Of a verb that plans, in the passive: whether its date is the plan's, "was set for 1991", not the planning's."""
    cases = {
        other.lower_
        for child in verb.children
        if dep(child) != "obl:agent"
        for other in child.children
        if dep(other) in ("case", "case+")
    }
    cases |= {child.lower_ for child in verb.children if dep(child) == "case+"}
    lemma = verb.lemma_.lower()
    return "planned" if _passive(verb) and lemma in w.APPOINTING and (cases & w.FOR or lemma in w.FORETELLING) else ""


def _governed(token: Token, w: ModuleType) -> bool:
    """Whether the token is what another word is about: a clause it governs, not one that merely follows from it."""
    if dep(token) not in GOVERNED:
        return False
    marks = {child.lower_ for child in token.children if dep(child) in ("mark", "case")}
    if dep(token) == "acl":
        return _infinitive(token, w) or bool(marks)
    return dep(token) != "advcl" or bool(marks & w.TYING and token.head.pos_ != "NOUN")


def _governing(token: Token, w: ModuleType) -> str:
    """What the governing word says of the clause under it."""
    head, lemma = token.head, token.head.lemma_.lower()
    if lemma in w.NEGATING:
        return "negated"
    if lemma in w.ALLEGING or (lemma in w.HELD and _passive(head) and dep(token) == "xcomp"):
        return "alleged"
    if lemma in w.SUPPOSING or (lemma in w.PONDERING and token.tag_ == "VBG"):
        return "hypothetical"
    appointed = lemma in w.APPOINTING and head.pos_ != "NOUN" and dep(token) == "xcomp" and not _object(head)
    return "planned" if lemma in w.PLANNING or appointed else ""


def _object(verb: Token) -> bool:
    return any(dep(child) == "obj" for child in verb.children)


def _shares(token: Token, w: ModuleType) -> bool:
    """Whether a coordinated verb shares the first one's modal and governing words: "refused to sign or ratify"."""
    own = any(
        dep(child) in ("nsubj", "nsubj:pass", "aux", "expl") or child.lower_ in w.ADVERSATIVE
        for child in token.children
    )
    return not own and token.tag_ == token.head.tag_ and token.tag_ in ("VB", "VBG", "VBN")


def _noun(token: Token, w: ModuleType, depth: int) -> str:
    """What the verb beside an event noun says of the noun's event: "cancelled the visit", "the vote will be held"."""
    head, lemma = token.head, token.head.lemma_.lower()
    if head.i == token.i or dep(token) not in ARGUMENTS or head.pos_ not in ("VERB", "AUX", "ADJ"):
        return ""
    done_to = dep(token) == "obj" or _passive(head)
    if done_to and lemma in w.CANCELLING:
        return "negated"
    if done_to and lemma in w.APPOINTING and (lemma != w.SET or _appointed(head, w)):
        return "planned"
    if lemma in w.THREATENING and dep(token) == "obj":
        return "hypothetical"
    shared = lemma in w.HOLDING or (lemma == w.TAKE and dep(token) != "obj" and _has(head.children, w.PLACE))
    above = _of(head, w, depth - 1) if shared and depth else "asserted"
    return "" if above == "asserted" else above
