"""What a date means for the act that it dates, where a word between the two says so: "after the coup of 1970 they fled"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from extractor.lang import words
from extractor.pipeline.syntax import chain, dep
from extractor.records import Timex


def for_act(timex: Timex, span: Span, trigger: Token, language: str = "en") -> Timex:
    """The time expression as it dates the act of `trigger`.

    An act after a dated event has an open interval, that event its own date; "until 1970, when it fell" tells the fall of 1970.
    """
    if _opens_when(span, trigger):
        return replace(timex, edtf=timex.edtf.rpartition("/")[2], bound="")
    marks = words(language).BOUNDING
    way = [token for token in chain(span.root) if not span.start <= token.i < span.end]
    at = next((number for number, token in enumerate(way) if token.i == trigger.i), None)
    if at is None:
        return timex
    between = [bound for token in way[:at] if (bound := _marked(token, span, marks))]
    if between:
        return _bounded(timex, between[-1])
    inside = any(_marked(token, span, marks) for token in way[at:])
    return replace(timex, bound="") if inside and timex.bound == "since" and not _own(span, language) else timex


def _opens_when(span: Span, trigger: Token) -> bool:
    """Whether the expression is followed by "when" and the trigger is that clause's verb."""
    at = span.end
    while at < len(span.doc) and at < span.end + 2 and span.doc[at].text == ",":
        at += 1
    if at >= len(span.doc) or span.doc[at].lower_ != "when":
        return False
    return any(child.i == at for token in (trigger, trigger.head) for child in token.children) and trigger.i > at


def _marked(token: Token, span: Span, marks: dict[str, str]) -> str:
    """How the word that ties a phrase or clause to the rest bounds what is outside of it."""
    ties = [child for child in token.children if dep(child) in ("case", "mark") and child.i < min(token.i, span.start)]
    return next((marks[child.lower_] for child in ties if child.lower_ in marks), "")


def _bounded(timex: Timex, bound: str) -> Timex:
    first, _, last = timex.edtf.partition("/")
    edge = (last or first) if bound == "since" else first
    return timex if ".." in timex.edtf else replace(timex, edtf=edge, bound=bound)


def _own(span: Span, language: str) -> bool:
    """Whether the word right before the expression bounds it: "since 1971", not "since its independence in 1971"."""
    return span.start > 0 and span.doc[span.start - 1].lower_ in words(language).BOUNDS
