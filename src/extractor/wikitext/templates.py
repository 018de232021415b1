"""What a template is for: one table. The walk asks `rule(name)`; a template that is not here shows nothing, but the
reference marks in its arguments count.

what    how
note    leaves a mark: short ({{sfn}}), reuse ({{r}}), or the group it notes in ("plain" for none)
notes   prints the notes; its refs= defines some
date    shows a date made of its arguments
fixed   shows these words
flag    a state's flag and name: a link to the state that argument 1 names; `how` lists which arguments hold the words
link    a link to argument 1; `how` as with flag
show    shows these arguments: names, "*" all positional, "+" all positional on lines of their own, "last"
uncited marks a claim without source
infobox fields of its own
aside   hatnotes and navigation, set apart
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.lang import words


class Rule(NamedTuple):
    """What a template is for, and how."""

    what: str
    how: str = ""


_TABLE = """
note short: sfn, sfnp, sfnm, sfnmp, harvnb-note
note reuse: r, ref r
note plain: refn, #tag:ref
note lower-alpha: efn, efn-la, note-efn
note upper-alpha: efn-ua
note lower-roman: efn-lr
notes: reflist, references, notelist, ref list, refs, reference list
date: dts, date table sorting, start date, start date and age, end date, end date and age, birth date, birth date and age
date: death date, death date and age, film date, as of, start-date, end-date, dob, bda, date, dda, birth-date, death-date
date: birth date and age2, birth-date and age, death-date and age, release date, d-da, dts2, sda, oldstyledate, osd
flag 2 name 1: flag, flagu, flagcountry, flaglist, flagicon link, flag+link, flagdeco+link
flag: flagicon, flag icon, flagdeco, flagicon image
flag 1: fbw, fb, flagathlete
link lt 1: ill, interlanguage link, link-interwiki, interlanguage link multi
show 1: nowrap, nobr, nobold, small, smaller, big, center, abbr, tooltip, sronly, nbsp+, em, strong, nobreak, smallcaps
show 1: script, transl-1, noitalic, visible anchor, vanchor, avoid wrap, midsize, larger, sup, sub, underline, strikethrough
show 2: lang, transl, transliteration, langx, wikt-lang, color, font color, colored link, zh-lang, hidden, tq
show 1: lang-ru, lang-fr, lang-es, lang-de, lang-ar, lang-fa, lang-zh, lang-ja, lang-ko, lang-el, lang-he, lang-uk, lang-it
show 1: lang-km, lang-pt, lang-tr, lang-sr, lang-pl, lang-vi, lang-la, lang-hy, lang-ka, lang-az, lang-kk, lang-ky, lang-uz
show 1: ipa-en, circa-text
show text quote 1: quote, blockquote, cquote, quotation, quote box, rquote
show +: ubl, unbulleted list, plainlist, hlist, flatlist, bulleted list, ubli, startplainlist, collapsible list, cslist
show 1 2: convert, cvt
show 1: nts, formatnum, number table sorting, val, us$, usd, inflation, currency, ₹, inr, cny, jpy, gbp, eur, euro, pound
show 1: multiple image, plainlist-1, nts2, ordinal, round, no wrap, native name, wikt, asof-text, sort name
show last: sort, sortname-, hs, ntsh
show 1 2: sortname
uncited: citation needed, cn, fact, unreferenced section, cite needed, citation needed span, unreferenced, unsourced
uncited: better source needed, dubious, failed verification, original research inline, verify source, source?, needs citation
aside: main, main article, see also, further, see, details, about, for, distinguish, redirect, hatnote, other uses, main list
aside: main articles, further information, seealso, for-multi, broader, other people, redirect-distinguish, see also if exists
fixed –: snd, spnd, ndash, spaced ndash, –, en dash, spaced en dash
fixed —: mdash, —, em dash
fixed  : nbsp, spaces, space, thinsp, thin space, hair space, zwsp, pad, wbr, in5, snds
fixed  • : bull, •, dot, ·, bullet, spaced bullet
fixed |: !, pipe
fixed =: =
fixed Yes: yes, ya, aye, tick
fixed No: no, na, nay, cross
fixed c. : circa-plain
"""


def _rules() -> dict[str, Rule]:
    table = {}
    for line in _TABLE.strip().splitlines():
        head, _, names = line.partition(": ")
        what, _, how = head.partition(" ")
        for name in names.split(", "):
            table[name.strip()] = Rule(what, how)
    return table


RULES = _rules()
SHOWN_LANG = re.compile(r"^lang-[a-z-]+$")
INFOBOX = re.compile(r"^(?:infobox\b|taxobox|geobox|speciesbox|automatic taxobox|chembox|drugbox|.* infobox$)")


def canonical(name: str) -> str:
    """A template's name as the table writes it: lower case, single spaces, no namespace, no comment."""
    name = re.sub(r"<!--.*?-->", "", name, flags=re.S)
    return " ".join(name.replace("_", " ").split()).lower().removeprefix("template:").strip()


def rule(name: str) -> Rule:
    """What the template with this canonical name is for."""
    if name in RULES:
        return RULES[name]
    if name in ("circa", "c.", "ca", "ca.", "floruit", "fl.", "reign", "r.") or name.startswith(("as of", "circa")):
        return Rule("date")
    if SHOWN_LANG.match(name):
        return Rule("show", "1")
    return Rule("infobox") if INFOBOX.match(name) else Rule("hidden")


_PREFIX = {"circa": "c. ", "c.": "c. ", "ca": "c. ", "ca.": "c. ", "floruit": "fl. ", "fl.": "fl. ", "as of": "As of "}
_FIRST_PART = re.compile(r"(?i)^(?:yes|no|y|n|dmy|mdy|iso|df|mf|br)$")


def date_text(name: str, given: list[tuple[str, str]], language: str = "en") -> str:
    """What a date template shows: its words as given, or year, month and day arguments put in order (1956|5|13 → 13 May 1956)."""
    months = [month.capitalize() for month in words(language).MONTHS]
    parts = [value for key, value in given if key.isdigit() and value and not _FIRST_PART.match(value)]
    if name == "film date" or name.startswith(("death date and age", "birth date and age2", "end date and age")):
        parts = parts[:3]
    prefix = _PREFIX.get(name, "")
    if prefix == "As of " and dict(given).get("lc"):
        prefix = "as of "
    if not parts:
        return ""
    if not re.fullmatch(r"-?\d{1,4}", parts[0]) or (len(parts) == 1):
        return prefix + " – ".join(re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", part) for part in parts[:2])
    if name in ("circa", "c.", "ca", "floruit", "fl.", "reign", "r."):
        return prefix + "–".join(parts[:2])
    year, month, day = (*parts[:3], "", "")[:3]
    if len(year) < 3 and len(parts) > 2 and len(parts[2]) == 4:  # day first, as {{dts|13|5|1956}} is sometimes written
        year, day = day, year
    if month.isdigit():
        month = months[int(month) - 1] if 1 <= int(month) <= 12 else ""
    day = day if day.isdigit() and 1 <= int(day) <= 31 and month else ""
    return prefix + " ".join(part for part in (day.lstrip("0"), month, year) if part)


_CODES = {
    "USA": "United States", "US": "United States", "UK": "United Kingdom", "GBR": "United Kingdom", "USSR": "Soviet Union",
    "URS": "Soviet Union", "SUN": "Soviet Union", "PRC": "China", "CHN": "China", "ROC": "Taiwan", "UAE": "United Arab Emirates", "UN": "United Nations",
    "EU": "European Union", "DRC": "Democratic Republic of the Congo", "DPRK": "North Korea", "ROK": "South Korea",
    "DDR": "East Germany", "RSA": "South Africa", "FRG": "West Germany", "RUS": "Russia", "FRA": "France",
    "People's Republic of China": "China", "Republic of China": "Taiwan", "Burma": "Myanmar", "Macedonia": "North Macedonia",
    "DEU": "Germany", "GER": "Germany", "ITA": "Italy", "ESP": "Spain", "IND": "India", "JPN": "Japan", "CAN": "Canada",
    "AUS": "Australia", "BRA": "Brazil", "TUR": "Turkey", "POL": "Poland", "UKR": "Ukraine", "CUB": "Cuba", "MEX": "Mexico",
}  # fmt: skip


def flag_title(name: str) -> str:
    """Title of the article that a flag template's first argument means: its codes and short names spelt out."""
    return _CODES.get(name, name)
