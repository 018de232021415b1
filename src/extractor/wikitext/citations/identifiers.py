"""Addresses and numbers of works: DOI, ISBN and ISSN in their normal form where they are right, and what is wrong else."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

# ISO 26324; Crossref: DOIs and regular expressions (2015): registrant codes have four to nine digits
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_LEAD = re.compile(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)")
_DOI_TAIL = re.compile(r"[.,;]+$")
_SCHEMES = frozenset(
    {"http", "https", "ftp", "ftps", "sftp", "gopher", "news", "nntp", "irc", "ircs", "mms", "rtsp", "worldwind", ""}
)
_HOST = re.compile(
    r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[\w-]+)\.?|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]"
)
_NOT_IN_URL = re.compile(r"[\s<>\"]")
_ARCHIVED = re.compile(
    r"(?i)^(?:https?:)?//(?:(?:web|wayback|www)\.archive\.org/(?:web/)?|archive\.(?:today|is|ph|li|fo|md|vn|org/wayback)/|"
    r"(?:www\.)?webarchive\.[^/]+/(?:[\w-]+/)*|arquivo\.pt/(?:wayback/|noFrame/replay/)?)(\d{4,14})[a-z_*]*/(\S+)"
)
_ARCHIVES = re.compile(
    r"(?i)^(?:https?:)?//(?:[\w-]+\.)*(?:archive\.(?:org/web|today|is|ph|li|fo|md|vn)|web\.archive\.org|webcitation\.org|"
    r"webarchive\.[\w.]+|ghostarchive\.org|perma\.cc|arquivo\.pt|wikiwix\.com|freezepage\.com|megalodon\.jp)(?:/|$)"
)


def doi(text: str) -> tuple[str, bool]:
    """A DOI in normal form (bare, lower case: names are case-insensitive) and whether it has the form of one."""
    name = _DOI_TAIL.sub("", unquote(_DOI_LEAD.sub("", text.strip())).strip()).lower()
    return (name, True) if _DOI.fullmatch(name) else (text.strip(), False)


def isbn(text: str) -> tuple[str, bool]:
    """An ISBN as its 13 digits and whether its check digit holds; as given where it does not (ISO 2108).

    Ten digits, or nine of an SBN, become the thirteen that they stand for.
    """
    digits = re.sub(r"(?i)^isbn(?:-?1[03])?:?|[\s\u00ad‐‑‒–—-]", "", text.strip().strip("()").strip()).upper()
    if len(digits) == 9 and digits[:-1].isdecimal():
        digits = "0" + digits
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits) and _weighted(digits, range(10, 0, -1)) % 11 == 0:
        first = "978" + digits[:9]
        return first + str(-_weighted(first, [1, 3] * 6) % 10), True
    if re.fullmatch(r"97[89][0-9]{10}", digits) and _weighted(digits, [1, 3] * 6 + [1]) % 10 == 0:
        return digits, True
    return text.strip(), False


def issn(text: str) -> tuple[str, bool]:
    """An ISSN as NNNN-NNNC and whether its check digit holds; as given where it does not (ISO 3297)."""
    digits = re.sub(r"(?i)^e?-?issn:?|[\s‐‑‒–—-]", "", text.strip()).upper()
    if re.fullmatch(r"[0-9]{7}[0-9X]", digits) and _weighted(digits, range(8, 0, -1)) % 11 == 0:
        return f"{digits[:4]}-{digits[4:]}", True
    return text.strip(), False


def _weighted(digits: str, weights: Any) -> int:
    return sum((10 if digit == "X" else int(digit)) * weight for digit, weight in zip(digits, weights, strict=True))


def is_url(text: str) -> bool:
    """Whether an address has the form of one that MediaWiki links: a known scheme (or none, //), a host, no blanks."""
    if _NOT_IN_URL.search(text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "news":
        return bool(parts.path or host)
    return parts.scheme in _SCHEMES and bool(_HOST.fullmatch(f"[{host}]" if ":" in host else host))


def is_archive(url: str) -> bool:
    """Whether an address is a web archive's copy of another page."""
    return bool(_ARCHIVES.match(url))


def archived_from(url: str) -> tuple[str, str]:
    """What an archive's address says of its copy: the original address, and the day as YYYY-MM-DD ("" where unsaid)."""
    match = _ARCHIVED.match(url)
    if not match:
        return "", ""
    stamp, original = match.groups()
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if len(stamp) >= 8 else stamp[:4]
    return original, day
