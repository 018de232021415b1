"""What changed, do only that, survive a crash: plan, block cache, ledger, identity of events, and the run that joins them."""

from extractor.batch.ledger import Ledger, ledger
from extractor.batch.recipe import recipe
from extractor.batch.run import Order, Summary, rebuild, update
from extractor.batch.work import Worker

__all__ = ["Ledger", "Order", "Summary", "Worker", "ledger", "rebuild", "recipe", "update"]
