"""A process that updates a ledger and dies at a given statement, as by `kill -9`. Forked from a server that has the model loaded."""

import os
import signal
from functools import partial

import extractor
from extractor.batch import Order, Worker, ledger, recipe, update

NLP = extractor.load()


def work(folder):
    worker = Worker(recipe(), cache=folder / "blocks.sqlite")
    worker.reader.nlp = NLP
    return worker


def run(folder, wiki, stamp, die_at=None):
    """Update; SIGKILL before the ledger's statement number `die_at`. Returns how many statements there were."""
    count = 0

    def statement(_):
        nonlocal count
        count += 1
        if count == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with ledger(folder / "ledger.sqlite", write=True) as book:
        book._database.set_trace_callback(statement)
        update(wiki, book, partial(work, folder), Order(recipe().whole, stamp))
        book._database.set_trace_callback(None)
    return count
