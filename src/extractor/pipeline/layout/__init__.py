"""Events told by layout: a table row under a date column, a list item of a name and its dates, an infobox field, a dated caption.

What is dated is said by the column's heading, else by the section's, else by what the article is about. Needs no language model but
for lines and captions that name persons (`lines`, `captions`), which take the names that the model found.
"""

from extractor.pipeline.layout.fields import field_events
from extractor.pipeline.layout.items import item_events
from extractor.pipeline.layout.lines import spoken
from extractor.pipeline.layout.parts import sides
from extractor.pipeline.layout.rows import beside, row_events, shown

__all__ = ["beside", "field_events", "item_events", "row_events", "shown", "sides", "spoken"]
