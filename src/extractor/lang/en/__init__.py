"""English: every table of words under one name, as each language offers them."""

from extractor.lang.en.actors import *  # noqa: F403
from extractor.lang.en.articles import *  # noqa: F403
from extractor.lang.en.citations import *  # noqa: F403
from extractor.lang.en.dates import *  # noqa: F403
from extractor.lang.en.kinds import *  # noqa: F403
from extractor.lang.en.layout import *  # noqa: F403
from extractor.lang.en.names import NAMES as NAMES
from extractor.lang.en.names import label_of_title as label_of_title
from extractor.lang.en.realis import *  # noqa: F403
from extractor.lang.en.sources import *  # noqa: F403
from extractor.lang.en.states import CAPITALS as CAPITALS
from extractor.lang.en.states import DEMONYMS as DEMONYMS
from extractor.lang.en.states import STATES as STATES
