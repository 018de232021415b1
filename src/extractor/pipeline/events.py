"""Events told in prose: what each time expression dates, what kind of event that is, who takes part in which role.

Rules over a dependency parse in Universal Dependencies; ClearNLP labels (spaCy's own English models) are read through
`UD_OF_CLEARNLP`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import ModuleType

from spacy.tokens import Doc, Span, SpanGroup, Token

from extractor.lang import words
from extractor.pipeline.actors import Mention
from extractor.records import Timex
from extractor.timex import find

UD_OF_CLEARNLP = {
    "nsubjpass": "nsubj:pass", "dobj": "obj", "dative": "iobj", "agent": "obl:agent", "prep": "case+", "pobj": "obl",
    "relcl": "acl:relcl", "auxpass": "aux:pass", "npadvmod": "obl:tmod", "attr": "xcomp", "acomp": "xcomp", "poss": "nmod:poss",
}  # fmt: skip
CLAUSE_VERBS = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON", "ADJ")
MUTUAL_KINDS = frozenset({"relations_established", "relations_severed", "agreement_signed", "visit_or_meeting"})


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event: the mention (None where layout gives it), name and role."""

    mention: Mention | None
    name: str
    role: str
    type: str = "GPE"
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a text tells it; places count in that text. `trigger` is None where layout alone says it."""

    timex: Timex
    kind: str
    sentence: tuple[int, int]
    trigger: tuple[int, int, str] | None = None
    parts: tuple[Part, ...] = field(default=())
    realis: str = "asserted"
    confidence: float = 0.5
    rule: str = ""


def dep(token: Token) -> str:
    """A token's dependency label in Universal Dependencies."""
    return str(UD_OF_CLEARNLP.get(token.dep_, token.dep_))


def told(
    doc: Doc, timexes: list[Timex], mentions: list[Mention], sides: tuple[str, ...] = (), language: str = "en"
) -> list[Told]:
    """Events that the time expressions of `doc` date, in order of their triggers, one for each trigger and date."""
    out: dict[tuple[int, str], Told] = {}
    for timex in timexes:
        span = doc.char_span(timex.start, timex.end, alignment_mode="expand")
        if span is None or timex.bound == "as of":
            continue
        for trigger, rule in triggers(span, language):
            event = _told(doc, timex, trigger, rule, mentions, sides, language)
            out.setdefault((trigger.i, timex.edtf), event)
    return sorted(out.values(), key=lambda event: (event.trigger or (0, 0, ""), event.timex.start))


def triggers(span: Span, language: str = "en") -> list[tuple[Token, str]]:
    """The tokens that a time expression dates, with the rule that found each."""
    w = words(language)
    token = span.root
    seen = 0
    while token.head is not token and seen < 12:
        seen += 1
        head = token.head
        if span.start <= head.i < span.end:
            token = head
            continue
        if head.pos_ in CLAUSE_VERBS or dep(head) in ("ROOT", "root") or _has_copula(head):
            verb = _opened_clause(span, head) or _main_verb(head)
            if verb.lemma_.lower() in w.LIGHT and not _told_by_complement(verb, w):
                return []
            return (
                [(verb, "date-verb")] if verb.pos_ in CLAUSE_VERBS or _has_copula(verb) or _event_noun(verb, w) else []
            )
        if _event_noun(head, w):
            return [(head, "date-noun")]
        token = head
    return [(token, "date-root")] if token.pos_ == "VERB" and not span.start <= token.i < span.end else []


def _opened_clause(span: Span, head: Token) -> Token | None:
    """The verb of the clause that the expression opens, where the parse hung it on the clause before: "… and in 1973, they left"."""
    before = span.start - 1
    while before >= head.i and span.doc[before].pos_ in ("ADP", "ADJ", "DET", "ADV"):
        before -= 1
    if before <= head.i or span.doc[before].pos_ != "CCONJ":
        return None
    for token in span.doc[span.end : span.sent.end]:
        if token.pos_ == "VERB":
            subject = _own_subject(token)
            near = subject is not None and span.end <= subject.left_edge.i <= span.end + 1
            return token if near else None
    return None


def _whole(trigger: Token) -> Span:
    """A trigger with what hyphens tie to it: "re-established"."""
    start = end = trigger.i
    doc = trigger.doc
    while end + 2 < len(doc) and doc[end + 1].text == "-" and not doc[end].whitespace_ and not doc[end + 1].whitespace_:
        end += 2
    while (
        start >= 2 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and not doc[start - 2].whitespace_
    ):
        start -= 2
    return doc[start : end + 1]


def lemma_of(token: Token, language: str = "en") -> str:
    """Lemma of a trigger; where the lemmatiser's guess is unknown to the lexicon, the base form that its endings leave and that is known."""
    w = words(language)
    span = _whole(token)
    prefix, last = span.text[: span[-1].idx - span.start_char].lower(), span[-1]
    guess = str(prefix + last.lemma_.lower())
    if guess in w.TRIGGER_VERBS or guess in w.TRIGGER_NOUNS:
        return guess
    form = str(prefix + last.lower_)
    bases = (form[: len(form) - len(ending)] + base for ending, base in w.ENDINGS if form.endswith(ending))
    return next((base for base in bases if base in w.TRIGGER_VERBS), guess)


def _has_copula(token: Token) -> bool:
    return any(dep(child) == "cop" for child in token.children)


def _event_noun(token: Token, w: ModuleType) -> bool:
    return bool(token.pos_ in ("NOUN", "PROPN")) and (
        token.lemma_.lower() in w.TRIGGER_NOUNS or token.lower_ in w.TRIGGER_NOUNS
    )


def _main_verb(token: Token) -> Token:
    """The verb that tells: of "began to sour", "began"; of an auxiliary, its verb."""
    if token.pos_ == "AUX" and dep(token) in ("aux", "aux:pass", "cop") and token.head is not token:
        return token.head
    return token


def _told_by_complement(verb: Token, w: ModuleType) -> bool:
    return any(_event_noun(child, w) for child in verb.children)


def _clause(token: Token) -> set[str]:
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


def kind_of(token: Token, language: str = "en") -> str:
    """Kind of the event that `token` triggers, by lemma and by the words of its clause."""
    w = words(language)
    lemma, clause = lemma_of(token, language), _clause(token)
    for kind, lemmas, deciding in w.DECIDERS:
        if lemma in lemmas and clause & deciding:
            return str(kind)
    if token.pos_ in ("NOUN", "PROPN"):
        return str(
            w.TRIGGER_NOUNS.get(lemma) or w.TRIGGER_NOUNS.get(token.lower_) or w.TRIGGER_VERBS.get(lemma, "other")
        )
    return str(w.TRIGGER_VERBS.get(lemma, "other"))


def _realis(token: Token, w: ModuleType) -> str:
    near = {
        token.lemma_.lower(),
        *(child.lemma_.lower() for child in token.children),
        *(child.lower_ for child in token.children),
    }
    above = {token.head.lemma_.lower()} if token.head is not token else set()
    if near & w.NEGATIONS:
        return "negated"
    if (near | above) & w.ALLEGED:
        return "alleged"
    if {child.lower_ for child in token.children if dep(child) == "aux"} & w.HYPOTHETICAL:
        return "hypothetical"
    planned = above & w.PLANNED if dep(token) in ("xcomp", "ccomp", "acl", "advcl") else set()
    return (
        "planned"
        if planned or {child.lower_ for child in token.children if dep(child) == "aux"} & {"will", "shall"}
        else "asserted"
    )


def _told(
    doc: Doc, timex: Timex, trigger: Token, rule: str, mentions: list[Mention], sides: tuple[str, ...], language: str
) -> Told:
    kind = kind_of(trigger, language)
    sentence, whole = trigger.sent, _whole(trigger)
    parts = _parts(
        doc,
        trigger,
        kind,
        [mention for mention in mentions if sentence.start_char <= mention.start < sentence.end_char],
        sides,
        language,
    )
    return Told(
        timex=timex, kind=kind, sentence=(sentence.start_char, sentence.end_char), trigger=(whole.start_char, whole.end_char, lemma_of(trigger, language)),
        parts=parts, realis=_realis(trigger, words(language)), confidence=0.7 if kind != "other" else 0.5, rule=rule,
    )  # fmt: skip


def _parts(
    doc: Doc, trigger: Token, kind: str, mentions: list[Mention], sides: tuple[str, ...], language: str
) -> tuple[Part, ...]:
    parts: dict[str, Part] = {}
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        role = _role(span.root, trigger) if span is not None else None
        if role is None or (mention.type == "GPE" and _is_place(span.root)):
            continue
        if (
            kind in MUTUAL_KINDS
            and (mention.type in ("GPE", "SIDES", "NORP") or kind == "agreement_signed")
            and kind != "visit_or_meeting"
        ):
            role = "mutual"
        if mention.type == "SIDES":
            for side in sides:
                parts.setdefault(side, _side(side, mention, language))
        else:
            parts.setdefault(mention.name, Part(mention, mention.name, role, mention.type, mention.code))
    if kind in ("relations_established", "relations_severed") and len(parts) < 2:
        for side in sides:
            parts.setdefault(side, _side(side, None, language))
    return tuple(parts.values())


def _side(name: str, mention: Mention | None, language: str) -> Part:
    """A side of an article about two, named by its title or by a phrase for both."""
    state = words(language).STATES.get(name)
    return Part(mention, name, "mutual", "GPE", (state.code or None) if state else None)


def _role(token: Token, trigger: Token) -> str | None:
    """Role of a mention by the path from its root up to the trigger, or None where it is no part of that clause."""
    label, at, below = "", token, False
    for _ in range(8):
        if at.i == trigger.i:
            return _ROLES.get(label, "third" if label.startswith("nmod") else None) if below else None
        if at.pos_ == "VERB" and below and dep(at) not in ("conj", "xcomp"):
            break
        current = dep(at)
        if current not in ("conj", "appos", "flat", "compound", "nmod", "nmod:poss", "amod", "case+") or not label:
            label = current if current != "conj" or not label else label
        below = True
        if at.head is at:
            break
        at = at.head
    # a conjoined or open clause shares the subject of the clause it hangs on
    if (
        dep(trigger) in ("conj", "xcomp", "advcl", "acl")
        and trigger.head is not trigger
        and _own_subject(trigger) is None
    ):
        subject = _own_subject(trigger.head)
        if subject is not None and (token.i == subject.i or subject.is_ancestor(token)):
            return "source"
    return None


def _is_place(token: Token) -> bool:
    """Whether a name says where, not who: "in Beijing"."""
    return dep(token) in ("obl", "nmod") and any(child.lower_ in ("in", "at", "near") for child in token.children)


def _own_subject(token: Token) -> Token | None:
    return next((child for child in token.children if dep(child) in ("nsubj", "nsubj:pass")), None)


_ROLES = {
    "nsubj": "source", "nsubj:pass": "target", "obj": "target", "iobj": "target", "obl": "target", "obl:agent": "source", "obl:npmod": "target",
    "nmod": "target", "nmod:poss": "source", "compound": "source", "amod": "source", "appos": "source", "ccomp": "target", "xcomp": "target",
}  # fmt: skip


def annotate(doc: Doc, language: str = "en") -> Doc:
    """Set `doc.spans["events"]` from the parse and the spans that `wiki_dates` left, for a text that stands alone."""
    spans = []
    for event in told(doc, list(find(doc.text, language).timexes), [], (), language):
        if event.trigger:
            span = doc.char_span(event.trigger[0], event.trigger[1], label=event.kind, alignment_mode="expand")
            span._.set("edtf", event.timex.edtf)
            spans.append(span)
    doc.spans["events"] = SpanGroup(doc, name="events", spans=spans)
    return doc
