"""English triggers: which word tells which kind of event, and the words that decide between kinds.

`KINDS` maps a kind to its PLOVER type and CAMEO root code (PLOVER manual 2024; CAMEO codebook 1.1b3).
`TRIGGERS` maps a lemma to its kind; `DECIDERS` overrule it where a word of the second set stands in the trigger's clause.
"""

KINDS: dict[str, tuple[str | None, str | None]] = {
    "relations_established": ("SUPPORT", "05"), "relations_upgraded": ("SUPPORT", "05"), "relations_reduced": ("SANCTION", "16"),
    "relations_severed": ("SANCTION", "16"), "recognition": ("SUPPORT", "05"), "agreement_signed": ("SUPPORT", "05"),
    "agreement_in_force": ("SUPPORT", "05"), "visit_or_meeting": ("CONSULT", "04"), "support_stated": ("SUPPORT", "05"),
    "condemnation": ("ACCUSE", "11"), "request": ("REQUEST", "10"), "refusal": ("REJECT", "12"), "threat": ("THREATEN", "13"),
    "vote_or_election": ("AGREE", "03"), "statement": ("AGREE", "01"), "aid": ("AID", "07"), "cooperation": ("COOPERATE", "06"),
    "founded": ("COOPERATE", "06"), "membership": ("SUPPORT", "05"), "sanction": ("SANCTION", "16"), "deployment": ("MOBILIZE", "15"),
    "attack": ("ASSAULT", "19"), "occupation": ("ASSAULT", "19"), "withdrawal": ("RETREAT", "08"), "regime_change": ("ASSAULT", "19"),
    "leadership_change": (None, None), "statehood": (None, None), "repression": ("COERCE", "17"), "protest": ("PROTEST", "14"),
    "disaster": (None, None), "life": (None, None), "other": (None, None),
}  # fmt: skip

_VERBS = {
    "relations_established": "normalize normalise re-establish reestablish resume restore",
    "relations_upgraded": "accredit upgrade elevate",
    "relations_reduced": "recall downgrade worsen strain sour deteriorate",
    "relations_severed": "sever suspend",
    "recognition": "recognize recognise",
    "agreement_signed": "sign conclude initial",
    "agreement_in_force": "ratify rescind expire terminate extend enforce enter",
    "visit_or_meeting": "visit meet host attend travel convene tour receive welcome participate",
    "support_stated": "support praise endorse back welcome congratulate thank reaffirm",
    "condemnation": "condemn criticize criticise accuse protest denounce sue investigate blame",
    "request": "ask request demand appeal propose apply urge suggest recommend call invite seek turn",
    "refusal": "refuse reject veto boycott cancel decline postpone abstain",
    "threat": "threaten warn",
    "vote_or_election": "vote approve adopt pass",
    "statement": "announce declare say state report promise pledge offer claim maintain tell publish inform reveal outline confirm express",
    "aid": "provide donate grant lend fund give supply assist train help finance deliver",
    "cooperation": "trade invest export import cooperate purchase buy sell exchange",
    "founded": "found build construct inaugurate launch create form complete establish open set",
    "membership": "join admit leave rejoin withdraw accede",
    "sanction": "sanction ban impose lift embargo expel",
    "deployment": "deploy mobilize mobilise station dispatch send",
    "attack": "attack invade bomb raid kill assassinate murder fight defeat strike besiege repel wage explode capture shell massacre",
    "occupation": "occupy annex conquer colonize colonise cede seize acquire control",
    "withdrawal": "surrender release evacuate retreat cease",
    "regime_change": "overthrow depose oust topple install revolt",
    "leadership_change": "appoint elect crown succeed replace resign inaugurate nominate abdicate reign",
    "statehood": "unify partition dissolve rename secede gain proclaim abrogate promulgate separate unite",
    "repression": "arrest imprison exile deport censor execute jail detain sentence convict charge expropriate nationalize",
    "protest": "demonstrate riot strike rally",
    "disaster": "crash sink collapse erupt flood earthquake",
    "life": "bear die marry graduate retire earn award win receive",
}
_NOUNS = {
    "relations_established": "establishment normalization normalisation",
    "relations_severed": "severance",
    "recognition": "recognition",
    "agreement_signed": "signing accord",
    "agreement_in_force": "ratification",
    "visit_or_meeting": "visit meeting summit conference talk mission tour trip congress session",
    "vote_or_election": "election vote referendum resolution",
    "aid": "aid loan",
    "founded": "foundation founding establishment opening",
    "membership": "accession admission membership",
    "attack": "invasion war battle attack bombing massacre assassination raid siege offensive conflict murder killing shooting airstrike campaign incident clash genocide",
    "occupation": "occupation annexation conquest colonization colonisation",
    "withdrawal": "ceasefire armistice withdrawal surrender peace",
    "regime_change": "coup revolution overthrow uprising revolt rebellion putsch",
    "leadership_change": "appointment resignation inauguration coronation accession",
    "statehood": "independence unification reunification partition dissolution union secession",
    "repression": "arrest trial deportation crackdown",
    "protest": "demonstration protest riot strike",
    "disaster": "earthquake famine epidemic pandemic tsunami flood hurricane crisis crash explosion accident outbreak eruption plague",
    "life": "birth death marriage",
    "refusal": "boycott",
    "sanction": "embargo sanction",
}


def _by_lemma(table: dict[str, str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for kind, lemmas in table.items():
        for lemma in lemmas.split():
            out.setdefault(lemma, kind)
    return out


TRIGGER_VERBS = _by_lemma(_VERBS)
TRIGGER_NOUNS = _by_lemma(_NOUNS)

# (kind, trigger lemmas, words in the trigger's clause), the first that holds wins
DECIDERS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = tuple(
    (kind, frozenset(lemmas.split()), frozenset(clause.split()))
    for kind, lemmas, clause in (
        ("relations_upgraded", "establish open reopen maintain operate appoint send name present accredit have upgrade set inaugurate", "embassy consulate ambassador consul credentials legation chargé envoy nuncio accredited mission"),
        ("relations_reduced", "close withdraw recall expel shut downgrade evacuate", "embassy consulate ambassador diplomats personnel mission staff diplomat"),
        ("relations_severed", "sever break cut suspend end terminate", "relations ties relation links"),
        ("relations_established", "establish begin start open resume restore re-establish reestablish normalize normalise date initiate formalize have enter renew set form maintain exist switch", "relations ties relation relationship relationships"),
        ("relations_reduced", "sour worsen strain deteriorate begin", "relations ties relationship"),
        ("agreement_signed", "sign conclude reach make ink negotiate establish agree", "agreement treaty agreements treaties memorandum pact accord convention contract protocol deal mou agree"),
        ("agreement_in_force", "enter come take ratify", "force effect treaty agreement"),
        ("membership", "become be join admit", "member membership signatory observer"),
        ("statehood", "gain achieve declare proclaim obtain grant become win secure", "independence independent republic kingdom sovereignty state"),
        ("leadership_change", "become take assume elect appoint", "president minister king leader chairman governor monarch premier chancellor ruler office power emperor secretary"),
        ("visit_or_meeting", "hold make pay host take", "visit meeting summit talks conference session"),
        ("vote_or_election", "hold", "election referendum elections"),
        ("withdrawal", "withdraw pull leave", "troops forces army soldiers"),
        ("aid", "send provide", "aid assistance relief humanitarian loan"),
        ("attack", "declare launch break start begin", "war attack offensive invasion"),
        ("vote_or_election", "vote adopt pass approve", "resolution vote referendum law bill"),
        ("request", "turn", "assistance aid help proposal"),
        ("life", "win receive earn award", "medal prize award degree championship"),
        ("disaster", "hit strike destroy kill", "earthquake tsunami hurricane flood famine typhoon cyclone storm"),
    )
)  # fmt: skip

# verb ending -> what its base form ends in, tried in order
ENDINGS = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""))

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor"})
FUTURE = frozenset({"will", "shall"})
PLANNED = frozenset({"plan", "intend", "schedule", "expect", "propose"})
ALLEGED = frozenset({"allege", "allegedly", "reportedly", "claim", "accuse", "purportedly", "suspect"})
HYPOTHETICAL = frozenset({"would", "could", "might", "may", "if"})
# verbs that say no event of their own when a date stands beside them
LIGHT = frozenset(
    {"be", "have", "do", "say", "include", "rank", "estimate", "total", "account", "amount", "stand", "number"}
)

# words that make a meeting of a caption's two persons
TOGETHER = frozenset({"with", "meets", "meeting", "greets", "alongside"})
# phrases that stand for both sides of an article about two
BOTH = ("both countries", "both states", "both nations", "the two countries", "the two states", "the two nations", "the two sides",
        "both sides", "the countries", "each other", "both parties", "the two", "both governments")  # fmt: skip
# pronouns -> types of what they may mean
PRONOUNS = dict.fromkeys(("he", "she", "his", "her", "him"), ("PERSON",)) | dict.fromkeys(("it", "its"), ("ORG", "GPE"))
# an article's title that names its two sides or its one country
TITLE_PAIR = r"^(?P<a>.+?)\s*[–-]\s*(?P<b>.+?) relations$"
TITLE_ONE = r"^(?:Foreign relations|List of diplomatic missions|History|Economy|Politics|Military history|Culture|List of ambassadors) of (?:the )?(?P<a>.+)$"

# column headings -> kind of event that the date below tells; matched in order, lower case, anywhere in the heading
COLUMN_KINDS = (
    ("formal relations", "relations_established"), ("relations began", "relations_established"), ("diplomatic relations", "relations_established"),
    ("relations established", "relations_established"), ("established", "relations_established"), ("recogni", "recognition"),
    ("took office", "leadership_change"), ("left office", "leadership_change"), ("office start", "leadership_change"),
    ("office end", "leadership_change"), ("term", "leadership_change"), ("visit", "visit_or_meeting"), ("joined", "membership"),
    ("accession", "membership"), ("admission", "membership"), ("signed", "agreement_signed"), ("ratif", "agreement_in_force"),
    ("in force", "agreement_in_force"), ("founded", "founded"), ("opened", "founded"), ("credentials", "relations_upgraded"),
    ("opening", "relations_upgraded"), ("independence", "statehood"), ("born", "life"), ("died", "life"), ("birth", "life"), ("death", "life"),
)  # fmt: skip
DATE_COLUMNS = ("date", "year", "began", "since", "established", "start", "end", "from", "to", "relations")
# infobox fields -> kind
FIELD_KINDS = (
    ("birth", "life"), ("death", "life"), ("born", "life"), ("died", "life"), ("found", "founded"), ("established", "statehood"),
    ("formed", "founded"), ("formation", "founded"), ("dissol", "statehood"), ("term", "leadership_change"), ("opened", "founded"),
    ("marri", "life"), ("spouse", "life"), ("service", "life"), ("years active", "life"), ("independence", "statehood"), ("date", "other"),
)  # fmt: skip
