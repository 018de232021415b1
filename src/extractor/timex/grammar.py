"""The orders in which English writes time, as one regular expression over token classes.

Each rule is a line of class names in angle brackets and of the fragments above it in capitals; the first rule that fits where
the scan stands wins, so the longer and surer ones come first. Repeats are bounded, so that time grows with the text only. What a
match means is read in `days`, `years`, `relative` and `lasting`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.timex.tokens import CLASSES

_FRAGMENTS = {
    "ANY": "(?:<day2>|<small>|<year4>)",
    "YEAR": "(?:<ad>ANY|ANY<bc>|ANY<ad>|<year4>)",
    "JOIN": "(?:<hyphen>|<slash>|<and>|<or>|<to>)",
    "DAYNO": "(?:<day2>|<ordinal>)",
    "DAYS": "DAYNO(?:<comma>DAYNO){,30}(?:<comma>?JOIN<the>?WEEKDAY DAYNO)?",
    "SOMEDAYS": "DAYNO(?:(?:<comma>DAYNO){,30}<comma>?JOIN<the>?DAYNO)?",
    "MONTH": "(?:<month>|<maymonth>|<mon><period>?)",
    "MONTHNAME": "(?:<month>|<maymonth>)",
    "WEEKDAY": "(?:(?:<weekday>|<wkd><period>?)<comma>?)?",
    "SEASON": "(?:<season>|<fall>)",
    "SHIFTED": "(?:<the>?<very>?(?:<shift>|<past>)|<that><very>?<shift>?|<the><very>)",
    "THATYEAR": "(?:<that><shift>?|<the>?<shift>)<year>",
    "ORD": "(?:<numword><hyphen>)?(?:<ordword>|<ordinal>)",
    "UNIT": "(?:<unit>|<year>|<units>)",
    "ONEUNIT": "(?:<unit>|<year>)",
    "COUNT": "(?:<numword>(?:<hyphen>?<numword>)?<magnitude>?|<day2>|<small>|<number>|<a>?<magnitude>|<some><magnitude>?|<a>)",
    "COUNTS": "COUNT(?:(?:<hyphen>|<to>|<or>|<and>)COUNT|<hyphen>?<and><hyphen>?<a><hyphen>?<half><hyphen>?)?",
    "APPROX": "(?:<approx>(?:<the><year>)?)",
    "EARLY": "<early>(?:<hyphen>?<to><hyphen>?<early>)?<hyphen>?",
    "MOD": "(?:<the>?<very>?EARLY(?:<in>|<on>)?|<the>?(?:<very>)?<part><of>|<the>?<halfpart><of>)",
}
# a rule of several lines is any of them
_RULES: dict[str, tuple[str, ...]] = {
    "beyond": ("<small>MONTH<comma>?<year4>", "MONTH<small><comma><year4>"),
    "style": (
        "DAYNO<open>DAYNO<close>MONTH(?:<comma>?YEAR)?",
        "(?:DAYNO MONTH|MONTH DAYNO)(?:<comma>?YEAR)?<open>(?:<os>|<ns>)?<comma>?(?:DAYNO MONTH|MONTH DAYNO)(?:<comma>?YEAR)?(?:<os>|<ns>)?<close>(?:<comma>?YEAR)?",
    ),
    "dmy": (
        "WEEKDAY<the>?DAYS(?:<unit>?<of>)?MONTH(?:<comma>?<of>?YEAR(?:<slash>(?:<day2>|<small>))?|<of>THATYEAR|<small>(?!<other>))?",
        "DAYNO<hyphen>(?:<month>|<maymonth>|<mon>)<hyphen><year4>",
        "DAYNO<lowermonth><year4>",
        "<the><ordword><of>MONTH(?:<comma>?<of>?YEAR|<of>THATYEAR)?",
    ),
    "mdy": ("WEEKDAY MONTH<the>?SOMEDAYS(?:<comma>?<of>?YEAR|<of>THATYEAR)?",),
    "my": ("MONTH(?:<comma>?<of>?YEAR|<of>THATYEAR)",),
    "sy": ("<the>?SEASON(?:<comma>?<of>?(?:<the><year>)?YEAR(?:<slash>|<hyphen>)(?:<day2>|<small>)(?!<bc>)|<comma>?<of>?(?:<the><year>)?YEAR|<of>THATYEAR)",),
    "yearmonth": ("<year4>MONTH(?:DAYNO(?!<units>))?",),
    "foreign": ("(?:DAYNO<period>?)?<other>?<foreign><other>?<year4>",),
    "quarter": (
        "(?:<quarterno>(?:<of>|<comma>)?YEAR)",
        "<year4><quarterno>",
        "<the>?(?:<ordword>|<ordinal>|<shift>|<final>)<quarter><of>(?:<the><year>)?YEAR",
    ),
    "centuries": (
        "<the>?<roman>(?:JOIN<roman>)?<unit>(?:<bc>|<ad>)?",
        "<the>?ORD(?:<comma>ORD){,12}(?:JOIN<the>?ORD)?<hyphen>?(?:<unit>|<units>)(?:<bc>|<ad>)?",
    ),
    "decadeword": ("<the>?(?:<numword><hyphen>?)?<decadeword>",),
    "decade": ("<the>?<apostrophe>?<decade><bc>?",),
    "holiday": ("<holiday>(?:<comma>?<of>?YEAR|<of>THATYEAR)?",),
    "numeric": ("<numeric>",),
    "eras": ("<number><bc>", "ANY(?:JOIN ANY)?(?:<bc>|<ad>)", "<ad>ANY"),
    "yearword": ("<the>?(?:<year>|<units>)YEAR(?:(?:<hyphen>|<slash>)(?:<day2>|<small>)(?!<bc>))?",),
    "offset": ("(?:<approx>|<some>){,3}(?:(?:COUNTS|<half><a>)(?:UNIT)|<units>)(?:<after>|<shift>)",),
    "unitafter": ("<the><very>?ONEUNIT(?:<after>|<shift>)",),
    "often": ("<often>",),
    "set": (
        "(?:COUNT)?<times>(?:<a>|<every>|<per>)ONEUNIT",
        "<every>(?:DAYNO MONTH|MONTH DAYNO)",
        "<every>(?:<numword>|<ordword>|<ordinal>|<other>)?(?:UNIT|<weekday>|SEASON|<daypart>|MONTHNAME)",
        "<per>(?:ONEUNIT|<daypart>)",
        "<slash>(?:<unit>|<year>)",
    ),
    "duration": ("APPROX{,3}(?:<the>(?:<shift>|<past>|<final>|<ordword>)?|<shift>|<past>|<final>|<a>)?(?:COUNTS(?:<shift>|<other>|<approx>)?|<year4>(?=<units>))<hyphen>?UNIT(?:<and><a><half>)?(?:<hyphen>?<long>|<hyphen>?<old>)?<time>?",),
    "halfunit": ("APPROX{,3}<a>?<half><hyphen>?<a>?<hyphen>?ONEUNIT",),
    "unitlong": ("ONEUNIT<hyphen>?<long>",),
    "yearpair": ("<year4>(?:<hyphen>|<slash>)(?:<day2>|<small>)(?!<bc>)",),
    "year": ("<year4><question>?",),
    "later": (
        "<after><in>YEAR",
        "<after>(?:<in>|<on>)?(?:<that><very>?<shift>?|<the><shift>?)(?:ONEUNIT|MONTHNAME|SEASON|<daypart>)",
    ),
    "shiftunits": ("<the>?<very>?(?:<shift>|<past>|<final>|<ordword>)<units>",),
    "shiftunit": ("SHIFTED(?:ONEUNIT)",),
    "shiftname": ("SHIFTED(?:MONTHNAME|SEASON|<weekday>)",),
    "yearsend": ("<the>?(?:<year>|<unit>)<apostrophe><other><part>",),
    "theunit": ("<the>(?:ONEUNIT)",),
    "clock": ("(?:<clock>|<number>(?=<meridiem>)|<day2>(?:<meridiem>|<oclock>))(?:<oclock>|<meridiem>)?(?:<units>|<hoursword>)?<zone>?",),
    "daypart": ("(?:SHIFTED|<the>)?<early>?<daypart><units>?", "<early><in><the>?<daypart>"),
    "ordinalday": ("<the><ordinal>(?:<of>(?:<the>|<that>)<shift>?<unit>)?",),
    "nth": ("<the>?(?:ORD|<final>)(?:<daypart>|ONEUNIT)",),
    "anniversary": ("<the>?ORD(?:<year>)?<anniversary>",),
    "yesterday": ("<yesterday>",),
    "shortyear": ("MONTHNAME<of>?<apostrophe>(?:<day2>|<small>)", "<the>?SEASON<of>?<apostrophe>(?:<day2>|<small>)", "<apostrophe>(?:<day2>|<small>)"),
    "weekday": ("<weekday>",),
    "month": ("MONTHNAME",),
    "season": ("<the>?<season>", "<the><fall>", "<fall>"),
    "units": ("<the>?<units>",),
    "time": ("(?:<that>|<the><shift>|<the>)<time>",),
    "vague": ("<vague>", "<the>?<vaguenoun>", "<the><past>"),
    "stretch": ("<stretch>",),
    "loosepart": ("<the>?<part>",),
    "shortly": ("<shortly>",),
    "smallyear": ("<small>(?:(?:<to>|<and>|<hyphen>)(?:<small>|<year4>))?",),
}  # fmt: skip


def _expanded(rule: str) -> str:
    """A rule as a regular expression: fragments put in, class names as their characters."""
    while re.search(r"[A-Z]", rule):
        rule = re.sub(r"[A-Z]+", lambda match: _FRAGMENTS[match[0]], rule)
    return re.sub(r"<(\w+)>", lambda match: CLASSES[match[1]], rule.replace(" ", ""))


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """All rules as one pattern; the group that matched last names the rule."""
    rules = "|".join(f"(?P<{name}>{_expanded('|'.join(orders))})" for name, orders in _RULES.items())
    prefix = _expanded("(?:(?:APPROX MOD?|MOD APPROX?)<the>?)?")
    return re.compile(f"(?P<prefix>{prefix})(?:{rules})")
