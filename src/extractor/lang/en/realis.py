"""Words that say whether something happened: by them a text negates, plans, supposes or merely reports an event."""

# under the trigger's subject or object, or beside the trigger
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor"})
NOBODY = frozenset({"no", "neither", "none", "nobody", "nothing", "nor"})
NOT_ONLY = frozenset(
    {"only", "just", "merely", "simply", "least", "more", "less", "fewer", "later"}
)  # "not only signed" and "no more than" deny nothing
UNTIL = frozenset({"until", "till"})  # "did not join until 1955" says that they joined
ALMOST = frozenset({"almost", "nearly"})
# what is nearly done in degree, not in vain
DEGREES = frozenset(
    {
        "double",
        "triple",
        "treble",
        "quadruple",
        "halve",
        "equal",
        "reach",
        "fill",
        "exhaust",
        "complete",
        "be",
        "have",
        "destroy",
    }
)
YET = "yet"
YET_WITH = frozenset({"have", "be"})
WITHOUT = "without"

# of an infinitive, gerund or clause that these govern: "refused to sign"; the governing word's own event is told as it stands
NEGATING = frozenset({"fail", "refuse", "decline", "neglect", "omit", "unable", "unwilling", "avoid", "refrain", "prevent", "forget",
                      "failure", "refusal", "inability", "unwillingness"})  # fmt: skip
PLANNING = frozenset({"plan", "intend", "schedule", "expect", "propose", "hope", "want", "wish", "aim", "promise", "pledge", "vow", "slate", "due",
                      "intention", "proposal", "target", "goal"})  # fmt: skip
SUPPOSING = frozenset({"threaten", "threat", "urge", "demand"})
PONDERING = frozenset({"consider", "contemplate", "suggest"})  # with a gerund: "considered leaving"
THREATENING = frozenset({"threaten"})  # whose object is supposed as well: "threatened war"
ALLEGING = frozenset(
    {"allege", "claim", "accuse", "suspect", "rumour", "rumor", "deny", "allegation", "accusation", "purport"}
)
HELD = frozenset(
    {"say", "believe", "think", "report", "assume", "suppose", "repute"}
)  # alleging in the passive only: "is said to have left"

# adjectives of the trigger: "a planned 1999 visit"
PLANNED_ONES = frozenset({"planned", "proposed", "scheduled", "intended", "projected"})
UNDONE_ONES = frozenset({"cancelled", "canceled", "abandoned", "aborted"})
ALLEGED_ONES = frozenset({"alleged", "purported", "rumoured", "rumored", "supposed"})
# adverbs of the trigger
ALLEGEDLY = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})
ACCORDING = "according"
# whose word is hearsay, persons aside; what surveys and treaties say is told as fact
SOURCES_OF_HEARSAY = frozenset({"critic", "source", "witness", "eyewitness", "legend", "tradition", "myth", "rumour", "rumor", "opponent", "official", "survivor",
                                "historian", "scholar", "author", "chronicle", "chronicler", "police", "government", "army", "medium", "media", "newspaper",
                                "activist", "defector", "spokesman", "spokesperson", "prosecutor", "opposition", "story", "claim", "allegation"})  # fmt: skip

# verbs whose object or passive subject did not take place, or was still to
CANCELLING = frozenset({"cancel", "scrap", "shelve"})
APPOINTING = frozenset({"set", "schedule", "plan", "project", "slate", "expect", "propose"})
FORETELLING = frozenset({"project", "expect"})  # whose passive always dates what is foretold
FOR = frozenset({"for", "by"})  # "was planned for May": the date is the plan's, not the planning's
# verbs that share their realis with the event noun beside them: "no vote was held"
HOLDING = frozenset({"hold", "declare", "occur", "happen", "conduct", "stage", "launch", "undertake"})

FUTURE = frozenset({"will", "shall", "'ll", "wo"})
WOULD = frozenset({"would", "'d"})
PERHAPS = frozenset({"might", "may"})
IRREAL = frozenset({"would", "could", "should", "might", "may", "ought"})  # before "have": "could have joined"
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
TELLING = frozenset(
    {
        "say",
        "announce",
        "state",
        "declare",
        "promise",
        "agree",
        "plan",
        "propose",
        "expect",
        "decide",
        "predict",
        "confirm",
        "indicate",
    }
)
# "was to become president" looks ahead to what came about
OUTCOMES = frozenset({"become", "remain", "prove", "last", "die", "be", "play"})
INVERTING = frozenset({"had", "were", "should"})  # before the subject: "had Spain joined"
PERFECT = frozenset({"have", "'ve"})
TYING = frozenset({"of", "from", "to"})  # "accused of bombing", "prevented from taking"
TO, BE, DUE, SET, TAKE, PLACE = "to", "be", "due", "set", "take", "place"
ADVERSATIVE = frozenset({"but", "yet"})  # what stands before it is not shared: "was not signed but adopted"
