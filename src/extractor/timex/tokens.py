"""A text as tokens, each of one class: what the grammar reads is the string of classes, one character a token.

So the orders in which English writes dates are regular expressions over some sixty classes, short and quick to run, and the
words themselves are data of a language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType
from typing import Any

from extractor.lang import words
from extractor.lang.months import FOREIGN_MONTHS

# the classes that are not tables of words
_FORMS = (
    "other", "small", "day2", "year4", "number", "ordinal", "decade", "clock", "numeric", "comma", "period", "hyphen", "slash", "open",
    "close", "apostrophe", "newline", "question", "roman",  "quarterno", "foreign", "maymonth", "lowermonth",
)  # fmt: skip
_FUNCTION = ("from", "between", "to", "and", "or", "on", "in", "of", "the", "oclock", "very", "long", "old", "half", "every", "per", "quarter", "hoursword", "times", "onward")  # fmt: skip
_TABLES = {
    "MONTHS": "month", "MONTH_ABBREVIATIONS": "mon", "WEEKDAYS": "weekday", "WEEKDAY_ABBREVIATIONS": "wkd",
    "SEASONS": "season", "AMBIGUOUS_SEASONS": "fall", "HOLIDAYS": "holiday", "NUMBERS": "numword", "MAGNITUDES": "magnitude",
    "ARTICLES": "a", "QUANTITIES": "some", "ORDINALS": "ordword", "UNITS": "unit", "YEAR_UNIT": "year", "UNIT_PLURALS": "units",
    "ADJECTIVE_MODIFIERS": "early", "PART_MODIFIERS": "part", "HALF_PARTS": "halfpart", "APPROXIMATE": "approx", "BEFORE_CHRIST": "bc",
    "ANNO_DOMINI": "ad", "OLD_STYLE": "os", "NEW_STYLE": "ns", "SHIFTS": "shift", "DEMONSTRATIVES": "that", "AFTER": "after",
    "SHORTLY": "shortly", "LAST_OR_FINAL": "final", "DAY_PARTS": "daypart", "MERIDIEM": "meridiem",
    "ZONES": "zone", "ZONE_WORDS": "zone", "FREQUENCIES": "often", "VAGUE": "vague", "DEICTIC_DAYS": "yesterday", "TIME_NOUNS": "time",
    "STRETCHES": "stretch", "ANNIVERSARY": "anniversary", "PAST": "past", "DECADES": "decadeword", "VAGUE_NOUNS": "vaguenoun",
}  # fmt: skip
CLASSES = {name: chr(0x4E00 + at) for at, name in enumerate(dict.fromkeys((*_FORMS, *_FUNCTION, *_TABLES.values())))}
_MARKS = {
    ",": "comma", ".": "period", "-": "hyphen", "–": "hyphen", "—": "hyphen", "‑": "hyphen", "−": "hyphen", "/": "slash", "(": "open", ")": "close",
    "?": "question", "[": "open", "]": "close", "'": "apostrophe", "’": "apostrophe", "\n": "newline", "&": "and",
}  # fmt: skip
_ROMAN = {
    word: at for at, word in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"], 1
    )
}  # fmt: skip
_OTHER, _SMALL, _DAY, _YEAR, _NUMBER = (CLASSES[name] for name in ("other", "small", "day2", "year4", "number"))
_TOKEN = re.compile(
    r"""(?x)
    (?P<word>[^\W\d_]+(?!\w))
    |(?P<numeric>[12]\d{3}-\d{2}-\d{2}(?![\d-])|\d{1,2}(?:\.\s?|/)\d{1,2}(?:\.\s?|/)[12]\d{3}(?![\d/])
        |[12]\d{3}/\d{1,2}/\d{1,2}(?![\d/]))
    |(?P<chain>\d+(?:-\d+){2,}\w*)
    |(?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
    |(?P<decade>(?:[12]?\d{2}0|\d0)['’]?s(?!\w))
    |(?P<ordinal>\d{1,3}(?:st|nd|rd|th|er|º|ª)(?!\w))
    |(?P<quarterno>Q[1-4](?!\w))
    |(?P<grouped>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|\d+\.\d+(?!\w))
    |(?P<plain>\d+(?!\w))
    |(?P<other>\w+)
    |(?P<mark>[^\w\s]|\n)
    """
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens: the classes as one string, and of each token its place and what its word means (a number, a code).

    `words` are the tables of the text's language.
    """

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    values: list[Any]
    words: ModuleType

    def word(self, at: int) -> str:
        """The token's own letters."""
        return self.text[self.starts[at] : self.ends[at]]

    def lower(self, at: int) -> str:
        """The token's letters in lower case, "" beyond the ends of the text."""
        return self.word(at).lower() if 0 <= at < len(self.starts) else ""

    def abut(self, at: int) -> bool:
        """Whether nothing stands between the token and the next one."""
        return at + 1 < len(self.starts) and self.ends[at] == self.starts[at + 1]

    def at(self, at: int) -> str:
        """The class character of a token, that of "newline" beyond the ends of the text."""
        return self.classes[at] if 0 <= at < len(self.classes) else CLASSES["newline"]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, tuple[str, Any]]
    phrases: dict[str, tuple[str, Any]]
    openers: frozenset[str]
    phrase: re.Pattern[str]


def tokens(text: str, language: str = "en") -> Tokens:
    """Cut a text into tokens; white space other than line ends is left out."""
    lexicon = _lexicon(language)
    known, openers = lexicon.words, lexicon.openers
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    done = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        word = match[0]
        if match.lastgroup == "word":
            lower = word.lower()
            phrase = lexicon.phrase.match(text, start) if lower in openers else None
            if phrase:
                end = done = phrase.end()
                kind, value = lexicon.phrases[_spelt(phrase[0])]
            else:
                kind, value = known.get(word) or known.get(lower) or _unknown(word, lower)
        elif match.lastgroup == "plain":
            kind, value = _plain(word)
        else:
            kind, value = _FORM_READERS[match.lastgroup or ""](word)
        classes.append(kind)
        starts.append(start)
        ends.append(end)
        values.append(value)
    return Tokens(text, "".join(classes), starts, ends, values, words(language))


def _unknown(word: str, lower: str) -> tuple[str, Any]:
    """A word of no table: a Roman number, a month of another language, or any other."""
    if word.isupper() and 1 < len(word) < 6 and word in _ROMAN:
        return CLASSES["roman"], _ROMAN[word]
    language = FOREIGN_MONTHS.get(lower)
    return (CLASSES["foreign"], language) if language else (_OTHER, None)


def _spelt(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").split()).lower()


def _plain(word: str) -> tuple[str, Any]:
    number = int(word) if len(word) < 5 else 0
    if len(word) == 4 and word[0] == "0" and number % 100 < 60:
        return CLASSES["clock"], f"{word[:2]}:{word[2:]}"
    if len(word) == 4 and 1000 <= number <= 2199:
        return _YEAR, number
    if len(word) <= 2 and 1 <= number <= 31:
        return _DAY, number
    return (_SMALL, number) if 0 < number < 1000 else (_NUMBER, number)


def _decade(word: str) -> tuple[str, Any]:
    return CLASSES["decade"], int(re.sub(r"\D", "", word))


_FORM_READERS: dict[str, Callable[[str], tuple[str, Any]]] = {
    "numeric": lambda word: (CLASSES["numeric"], word),
    "chain": lambda word: (_OTHER, None),
    "other": lambda word: (_OTHER, None),
    "quarterno": lambda word: (CLASSES["quarterno"], int(word[1])),
    "clock": lambda word: (CLASSES["clock"], word.replace(".", ":")),
    "decade": _decade,
    "ordinal": lambda word: (CLASSES["ordinal"], int(re.sub(r"\D", "", word))),
    "grouped": lambda word: (_NUMBER, float(word.replace(",", ""))),
    "mark": lambda word: (CLASSES[_MARKS.get(word, "other")], None),
}


@lru_cache(maxsize=8)
def _lexicon(language: str) -> _Lexicon:
    single: dict[str, tuple[str, Any]] = {}
    phrases: dict[str, tuple[str, Any]] = {}
    for word, name, value in _entries(words(language)):
        if word.isalpha():
            single.setdefault(word, (CLASSES[name], value))
        else:
            phrases.setdefault(_spelt(word), (CLASSES[name], value))
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    known = "|".join(re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]") for phrase in longest)
    openers = frozenset(match[0] for phrase in phrases if (match := re.match(r"\w+", phrase)))
    return _Lexicon(single, phrases, openers, re.compile(rf"(?i)(?:{known})(?:(?<=\.)|(?!\w))"))


def _entries(w: ModuleType) -> Iterable[tuple[str, str, Any]]:
    """Word, class and value of every entry; a word in two tables has the class of the first."""
    for word, name in w.FUNCTION_WORDS.items():
        yield word, name, None
    for word in w.AMBIGUOUS_MONTHS:
        yield word, "lowermonth", w.MONTHS[word]
        yield from ((form, "maymonth", w.MONTHS[word]) for form in (word.capitalize(), word.upper()))
    for table, name in _TABLES.items():
        items = getattr(w, table)
        for word, value in items.items() if isinstance(items, Mapping) else ((item, item) for item in items):
            yield word, name, value
