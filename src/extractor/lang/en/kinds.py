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
    "relations_upgraded": "accredit upgrade elevate reopen re-open reciprocate",
    "relations_reduced": "recall downgrade worsen strain sour deteriorate",
    "relations_severed": "sever break",
    "recognition": "recognize recognise",
    "agreement_signed": "sign conclude initial negotiate agree settle resolve finalize finalise ink co-sign cosign renegotiate demarcate",
    "agreement_in_force": "ratify rescind expire terminate extend enforce renew repeal enact codify apply implement revoke amend lapse",
    "visit_or_meeting": "visit meet host attend travel convene tour arrive confer gather discuss greet fly co-chair stay",
    "support_stated": "support praise endorse back welcome congratulate thank reaffirm applaud commend honor honour advocate sympathize",
    "condemnation": "condemn criticize criticise accuse protest denounce sue investigate blame deplore rebuke allege complain decry summon object oppose dispute contest",
    "request": "ask request demand appeal propose apply urge suggest recommend invite seek petition lobby nominate plead submit bid order",
    "refusal": "refuse reject veto boycott cancel decline postpone abstain deny delay scrap block shelve ignore",
    "threat": "threaten warn",
    "vote_or_election": "vote approve adopt pass elect re-elect reelect accept opt re-elected legalize legalise",
    "statement": "announce declare say state report promise pledge offer claim maintain tell inform reveal outline confirm express note argue assert affirm explain describe insist acknowledge admit proclaim decide comment speak stress emphasize emphasise mention testify unveil disclose record vow commit show decree",
    "aid": "provide donate lend fund give supply assist help finance deliver contribute subsidize subsidise rescue disburse forgive donate subsidise",
    "cooperation": "trade invest export import cooperate purchase buy sell exchange collaborate partner merge ally acquire commission procure plan lease co-operate ship",
    "founded": "found build construct inaugurate launch create form complete establish open set erect start constitute develop organize organise co-found cofound institute rebuild expand commence",
    "membership": "join admit rejoin accede affiliate enrol enroll quit",
    "sanction": "sanction ban impose lift embargo expel blockade blacklist freeze prohibit tax fine suspend restrict halt",
    "deployment": "deploy mobilize mobilise station dispatch garrison prepare redeploy sail patrol muster land",
    "attack": "attack invade bomb raid kill assassinate murder fight defeat strike besiege repel wage explode capture shell massacre ambush shoot storm wound injure destroy bombard crush stab assault torpedo kidnap hijack clash battle loot burn erupt ravage sack defend perish slay intervene gun",
    "occupation": "occupy annex conquer colonize colonise cede seize subjugate settle govern administer incorporate liberate recapture retake control overrun cede relinquish colonise integrate",
    "withdrawal": "surrender evacuate retreat cease withdraw capitulate disarm free demobilize demobilise flee repatriate",
    "regime_change": "overthrow depose oust topple install revolt usurp rebel remove dethrone",
    "leadership_change": "appoint crown succeed replace resign abdicate reign inaugurate enthrone retire rule swear designate name dismiss serve head preside chair govern step lead promote inherit depart ascend",
    "statehood": "unify partition dissolve rename secede proclaim abrogate promulgate separate unite reunify divide split federate incorporate separate disintegrate frame reorganize draft exist reorganise",
    "repression": "arrest imprison exile deport censor execute jail detain sentence convict charge expropriate nationalize nationalise persecute banish extradite torture intern confiscate prosecute outlaw indict purge seize hang enslave",
    "protest": "demonstrate riot rally march picket",
    "disaster": "crash sink collapse flood earthquake hit devastate spill derail suffer infect plummet burn capsize drown strike displace",
    "life": "bear die marry graduate retire earn award win receive divorce wed write publish study work play compose debut star direct produce author release enroll attend move live perform compete teach become train emigrate immigrate return adopt paint orbit win bury baptize baptise educate knight nominate photograph appear co-write republish record reside invent patent film translate portray depict dramatize pioneer diagnose christen",
    "other": "release find rank decline increase rise fall lose change shift transfer convert revert redesign host call use broadcast compete play appear raise reduce abolish adapt discover move participate qualify stage",
}
_NOUNS = {
    "relations_established": "establishment normalization normalisation resumption restoration",
    "relations_upgraded": "accreditation",
    "relations_reduced": "downgrade",
    "relations_severed": "severance rupture break",
    "recognition": "recognition",
    "agreement_signed": "signing accord agreement treaty pact memorandum truce deal",
    "agreement_in_force": "ratification expiry",
    "visit_or_meeting": "visit meeting summit conference talk mission tour trip congress session negotiation convention forum dialogue council",
    "support_stated": "endorsement support",
    "condemnation": "condemnation investigation lawsuit criticism inquiry",
    "request": "request application appeal proposal demand invitation petition",
    "refusal": "boycott refusal veto rejection cancellation",
    "threat": "threat ultimatum",
    "vote_or_election": "election vote referendum resolution by-election plebiscite ballot poll",
    "statement": "announcement declaration statement speech report",
    "aid": "aid loan grant donation assistance relief",
    "cooperation": "cooperation exercise partnership investment merger alliance trade",
    "founded": "foundation founding establishment opening construction completion creation formation launch inauguration",
    "membership": "accession admission membership member signatory expulsion",
    "sanction": "embargo sanction blockade ban tariff",
    "deployment": "deployment mobilization mobilisation presence",
    "attack": "invasion war battle attack bombing massacre assassination raid siege offensive conflict murder killing shooting airstrike campaign incident clash genocide victory defeat strike insurgency fighting explosion skirmish bomb hostility intervention",
    "occupation": "occupation annexation conquest colonization colonisation rule administration colony takeover cession",
    "withdrawal": "ceasefire armistice withdrawal surrender peace evacuation retreat release disarmament",
    "regime_change": "coup revolution overthrow uprising revolt rebellion putsch mutiny ousting",
    "leadership_change": "appointment resignation inauguration coronation accession abdication presidency premiership reign tenure",
    "statehood": "independence unification reunification partition dissolution union secession statehood breakup constitution separation collapse",
    "repression": "arrest trial deportation crackdown imprisonment exile execution expulsion persecution detention conviction purge",
    "protest": "demonstration protest riot strike unrest march",
    "disaster": "earthquake famine epidemic pandemic tsunami flood hurricane crisis crash accident outbreak eruption plague cyclone typhoon drought fire recession storm landslide shipwreck spill disaster tornado wildfire depression",
    "life": "birth death marriage wedding award",
    "other": "discovery",
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
        ("membership", "leave quit withdraw rejoin return drop", "nations union community organization organisation league commonwealth nato eu un association agency bank fund movement party council commission forum eec unesco efta zone"),
        ("membership", "found", "member"),
        ("membership", "withdraw leave quit", "pact treaty convention"),
        ("membership", "grant give receive obtain", "status observer membership"),
        ("withdrawal", "release free", "prisoner prisoners hostage hostages detainee detainees captive captives"),
        ("statement", "find conclude", "study report survey investigation poll research inquiry"),
        ("vote_or_election", "call", "election elections referendum"),
        ("founded", "appoint constitute set choose form", "committee commission"),
        ("life", "fly launch orbit walk send travel conduct become make", "space orbit moon spacewalk astronaut cosmonaut spacecraft spaceflight"),
        ("relations_reduced", "close withdraw recall expel shut downgrade evacuate leave suspend reduce closure", "embassy consulate ambassador diplomats personnel mission staff diplomat legation representative envoy"),
        ("relations_upgraded", "establish open opening establishment reopen re-open maintain operate appoint send name present accredit have upgrade set inaugurate launch become be resume receive dispatch submit arrive post serve gain raise reciprocate hand reside", "embassy consulate ambassador consul credentials legation chargé envoy nuncio accredited mission consulate-general ambassadorial embassies nunciature ambassadors commissioner representation representative"),
        ("relations_severed", "sever break cut suspend end terminate cease lose retract withdraw rupture revoke freeze", "relations ties relation links recognition"),
        ("relations_established", "establish begin start open resume restore re-establish reestablish normalize normalise date initiate formalize formalise have enter renew set form maintain exist switch found commence create announce agree launch conclude", "relations ties relation relationship relationships links"),
        ("relations_reduced", "sour worsen strain deteriorate", "relations ties relationship"),
        ("recognition", "give extend grant accord become be do receive gain announce", "recognition recognize recognise recognised"),
        ("agreement_signed", "sign conclude reach make ink negotiate establish agree close award enter finalize have", "agreement treaty agreements treaties memorandum pact accord convention contract protocol deal mou agree declaration letter accords understanding settlement charter"),
        ("agreement_in_force", "enter come take ratify go become remain be", "force effect effective"),
        ("agreement_in_force", "ratify approve extend expire denounce abrogate", "treaty agreement convention protocol"),
        ("membership", "become be join admit accept remain", "member membership signatory observer members"),
        ("membership", "join leave accede enter quit withdraw rejoin return", "nations union community organization organisation league commonwealth nato eu un organisation association agency bank fund movement party league council commission forum eec unesco efta"),
        ("statehood", "declaration proclamation", "independence"),
        ("statehood", "gain achieve declare proclaim obtain grant become win secure attain receive regain establish found form restore", "independence independent sovereignty sovereign statehood"),
        ("statehood", "become proclaim declare form abolish split divide adopt pass promulgate frame draft abrogate enact give approve", "republic kingdom state territory province colony empire federation monarchy constitution protectorate"),
        ("leadership_change", "become take assume elect appoint come swear leave be serve", "president minister king leader chairman governor monarch premier chancellor ruler power emperor secretary prime mayor senator chief throne queen ceo director commander publisher editor pope bishop"),
        ("leadership_change", "take leave assume enter", "office oath post"),
        ("other", "host win play compete hold appear qualify participate feature victory final attend", "games cup olympics championship championships tournament fifa league final match medal finals olympic"),
        ("visit_or_meeting", "join", "leader leaders president minister"),
        ("visit_or_meeting", "hold make pay host take conduct lead undertake go arrive receive welcome send have travel convene attend", "visit meeting summit talks conference session visits meetings trip tour negotiations delegation congress assembly forum"),
        ("vote_or_election", "hold win schedule conduct lose take contest organize", "election referendum elections plebiscite poll vote seats"),
        ("withdrawal", "withdraw pull leave remove depart", "troops forces army soldiers personnel peacekeepers"),
        ("aid", "send provide give grant donate contribute pledge deliver offer receive sign approve extend", "aid assistance relief humanitarian loan loans grant donation donated supplies credits scholarships"),
        ("cooperation", "conduct hold begin launch start sign carry commence create form", "exercise exercises drills project cooperation programme alliance partnership coalition"),
        ("deployment", "send deploy arrive station contribute maintain have establish", "troops forces soldiers peacekeepers army contingent warships base navy military battalion fleet"),
        ("occupation", "take gain seize capture come hold establish", "control possession occupied rule"),
        ("attack", "declare launch break start begin carry take erupt commit occur suffer conduct lead end", "war attack offensive invasion battle bombing airstrikes attacks assault raid bomb fighting terrorist hostilities massacre rebellion conflict"),
        ("regime_change", "seize take stage lead attempt", "coup power"),
        ("vote_or_election", "vote adopt pass approve reject", "resolution vote referendum law bill parliament congress senate act legislation assembly council"),
        ("attack", "enter join wage win lose", "war wars battle conflict"),
        ("withdrawal", "sign reach declare agree end", "ceasefire armistice truce surrender"),
        ("withdrawal", "end conclude cease", "war wars hostilities warfare fighting"),
        ("occupation", "transfer come fall place be pass cede hand become", "sovereignty rule administration control occupation colony protectorate possession"),
        ("repression", "declare impose promulgate", "martial curfew emergency"),
        ("repression", "expulsion deportation", "immigrant immigrants refugees migrants"),
        ("attack", "die perish fall", "war wars battle fighting bombing attack clashes massacre"),
        ("request", "call", "ceasefire boycott end sanctions withdrawal"),
        ("request", "turn apply submit file make", "assistance aid help proposal application membership request"),
        ("statement", "publish release issue", "report statement study figures communiqué paper warning"),
        ("statement", "make issue give deliver hold read", "statement speech announcement declaration address remarks interview press"),
        ("condemnation", "encounter face draw spark provoke cause", "controversy criticism backlash lawsuit outrage"),
        ("condemnation", "file open launch make deliver lodge face express", "complaint lawsuit investigation protest suit accusation charges concern dissatisfaction"),
        ("sanction", "impose lift place introduce extend end ease tighten suspend expire remain renew terminate remove freeze unfreeze maintain", "sanctions sanction embargo embargoes tariff ban bans tariffs blockade restrictions assets"),
        ("life", "win receive earn award present give become be get", "medal prize award degree championship bachelor nobel oscar grammy doctorate scholarship honorary bronze silver gold laureate"),
        ("life", "publish release write record", "book novel album song poem biography memoir film single collection article story"),
        ("disaster", "hit strike destroy kill cause occur devastate suffer be", "earthquake tsunami hurricane flood famine typhoon cyclone storm floods fire drought epidemic outbreak pandemic crash eruption"),
        ("founded", "begin start complete finish open build", "construction building bridge station railway airport school university hospital museum church line road dam"),
    )
)  # fmt: skip

# verbs that say little themselves: their object's or subject's noun tells the kind
BEARERS = frozenset(
    [
        "begin",
        "start",
        "hold",
        "take",
        "make",
        "have",
        "give",
        "occur",
        "happen",
        "end",
        "break",
        "follow",
        "carry",
        "conduct",
        "see",
        "result",
        "last",
        "continue",
        "launch",
        "cause",
        "place",
        "undergo",
        "experience",
        "face",
        "come",
        "go",
        "bring",
        "suffer",
        "lead",
        "be",
        "become",
        "open",
        "commence",
        "organize",
        "erupt",
        "stage",
        "do",
        "get",
        "reach",
        "enter",
        "remain",
        "culminate",
        "celebrate",
        "finish",
    ]
)

# verbs whose subject takes part in the event that their object names
SUPPORTS = frozenset(
    [
        "sign",
        "host",
        "attend",
        "declare",
        "wage",
        "fight",
        "win",
        "join",
        "lose",
        "conclude",
        "pay",
        "organise",
        "announce",
        "seek",
        "demand",
        "request",
        "support",
    ]
)
# verbs of an envoy who hands over credentials
CREDENTIALS = frozenset({"present", "submit", "hand", "deliver"})

# verb ending -> what its base form ends in, tried in order
ENDINGS = (("ied", "y"), ("ies", "y"), ("lled", "l"), ("tted", "t"), ("rred", "r"), ("pped", "p"), ("nned", "n"), ("lling", "l"), ("tting", "t"), ("rring", "r"),
           ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""))  # fmt: skip

# what only persons do; other words of `life` tell it of persons only
LIFE_ANYWAY = frozenset({"bear", "die", "marry", "divorce", "wed", "graduate", "birth", "death", "marriage", "wedding"})

# verb forms that no ending betrays -> base
IRREGULAR = {"broken": "break", "broke": "break", "cut": "cut", "overthrown": "overthrow", "overthrew": "overthrow", "sank": "sink", "sunk": "sink", "shot": "shoot", "forgave": "forgive",
             "fell": "fall", "fallen": "fall", "took": "take", "taken": "take", "given": "give", "gave": "give", "held": "hold", "led": "lead", "left": "leave",
             "met": "meet", "said": "say", "told": "tell", "became": "become", "chosen": "choose", "struck": "strike", "slain": "slay", "born": "bear", "fled": "flee",
             "ended": "end", "begun": "begin", "began": "begin", "withdrawn": "withdraw", "withdrew": "withdraw",
             "fought": "fight", "sold": "sell", "bought": "buy", "built": "build", "sent": "send", "won": "win"}  # fmt: skip

# in articles on a country's relations, what a building's verb tells where its clause names none
OF_MISSIONS = {
    "open": "relations_upgraded",
    "reopen": "relations_upgraded",
    "close": "relations_reduced",
    "shut": "relations_reduced",
}

# words of a life span in brackets, which is no event of the text: "Ann Lee (born 2 May 1950)"
LIFE_SPAN = frozenset({"born", "died", "b.", "d."})
# participles that say only when something began
OPENING = frozenset({"starting", "beginning", "commencing"})
# endings of a relative expression that dates the clause after it
ANCHORING = (" after", " before")

# kinds of acts whose object is who they are done to, or what comes of them
AGAINST = frozenset(
    {
        "attack",
        "occupation",
        "condemnation",
        "sanction",
        "threat",
        "support_stated",
        "recognition",
        "repression",
        "founded",
    }
)
# verbs that say no event of their own when a date stands beside them
LIGHT = frozenset(
    {"be", "have", "do", "say", "include", "rank", "estimate", "total", "account", "amount", "stand", "number"}
)
