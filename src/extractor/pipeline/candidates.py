"""Which words a time expression may date, and what speaks for and against each: the features of the trigger classifier."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from spacy.tokens import Span, Token

from extractor.lang import words
from extractor.pipeline.lexicon import lemma_of
from extractor.pipeline.syntax import CLAUSE_VERBS, SUBJECTS, chain, dep, has_copula, path, sentence, whole
from extractor.records import Timex

LIVES = range(16, 111)  # how many years may lie between a birth and a death that a name is given with
REACH = 60  # tokens between a date and its trigger: no label of the training set lies farther


def candidates(span: Span, language: str = "en") -> list[Token]:
    """Tokens of the span's sentence that it may date: verbs, predicates, event nouns, and what it hangs on."""
    w = words(language)
    above = {token.i for token in chain(span.root)[1:4]}
    return [
        token
        for token in sentence(span.root)
        if not span.start <= token.i < span.end
        and token.text[0].isalpha()
        and min(abs(token.i - span.start), abs(token.i - span.end)) <= REACH
        and _may_tell(token, above, w)
        and not _part_of_word(token)
        and not opens_period(token, language)
        and not (token.lower_ in w.LIFE_SPAN and _in_brackets(span))
    ]


def opens_period(token: Token, language: str = "en") -> bool:
    """Whether the word says only when something began: "*starting* in May 1941 they fled"."""
    opening: frozenset[str] = words(language).OPENING
    return str(token.lower_) in opening and not any(
        dep(child) in ("obj", "xcomp", "nsubj", "aux") for child in token.children
    )


def is_life_span(span: Span, timex: Timex) -> bool:
    """Whether the expression gives the years of a person's life, in brackets right after the name."""
    first, _, last = timex.edtf.partition("/")
    doc, before = span.doc, span.start - 2
    if not (first.isdigit() and last.isdigit() and int(last) - int(first) in LIVES):
        return False
    return bool(before >= 0 and doc[before + 1].text == "(" and doc[before].ent_type_ == "PERSON")


def _part_of_word(token: Token) -> bool:
    """Whether hyphens tie the token to a word that it hangs on: "re" of "re-established"."""
    word = whole(token)
    return bool(token.head.i != token.i and word.start <= token.head.i < word.end)


def _may_tell(token: Token, above: set[int], w: ModuleType) -> bool:
    if token.pos_ == "VERB":
        return True
    if token.pos_ == "AUX":
        return dep(token) not in ("aux", "aux:pass", "cop")
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    return is_event_noun(token, w) or has_copula(token) or token.i in above


def is_event_noun(token: Token, w: ModuleType) -> bool:
    """Whether the lexicon knows the noun as one that tells an event."""
    return token.pos_ in ("NOUN", "PROPN") and (
        token.lemma_.lower() in w.TRIGGER_NOUNS or token.lower_ in w.TRIGGER_NOUNS
    )


def features(
    span: Span,
    timex: Timex,
    token: Token,
    ruled: str | None,
    kin: Token | None,
    spans: list[Span],
    block: str,
    language: str = "en",
) -> list[str]:
    """Features of the pair (time expression, word).

    ruled: name of the rule that picks this word for this expression, None where none does; kin: the word that a rule picks
    for it; spans: all time expressions of the text; block: the kind of block.
    """
    return [
        *_features(span, timex, token, ruled, spans, block, language),
        *(_kinship(kin, token) if kin else ("kin=none",)),
    ]


def _kinship(kin: Token, token: Token) -> Iterator[str]:
    """How the word stands to the one that a rule picks: a clause that shares the date of its neighbour."""
    if kin.i == token.i:
        yield "kin=self"
        return
    way = path(token, kin)
    up, down = way if way else (["none"], ["none"])
    shape = f"{'>'.join(up[-4:])}^{'<'.join(down[:3])}"
    mark = next((child.lower_ for child in token.children if dep(child) in ("mark", "advmod")), "-")
    yield f"kin={shape}"
    yield f"kin={shape} {mark}"
    yield f"kin={shape} {token.tag_}"
    yield f"kin={shape} {kin.lemma_.lower()}"
    yield f"kin={shape} {token.lemma_.lower()}"
    yield f"kin={shape} {token.i < kin.i}"
    yield f"kin subject={any(dep(child) in SUBJECTS for child in token.children)} {shape}"


def _features(
    span: Span, timex: Timex, token: Token, ruled: str | None, spans: list[Span], block: str, language: str
) -> Iterator[str]:
    way = path(span.root, token)
    up, down = way if way else (["none"], ["none"])
    shape = f"{'>'.join(up[-4:])}^{'<'.join(down[:4])}"
    side = "after" if token.i > span.start else "before"
    noun = token.pos_ if token.pos_ in CLAUSE_VERBS else "NOMINAL"
    lemma = token.lemma_.lower()
    yield f"rule={ruled}"
    yield f"rule={ruled} {noun}"
    yield f"attributive={is_attribute(span)} {_stands(span, token)} {noun}"
    yield f"opens clause={_opens_clause(span)} {side} {noun}"
    yield f"told={_known(token, language)} {noun} {ruled}"
    yield f"told={_known(token, language)} {noun} {shape}"
    yield f"path={shape}"
    yield f"path={shape} {noun}"
    yield f"down={'<'.join(down[:4])} {ruled}"
    yield f"up={'>'.join(up[-4:])}"
    yield f"steps={min(len(up) + len(down), 7)}"
    yield f"clauses={sum(label in ('conj', 'advcl', 'acl', 'acl:relcl', 'ccomp', 'xcomp', 'parataxis') for label in [*up, *down])}"
    yield f"lemma={lemma}"
    yield f"lemma={lemma} {ruled}"
    yield f"pos={token.pos_} {dep(token)}"
    yield f"form={token.tag_} {side}"
    yield f"bound={timex.bound} {timex.type} {ruled}"
    yield f"size={len(timex.edtf)} {noun} {ruled}"
    yield f"block={block} {noun} {ruled}"
    near = _between(span, token)
    verbs = sum(other.pos_ == "VERB" for other in near)
    yield f"verbs between={min(verbs, 4)} {side}"
    yield f"tokens between={min(len(near).bit_length(), 6)} {side}"
    yield f"comma between={any(other.text in ',;' for other in near)} {side} {noun}"
    yield f"date between={any(low.start in {other.i for other in near} for low in spans)} {side}"
    yield f"opens={span.start - span.sent.start < 3} {side} {ruled}"
    yield f"brackets={_in_brackets(span)} {side} {noun}"
    yield f"before={span.doc[span.start - 1].lower_ if span.start else '^'} {noun} {ruled}"
    yield f"dates={min(len([one for one in spans if one.sent.start == span.sent.start]), 4)} {ruled}"
    yield f"subject={any(dep(child) in SUBJECTS for child in token.children)} {dep(token)} {ruled}"
    yield f"name={token.ent_type_ or '-'} {noun}"
    yield f"mark={next((child.lower_ for child in token.children if dep(child) == 'mark'), '-')} {'<'.join(down[:2])}"
    when = any(other.lower_ == "when" for other in near)
    yield f"when={when} {side} {noun}"
    yield f"when={when} {side} {lemma}"
    head = token.head
    yield f"head={head.lemma_.lower() if head.i != token.i else '-'} {dep(token)}"


def is_attribute(span: Span) -> bool:
    """Whether the expression stands right before a noun that it modifies: "the 1970 coup"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return (
        after is not None
        and after.pos_ in ("NOUN", "PROPN", "ADJ")
        and after.is_alpha
        and dep(span.root) not in ("obl", "obl:tmod", "advmod")
    )


def _stands(span: Span, token: Token) -> str:
    """Where a word stands to the noun group that follows the expression."""
    end = span.end
    while end < len(span.doc) and span.doc[end].pos_ in ("NOUN", "PROPN", "ADJ"):
        end += 1
    return "inside" if span.end <= token.i < end else "before" if token.i < span.start else "after"


def _opens_clause(span: Span) -> bool:
    """Whether the expression begins a coordinated clause: "…, and in 1973 they left"."""
    before = span.start - 1
    while before > 0 and span.doc[before].pos_ in ("ADP", "ADV", "DET", "ADJ"):
        before -= 1
    return bool(before > 0 and span.doc[before].pos_ == "CCONJ")


def _known(token: Token, language: str) -> bool:
    w = words(language)
    verbs: dict[str, str] = w.TRIGGER_VERBS
    return lemma_of(token, language) in verbs or is_event_noun(token, w)


def _between(span: Span, token: Token) -> list[Token]:
    low, high = (span.end, token.i) if token.i >= span.end else (token.i + 1, span.start)
    return list(span.doc[low:high]) if low < high else []


def _in_brackets(span: Span) -> bool:
    before = span.doc.text[: span.start_char]
    return bool(before.rfind("(") > before.rfind(")"))
