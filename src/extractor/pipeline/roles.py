"""Who takes part in an event, and how: a role for each name in its sentence, and for the sides that only the layout or title gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extractor.lang import words
from extractor.pipeline import linear
from extractor.pipeline.lexicon import Setting, lemma_of
from extractor.pipeline.mention import Mention
from extractor.pipeline.syntax import dep, path, sentence, subject

NONE = "none"
SENDS = ("after of", "before")  # how a sending state stands to its envoy


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event: the mention (None where layout or title gives it), name and role."""

    mention: Mention | None
    name: str
    role: str
    type: str = "GPE"


def parts(
    doc: Doc, trigger: Token, kind: str, mentions: list[Mention], sides: tuple[str, ...], setting: Setting, language: str = "en",
) -> tuple[Part, ...]:  # fmt: skip
    """Actors of the event that `trigger` tells, those named in its sentence first, then the sides that are not.

    A phrase for both sides gives each a part; its place goes to the last, the others are known by name only.
    """
    model = linear.load("roles")
    found: dict[str, Part] = {}
    sender = ""
    for mention, token in near(doc, trigger, mentions, language):
        if mention.type in ("GPE", "NORP") and not sender and _envoy(token, mention, language).startswith(SENDS):
            sender = mention.name
        role = _best(model, features(trigger, token, mention, kind, setting, language))
        if role == NONE:
            role = _direct(trigger, token, kind, language)
        if role != NONE:
            meant = sides if mention.type == "SIDES" else (mention.name,)
            for name in meant:
                found.setdefault(name, _part(name, mention if name == meant[-1] else None, role, setting, language))
    named = tuple(found)
    for index, side in enumerate(sides):
        if side not in found:
            role = _best(model, implicit(trigger, kind, index, sides, mentions, named, setting, language))
            if role != NONE:
                found[side] = _part(side, None, role, setting, language)
    if sender and lemma_of(trigger, language) in words(language).CREDENTIALS and kind == "relations_upgraded":
        found = _as_credentials(found, sender)
    return tuple(found.values())


def near(doc: Doc, trigger: Token, mentions: list[Mention], language: str = "en") -> list[tuple[Mention, Token]]:
    """The mentions of the trigger's sentence, each with the word that heads it, but for the subjects of other clauses."""
    stretch, bearers = sentence(trigger), words(language).BEARERS | words(language).SUPPORTS
    out = []
    for mention in mentions:
        if stretch.start_char <= mention.start < stretch.end_char:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if (
                span is not None
                and not span.start <= trigger.i < span.end
                and not _elsewhere(trigger, span.root, bearers)
            ):
                out.append((mention, span.root))
    return out


def _elsewhere(trigger: Token, token: Token, bearers: frozenset[str]) -> bool:
    """Whether a name is the subject of another clause than the trigger's: of one before it where the trigger has a subject of
    its own, or of a verb that does something to the event ("they condemned the coup")."""
    top = token
    while dep(top) in ("conj", "appos", "flat", "compound") and top.head.i != top.i:
        top = top.head
    verb = top.head
    if dep(top) not in ("nsubj", "nsubj:pass") or verb.i == trigger.i:
        return False
    if trigger.pos_ == "VERB":
        own = subject(trigger)
        return own is not None and dep(trigger) in ("conj", "parataxis") and own.i != top.i and verb.i == trigger.head.i
    return dep(trigger) == "obj" and verb.i == trigger.head.i and verb.lemma_.lower() not in bearers


def _as_credentials(found: dict[str, Part], sender: str) -> dict[str, Part]:
    """The roles of an envoy's credentials: the sending state with its envoy hands them to the receiving one."""
    return {
        name: replace(part, role="source" if name == sender else "target") if part.type in ("GPE", "NORP") else part
        for name, part in found.items()
    }


def _best(model: linear.Linear, given: list[str]) -> str:
    """The likeliest role, unless taking no part is likelier than the model's threshold allows."""
    read = model.probabilities(given)
    if read[NONE] > model.threshold:
        return NONE
    return max((name for name in model.classes if name != NONE), key=lambda name: read[name])


def _direct(trigger: Token, token: Token, kind: str, language: str) -> str:
    """The part that syntax alone gives: whom an act against somebody is done to."""
    way = path(token, trigger)
    ties = [label for label in way[0] if label not in ("conj", "appos", "flat")] if way and not way[1] else []
    if trigger.pos_ != "VERB" or any(dep(child) == "aux:pass" for child in trigger.children):
        return NONE
    return "target" if ties == ["obj"] and kind in words(language).AGAINST else NONE


def _part(name: str, mention: Mention | None, role: str, setting: Setting, language: str) -> Part:
    state = words(language).STATES.get(name)
    if mention is not None and mention.type != "SIDES":
        return Part(mention, name, role, mention.type)
    if state:
        return Part(mention, name, role, state.type)
    return Part(mention, name, role, {"person": "PERSON", "other": "ORG"}.get(setting.about, "GPE"))


def features(
    trigger: Token, token: Token, mention: Mention, kind: str, setting: Setting, language: str = "en"
) -> list[str]:
    """Features of a name in the trigger's sentence."""
    return sorted(set(_features(trigger, token, mention, kind, setting, language)))


def _features(
    trigger: Token, token: Token, mention: Mention, kind: str, setting: Setting, language: str
) -> Iterator[str]:
    way = path(token, trigger)
    up, down = way if way else (["none"], ["none"])
    # what merely joins or names is passed over: the label that ties the whole phrase to the clause
    tie = next((label for label in reversed(up) if label not in ("conj", "appos", "flat")), up[-1] if up else "self")
    case = next((child.lower_ for child in token.children if dep(child) in ("case", "mark", "case+")), "-")
    top = token
    while (
        top.head.i != top.i
        and top.head.i != trigger.i
        and dep(top) in ("compound", "nmod", "nmod:poss", "conj", "appos", "flat", "amod")
    ):
        top = top.head
    top_case = next((child.lower_ for child in top.children if dep(child) in ("case", "case+")), "-")
    passive = any(dep(child) == "aux:pass" for child in trigger.children)
    lemma = lemma_of(trigger, language)
    shape = f"{'>'.join(up[-4:])}^{'<'.join(down[:3])}"
    start = _first(token, mention)
    before = trigger.doc[start - 1] if start else token
    envoy = _envoy(token, mention, language)
    group = words(language).KINDS[kind][0]
    direct = not down and len([label for label in up if label not in ("conj", "appos", "flat")]) == 1
    acted = any(dep(child) in ("obj", "iobj") for child in trigger.children)
    yield f"arg={tie} {passive} {direct} object={acted}"
    yield f"arg={tie} {passive} {direct} object={acted} {kind}"
    yield f"arg={tie} {top_case} {passive} {direct}"
    yield f"arg={tie} {top_case} {passive} {direct} {mention.type}"
    yield f"arg={tie} {top_case} {direct} {group}"
    yield f"link={up[0] if up else '-'} {case} {tie} {len(down)}"
    yield f"link={up[0] if up else '-'} {case} {tie} {group}"
    own, nominal = subject(trigger) is not None, trigger.pos_ in ("NOUN", "PROPN")
    yield f"own subject={own} {tie} {bool(down)}"
    yield f"own subject={own} {tie} {bool(down)} {mention.type}"
    yield f"governor={trigger.head.lemma_.lower() if nominal else '-'} {tie}"
    yield f"nominal={nominal} {tie} {bool(down)} {group}"
    yield f"envoy={envoy} {kind}"
    yield f"envoy={envoy} {mention.type} {lemma}"
    yield f"before={before.lower_} {kind}"
    yield f"before={before.lower_} {mention.type}"
    yield f"how={mention.how} {mention.type} {kind} {tie}"
    yield f"how={mention.how} {shape}"
    yield f"path={shape}"
    yield f"path={shape} {passive}"
    yield f"path={shape} {kind}"
    yield f"path={shape} {mention.type}"
    yield f"path={shape} {top_case}"
    yield f"tie={tie} {len(down)} {passive}"
    yield f"tie={tie} {lemma}"
    yield f"tie={tie} {top_case} {kind}"
    yield f"tie={tie} {kind} {mention.type}"
    yield f"first={up[0] if up else '-'} {case}"
    yield f"case={case} {top_case} {mention.type}"
    yield f"case={top_case} {lemma}"
    yield f"top={top.lemma_.lower()} {kind}"
    yield f"top={top.lemma_.lower()} {dep(top)}"
    yield f"kind={kind} {mention.type}"
    yield f"kind={kind} {mention.how}"
    yield f"type={mention.type} {mention.how}"
    yield f"lemma={lemma} {mention.type}"
    yield f"steps={min(len(up), 5)} {min(len(down), 4)}"
    yield f"side={token.i < trigger.i} {kind}"
    yield f"distance={min(abs(token.i - trigger.i).bit_length(), 6)} {token.i < trigger.i}"
    yield f"about={setting.about} {mention.type} {mention.how}"
    yield f"block={setting.block} {mention.type}"
    yield f"head={token.head.lemma_.lower() if token.head.i != token.i else '-'} {up[0] if up else '-'}"
    yield f"shared={_shares_subject(trigger, token)} {passive} {dep(trigger)}"
    yield f"possessive={any(child.text in ('’s', chr(39) + 's') for child in token.children)} {tie}"


def _first(token: Token, mention: Mention) -> int:
    """Index of the first word of a mention that `token` heads."""
    span = token.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return int(span.start) if span is not None else int(token.i)


def _envoy(token: Token, mention: Mention, language: str) -> str:
    """How a state stands to an envoy shortly before it ("Ambassador of A to B") or after it ("the Yugoslav Ambassador")."""
    envoys = words(language).ENVOYS
    start = _first(token, mention)
    for at in range(start - 1, max(-1, start - 9), -1):
        if token.doc[at].lower_ in envoys:
            between = [
                other.lower_
                for other in token.doc[at + 1 : start]
                if other.pos_ == "ADP" or other.lower_ in ("to", "of", "in")
            ]
            return f"after {between[-1] if between else '-'} {mention.type}"
    ahead = [other.lower_ for other in token.doc[token.i + 1 : token.i + 5]]
    return f"before {mention.type}" if envoys.intersection(ahead) else "-"


def _shares_subject(trigger: Token, token: Token) -> bool:
    """Whether the name is the subject of the clause that the trigger's clause hangs on and takes its subject from."""
    at = trigger
    while dep(at) in ("conj", "xcomp", "advcl", "acl") and at.head.i != at.i and subject(at) is None:
        at = at.head
        who = subject(at)
        if who is not None:
            return token.i == who.i or bool(who.is_ancestor(token))
    return False


def implicit(
    trigger: Token, kind: str, index: int, sides: tuple[str, ...], mentions: list[Mention], named: tuple[str, ...], setting: Setting, language: str = "en",
) -> list[str]:  # fmt: skip
    """Features of a side that the sentence does not name: the article's own state, or the one that the row is about."""
    other = sides[1 - index] if len(sides) == 2 else ""
    who = subject(trigger)
    lemma = lemma_of(trigger, language)
    known = any(mention.name == sides[index] for mention in mentions)
    pair = f"{len(sides)} {index} {setting.block}"
    return [
        f"implicit {pair}",
        f"implicit {kind} {pair}",
        f"implicit about={setting.about} {pair}",
        f"implicit about={setting.about} {kind}",
        f"implicit about={setting.about} subject={who.pos_ if who is not None else '-'} named={min(len(named), 3)}",
        f"implicit {kind} other={other in named} named={min(len(named), 3)}",
        f"implicit {kind} subject={who.lemma_.lower() if who is not None else '-'}",
        f"implicit {kind} subject={who.pos_ if who is not None else '-'} {index}",
        f"implicit {lemma} {index}",
        f"implicit {lemma} named={min(len(named), 3)}",
        f"implicit known={known} {kind}",
        f"implicit named={min(len(named), 3)} other={other in named}",
    ]
