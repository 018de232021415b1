"""One polite conversation with a wiki's API: says who asks, one request at a time, waits when told to, and never for ever.

Etiquette: https://www.mediawiki.org/wiki/API:Etiquette. Whatever goes wrong for a while (429, 5xx, maxlag, a connection that
breaks or trickles, an answer that is cut off or no JSON) is asked again TRIES times in all, after the wait that the wiki asks
for or an exponential backoff; then UnansweredError says what was last seen. What asking again can't mend is a WikiError at once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from urllib.parse import urlencode, urlsplit

import httpx
import stamina

from extractor.errors import ContactError, UnansweredError, WikiError
from extractor.sources.forms import Answer, decode

TRIES = 5
LONGEST_WAIT = 300.0  # seconds; a wiki that asks for more is not waited for
TIME_LIMIT = 120.0  # seconds for one answer, from the question to its last byte; looked at with each piece of the body
QUIET_LIMIT = 30.0  # seconds without a byte
SIZE_LIMIT = 64 * 2**20  # bytes of one answer, unpacked; MediaWiki's own limit is 12 MiB
LONGEST_QUERY = 4000  # bytes in an address; what is longer is posted


class Session:
    """Questions to one api.php."""

    def __init__(
        self,
        address: str,
        *,
        contact: str,
        maxlag: int = 5,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """As Wiki has it. Raises ContactError, and WikiError for an address that can't be one."""
        self.address = _address(address)
        self._common = {"action": "query", "format": "json", "formatversion": 2, "maxlag": maxlag}
        self._clock = clock
        self._client = httpx.Client(
            headers={"User-Agent": _agent(contact), "Accept-Encoding": "gzip", "Promise-Non-Write-API-Action": "true"},
            timeout=QUIET_LIMIT,
            follow_redirects=True,
            max_redirects=5,
            transport=transport,
        )

    def ask(self, **fields: str | int) -> Answer:
        """The answer to one query, asked again while that may help."""
        for attempt in stamina.retry_context(on=backoff, attempts=TRIES, timeout=600, wait_initial=1, wait_max=60):
            with attempt:
                return self._once(urlencode(self._common | fields))
        raise AssertionError("stamina ends with an answer or an error")

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    def _once(self, query: str) -> Answer:
        end = self._clock() + TIME_LIMIT
        with _worded(self.address), closing(self._client.send(self._request(query), stream=True)) as response:
            after = _retry_after(response.headers)
            _check(response, after)
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > SIZE_LIMIT:
                    raise UnansweredError(f"{self.address}: the answer is over {SIZE_LIMIT >> 20} MiB")
                if self._clock() > end:
                    raise UnansweredError(f"{self.address}: no whole answer within {TIME_LIMIT:.0f} s")
        return decode(bytes(body), self.address, after)

    def _request(self, query: str) -> httpx.Request:
        if len(query) <= LONGEST_QUERY:
            return self._client.build_request("GET", f"{self.address}?{query}")
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._client.build_request("POST", self.address, content=query, headers=form)


def backoff(error: Exception) -> bool | float:
    """Whether to ask again after `error`: yes (True), after so many seconds, or not (False)."""
    if not isinstance(error, UnansweredError):
        return False
    if error.after is None:
        return True
    return error.after if error.after <= LONGEST_WAIT else False


def _address(given: str) -> str:
    """An api.php's address, without a password (it would show in permalinks); a bare host is one of Wikimedia's."""
    address = given if "/" in given else f"https://{given}/w/api.php"
    parts = urlsplit(address)
    if (
        parts.scheme not in ("http", "https")
        or not parts.netloc
        or "@" in parts.netloc
        or not parts.path.endswith(".php")
    ):
        raise WikiError(f"{given}: not a wiki's API; give its address, such as https://en.wikipedia.org/w/api.php")
    return address


def _agent(contact: str) -> str:
    """The User-Agent that Wikimedia's policy asks for: name/version (contact) library/version."""
    contact = contact.strip()
    if not ("@" in contact or "://" in contact) or not contact.isascii() or not contact.isprintable():
        raise ContactError(
            "a wiki wants to know who asks: give your e-mail address or a page about you with --contact or in "
            f"EXTRACTOR_CONTACT{f' ({contact!r} is neither)' if contact else ''}"
        )
    return f"extractor/{version('extractor')} ({contact}) httpx/{httpx.__version__}"


@contextmanager
def _worded(address: str) -> Iterator[None]:
    """The HTTP library's errors in our words, parted into those that may pass and those that won't."""
    try:
        yield
    except (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.TooManyRedirects, httpx.InvalidURL) as error:
        raise WikiError(f"{address}: {error}") from error
    except httpx.RequestError as error:
        raise UnansweredError(f"{address}: {type(error).__name__}: {error}") from error


def _check(response: httpx.Response, after: float | None) -> None:
    """Raise where the HTTP status alone says that this is no answer."""
    address, status = response.url.copy_with(query=None), response.status_code
    if response.history and response.request.method != response.history[0].request.method:
        raise WikiError(f"{response.history[0].url}: has moved: give the new address, {address}")
    if status == 429 or status >= 500:
        raise UnansweredError(f"{address}: HTTP {status} {response.reason_phrase}", after)
    if status in (401, 403):
        raise WikiError(
            f"{address}: HTTP {status}: the wiki refuses; is the contact a true one, may anybody read there?"
        )
    if status != 200:
        raise WikiError(
            f"{address}: HTTP {status} {response.reason_phrase}: no API here; give the address of its api.php"
        )


def _retry_after(headers: httpx.Headers) -> float | None:
    """Seconds to wait by the Retry-After header; a date there is held against the answer's own Date, not our clock."""
    told = headers.get("Retry-After", "")
    if told.isdecimal():
        return float(told)
    try:
        wait = parsedate_to_datetime(told) - parsedate_to_datetime(headers.get("Date", ""))
    except (ValueError, TypeError):
        return None
    return max(0.0, wait.total_seconds())
