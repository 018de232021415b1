"""Reading a dependency parse, whichever of the two label schemes it has: Universal Dependencies or ClearNLP's."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

# ClearNLP (spaCy's own English models) → Universal Dependencies
UD_OF_CLEARNLP = {
    "nsubjpass": "nsubj:pass", "dobj": "obj", "dative": "iobj", "agent": "obl:agent", "prep": "case+", "pobj": "obl",
    "relcl": "acl:relcl", "auxpass": "aux:pass", "npadvmod": "obl:tmod", "attr": "xcomp", "acomp": "xcomp", "poss": "nmod:poss",
}  # fmt: skip
CLAUSE_VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")


def dep(token: Token) -> str:
    """A token's dependency label in Universal Dependencies."""
    return str(UD_OF_CLEARNLP.get(token.dep_, token.dep_))


def chain(token: Token) -> list[Token]:
    """A token and its ancestors, up to the root."""
    out = [token]
    while out[-1].head.i != out[-1].i and len(out) < 40:
        out.append(out[-1].head)
    return out


def path(start: Token, end: Token) -> tuple[list[str], list[str]] | None:
    """Labels climbed from `start` to the lowest common ancestor, then labels gone down to `end`; None across sentences."""
    up, other = chain(start), chain(end)
    place = {token.i: index for index, token in enumerate(other)}
    for index, token in enumerate(up):
        if token.i in place:
            down = [dep(step) for step in other[: place[token.i]]]
            return [dep(step) for step in up[:index]], down[::-1]
    return None


ENDS = (".", "!", "?", ":", ";", "…")
CLOSING = ('"', "”", "’", "'", ")", "]")
# a parse that ends a sentence after one of these was misled: by an abbreviation, or in mid-sentence
_GOES_ON = frozenset(
    {
        "mr.",
        "mrs.",
        "ms.",
        "mme.",
        "m.",
        "dr.",
        "st.",
        "gen.",
        "col.",
        "no.",
        "h.e.",
        "mr",
        "mme",
        "(",
        ",",
        "of",
        "to",
        "the",
        "and",
    }
)


def sentence(token: Token) -> Span:
    """The sentence of a token, with the ones around it that the parse cut off in its middle."""
    doc = token.doc
    start, end = token.sent.start, token.sent.end
    while start > 0 and _goes_on(doc, start):
        start = doc[start - 1].sent.start
    while end < len(doc) and _goes_on(doc, end):
        end = doc[end].sent.end
    return doc[start:end]


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether the text goes on at a token where the parse begins a sentence: in lower case, with a title,
    after brackets, or after words without a verb."""
    before = at - 1
    while before > 0 and doc[before].text in CLOSING:
        before -= 1
    if doc[at - 1].lower_ in _GOES_ON:
        return True
    if doc[at].text in ENDS or doc[before].text in ENDS or doc[before].text.endswith("."):
        return False
    if not any(token.pos_ in CLAUSE_VERBS for token in doc[at - 1].sent):
        return True  # "On 14 December 1955" | "Laos joined …"
    return doc[at].text[:1].islower() or doc[at].text == "," or doc[at].lower_ in _GOES_ON or doc[at - 1].text == ")"


def has_copula(token: Token) -> bool:
    """Whether the token is a predicate with a form of "be"."""
    return any(dep(child) == "cop" for child in token.children)


def subject(token: Token) -> Token | None:
    """The token's own subject."""
    return next((child for child in token.children if dep(child) in ("nsubj", "nsubj:pass")), None)


def whole(trigger: Token) -> Span:
    """A token with what hyphens tie to it: "re-established"."""
    start = end = trigger.i
    doc = trigger.doc
    while end + 2 < len(doc) and _tied(doc, end + 1):
        end += 2
    while start >= 2 and _tied(doc, start - 1):
        start -= 2
    return doc[start : end + 1]


def _tied(doc: Doc, at: int) -> bool:
    return doc[at].text == "-" and not doc[at - 1].whitespace_ and not doc[at].whitespace_
