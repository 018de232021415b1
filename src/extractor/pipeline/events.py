"""Events told in prose: what each time expression dates, what kind of event that is, who takes part in which role.

Two rules over the dependency parse say what a date surely modifies; the trigger classifier weighs them with everything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import ModuleType

from spacy.tokens import Doc, Span, SpanGroup, Token

from extractor.lang import words
from extractor.pipeline import bounding, kinds, linear, roles
from extractor.pipeline.candidates import candidates, features, is_attribute, is_event_noun, is_life_span, opens_period
from extractor.pipeline.lexicon import Setting, lemma_of
from extractor.pipeline.mention import Mention
from extractor.pipeline.realis import realis
from extractor.pipeline.roles import Part
from extractor.pipeline.syntax import CLAUSE_VERBS, dep, has_copula, sentence, subject, whole
from extractor.records import Timex
from extractor.timex import find

REASONS = 3  # features that an event names
SURE = 0.8
MORE = 0.6  # what a second act of one date needs; chosen over the folds of training
Choice = tuple[Timex, Token, str, float]  # expression, word, the rule that picks it or "model", probability
OBJECTS = ("obj", "iobj", "obl", "ccomp", "xcomp", "advmod")


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a text tells it; places count in that text. `trigger` is None where layout alone says it; `also`: where
    the same act is told again."""

    timex: Timex
    kind: str
    sentence: tuple[int, int]
    trigger: tuple[int, int, str] | None = None
    parts: tuple[Part, ...] = field(default=())
    realis: str = "asserted"
    confidence: float = 0.5
    rule: str = ""
    also: tuple[tuple[int, int], ...] = ()


def told(
    doc: Doc, timexes: list[Timex], mentions: list[Mention], sides: tuple[str, ...] = (), setting: Setting | None = None, language: str = "en",
) -> list[Told]:  # fmt: skip
    """Events that the time expressions of `doc` date, in order of their triggers, one for each trigger and date."""
    setting = setting or Setting()
    out: dict[tuple[int, str], Told] = {}
    for timex, trigger, rule, chance in chosen(doc, timexes, setting, language):
        if (trigger.i, timex.edtf) not in out:
            kind = kinds.kind_of(trigger, mentions, setting, language)
            stretch, span = sentence(trigger), whole(trigger)
            out[trigger.i, timex.edtf] = Told(
                timex=_for_act(timex, trigger, language), kind=kind, sentence=(stretch.start_char, stretch.end_char),
                trigger=(span.start_char, span.end_char, lemma_of(trigger, language)),
                parts=roles.parts(doc, trigger, kind, mentions, sides, setting, language),
                realis=realis(trigger, language), confidence=round(chance, 3), rule=rule,
            )  # fmt: skip
    return sorted(out.values(), key=lambda event: (event.trigger or (0, 0, ""), event.timex.start))


def _for_act(timex: Timex, trigger: Token, language: str) -> Timex:
    span = trigger.doc.char_span(timex.start, timex.end, alignment_mode="expand")
    return bounding.for_act(timex, span, trigger, language) if span is not None else timex


def pairs(
    doc: Doc, timexes: list[Timex], setting: Setting, language: str = "en"
) -> list[tuple[Timex, Token, str | None, list[str]]]:
    """Every (time expression, word it may date) of a text, with the rule that picks the word and the pair's features."""
    spans = [doc.char_span(timex.start, timex.end, alignment_mode="expand") for timex in timexes]
    there = [span for span in spans if span is not None]
    out: list[tuple[Timex, Token, str | None, list[str]]] = []
    for timex, span in zip(timexes, spans, strict=True):
        if span is None or timex.bound == "as of" or is_life_span(span, timex):
            continue
        picked = triggers(span, language)
        nouns = [token.i for token, rule in picked if rule == "date-noun"] if is_attribute(span) else []
        for token in candidates(span, language):
            if nouns and token.i not in nouns:
                continue  # an attributive date dates its noun only
            rule = next((rule for other, rule in picked if other.i == token.i), None)
            kin = picked[0][0] if picked else None
            out.append((timex, token, rule, features(span, timex, token, rule, kin, there, setting.block, language)))
    return out


def chosen(doc: Doc, timexes: list[Timex], setting: Setting, language: str = "en") -> list[Choice]:
    """The pairs that the classifier accepts, with the deciding rule or "model", and the probability.

    The likeliest word of an expression needs the model's threshold, any other MORE.
    """
    model, w = linear.load("triggers"), words(language)
    read: list[tuple[Choice, list[str]]] = []
    best: dict[int, float] = {}
    for timex, token, rule, given in pairs(doc, timexes, setting, language):
        chance = model.probabilities(given)["yes"]
        if rule and (
            timex.text.lower().endswith(w.ANCHORING)  # "one year after they joined" dates what it is counted from
            or (timex.start == 0 and any(re.search(rf"\b{word}", setting.column.lower()) for word in w.DATE_COLUMNS))
        ):
            chance = max(chance, SURE)
        read.append(((timex, token, rule or "model", chance), given))
        best[timex.start] = max(best.get(timex.start, 0.0), chance)
    out: list[Choice] = []
    for (timex, token, rule, chance), given in read:
        if chance >= (model.threshold if chance == best[timex.start] else MORE):
            loudest = ", ".join(name for name, weight in model.reasons(given, "yes", REASONS) if weight > 0)
            out.append((timex, token, f"{rule}: {loudest}", chance))
    return [one for one in out if not any(_one_act(one, other) for other in out)]


def _one_act(one: Choice, other: Choice) -> bool:
    """Whether `one` tells no act of its own beside `other` of the same date: "built and *funded* the school", "*began* to sour",
    "signed an *agreement*", "a *trade* agreement"."""
    (timex, token, _, chance), (dated, beside, _, rival) = one, other
    if timex is not dated or token.i == beside.i:
        return False
    if token.pos_ in ("NOUN", "PROPN") and token.head.i == beside.i:
        return dep(token) in (("obj", "nsubj:pass") if beside.pos_ == "VERB" else ("compound", "flat"))
    if token.head.i == beside.i and dep(token) == "conj" and token.pos_ == beside.pos_ == "VERB":
        between = [child for child in beside.children if beside.i < child.i < token.i and dep(child) in OBJECTS]
        return not between and subject(token) is None
    pair = (token, beside) if token.head.i == beside.i else (beside, token)
    return pair[0].head.i == pair[1].i and dep(pair[0]) == "xcomp" and (chance, -token.i) < (rival, -beside.i)


def triggers(span: Span, language: str = "en") -> list[tuple[Token, str]]:
    """The tokens that a time expression dates, with the rule that found each."""
    w = words(language)
    token = span.root
    seen = 0
    while token.head.i != token.i and seen < 12:
        seen += 1
        head = token.head
        if span.start <= head.i < span.end:
            token = head
            continue
        if head.pos_ in CLAUSE_VERBS or dep(head) in ("ROOT", "root") or has_copula(head):
            verb = _opened_clause(span, head) or _main_verb(head)
            if opens_period(verb, language) and verb.head.i != verb.i:
                token = verb
                continue
            if verb.lemma_.lower() in w.LIGHT and not _told_by_complement(verb, w):
                return []
            return (
                [(verb, "date-verb")] if verb.pos_ in CLAUSE_VERBS or has_copula(verb) or is_event_noun(verb, w) else []
            )
        if is_event_noun(head, w):
            return [(head, "date-noun")]
        token = head
    if token.pos_ != "VERB" and sentence(token).end > token.sent.end:
        token = span.doc[token.sent.end].sent.root  # the parse cut the opening date off its sentence
        return [(token, "date-verb")] if token.pos_ == "VERB" else []
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
            who = subject(token)
            near = who is not None and span.end <= who.left_edge.i <= span.end + 1
            return token if near else None
    return None


def _main_verb(token: Token) -> Token:
    """The verb that tells: of "began to sour", "began"; of an auxiliary, its verb."""
    if token.pos_ == "AUX" and dep(token) in ("aux", "aux:pass", "cop") and token.head.i != token.i:
        return token.head
    return token


def _told_by_complement(verb: Token, w: ModuleType) -> bool:
    return any(is_event_noun(child, w) for child in verb.children)


def annotate(doc: Doc, language: str = "en") -> Doc:
    """Set `doc.spans["events"]` from the parse and the spans that `wiki_dates` left, for a text that stands alone."""
    spans = []
    dated = [item for item in find(doc.text, language).timexes if item.dated]
    for event in told(doc, dated, [], (), None, language):
        if event.trigger:
            span = doc.char_span(event.trigger[0], event.trigger[1], label=event.kind, alignment_mode="expand")
            span._.set("edtf", event.timex.edtf)
            spans.append(span)
    doc.spans["events"] = SpanGroup(doc, name="events", spans=spans)
    return doc
