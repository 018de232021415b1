"""Work over items, by this process or by several: the same results in the same order."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, TypeVar

from extractor.errors import ExtractorError

Item = TypeVar("Item")
Result = TypeVar("Result")
AHEAD = 2  # items in hand for each worker: enough to keep it busy, few enough to keep memory flat
_make: Any = None
_work: Any = None


def results(make: Callable[[], Callable[[Item], Result]], items: Iterable[Item], workers: int = 1) -> Iterator[Result]:
    """`make()(item)` for each item, in order. With several workers each is a process of its own, in which `make` is called once.

    make: picklable, such as a class or a partial of one. Raises ExtractorError where a worker process dies.
    """
    if workers < 2:
        work = make()
        for item in items:
            yield work(item)
        return
    context = multiprocessing.get_context("spawn")  # a fork would share open databases and threads
    with ProcessPoolExecutor(workers, context, _begin, (make,)) as pool:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(pool.submit(_one, item))
            if len(waiting) >= AHEAD * workers:
                yield _got(waiting.popleft())
        while waiting:
            yield _got(waiting.popleft())


def _got(future: Future[Result]) -> Result:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise ExtractorError(
            "a worker process died, most likely for want of memory: run again with fewer --workers"
        ) from error


def _begin(make: Callable[[], Any]) -> None:
    global _make
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _make = make


def _end_with(sentinel: int) -> None:
    """A killed parent must leave no workers behind."""
    wait([sentinel])
    os._exit(1)


def _one(item: Any) -> Any:
    """The work is made with the first item: what fails in an initializer breaks the pool and loses its error."""
    global _work
    if _work is None:
        _work = _make()
    return _work(item)
