"""Recogniser: one pass over a text's tokens finds its expressions; what only looks like a date is left out."""

from __future__ import annotations

from dataclasses import replace

from extractor.timex import days, grammar, lasting, relative, years
from extractor.timex.expression import Expression
from extractor.timex.guards import looks_only
from extractor.timex.reader import Reader, Rule
from extractor.timex.tokens import CLASSES as C
from extractor.timex.tokens import Tokens

RULES: dict[str, Rule] = {**days.RULES, **years.RULES, **relative.RULES, **lasting.RULES}
_MODIFIERS = C["early"] + C["part"] + C["halfpart"]
_COUNTING = ("less_than", "more_than", "equal_or_more", "equal_or_less")


def recognise(tokens: Tokens) -> list[Expression]:
    """Expressions in the order of the text, none over another."""
    reader, pattern = Reader(tokens), grammar.pattern()
    found: list[Expression] = []
    at, refused = 0, -1
    while match := pattern.search(tokens.classes, at):
        prefix = match.end("prefix")
        reader.rule = match.lastgroup or ""
        read = RULES[reader.rule](reader, prefix, match.end())
        at = read[1] if read else prefix + 1
        if read:
            items = read[0]
            items[0] = _led(tokens, items[0], match.start(), prefix)
            if looks_only(tokens, items[0]) or (items[0].low == refused and items[0].rule in ("year", "yearpair")):
                refused = items[-1].high + 1 if tokens.at(items[-1].high) == C["hyphen"] else -1
            else:
                found += [items[0], *(item for item in items[1:] if not looks_only(tokens, item))]
        at = max(at, match.start() + 1)
    return found


def _led(tokens: Tokens, item: Expression, low: int, high: int) -> Expression:
    """The expression with what stands before it and belongs to it: "early", "the end of", "about"."""
    if low == high:
        return item
    mod, half = item.mod, 0
    leads = [at for at in range(low, high) if tokens.classes[at] in _MODIFIERS + C["approx"]]
    for at in leads:
        kind, word = tokens.classes[at], tokens.values[at]
        if kind == C["halfpart"]:
            half, mod = int(word), "start" if word == 1 else "end"
        else:
            mod = word or mod
    modified = any(tokens.classes[at] in _MODIFIERS for at in leads)
    counted = item.kind == "duration" or (item.kind == "shift" and item.base in ("after", "ago", ""))
    article = tokens.classes[high - 1] == C["the"]
    if not modified and mod in _COUNTING and (not counted or article or tokens.classes[high] == C["the"]):
        return replace(item, base="counted") if item.rule == "year" else _with_article(tokens, item, high)
    if modified and item.kind not in ("point", "shift", "echo") and item.rule not in ("centuries", "nth"):
        return _with_article(tokens, item, high)
    if not modified and item.kind in ("vague", "set"):
        return item
    return replace(
        item, first=tokens.starts[low], low=low, mod=mod, half=half, base="part" if item.base == "bare" else item.base
    )


def _with_article(tokens: Tokens, item: Expression, high: int) -> Expression:
    """The expression without its lead, but with the article that the lead's pattern took."""
    if tokens.classes[high - 1] != C["the"]:
        return item
    return replace(item, first=tokens.starts[high - 1], low=high - 1)
