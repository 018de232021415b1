"""English words of layout: column headings, infobox fields and section headings that say what a date dates.

In the tables each line is a pattern, sought from the beginning of a word in lower case, and a sense: a kind, alone with the roles of
`LAYOUT_ROLES`, else with the role of whom the article is about and the role of whom the row or item names ("-": takes no part). The
first line that fits counts. The kind "none" says that the dates tell nothing, "works" that they date what the one made.
"""

# a column's heading -> sense of the dates below
COLUMN_KINDS = (
    (r"formal relations.*\b(?:end|until|severed|suspended|broken)", "relations_severed"), ("formal relations", "relations_established"),
    (r"relations?\b.*\b(?:ended|end|to|until|severed|suspended|broken|cut|terminated|ceased)\b", "relations_severed"),
    (r"(?:end|severance|suspension|termination|break) of (?:\w+ )?relations", "relations_severed"),
    (r"(?:duration|period|length|years) of (?:\w+ )*relations?\b", "relations_established"),
    ("relations began", "relations_established"), (r"diplomatic relations?\b", "relations_established"), ("relations established", "relations_established"),
    ("relations since", "relations_established"), (r"(?:resum|restor|re-?establish)", "relations_established"), ("suspen", "relations_severed"),
    ("severed", "relations_severed"), ("recogni", "recognition"), (r"(?:first |re-?)?elected", "leadership_change"), ("took office", "leadership_change"), ("left office", "leadership_change"),
    (r"(?:in )?office\b", "leadership_change"), (r"terms?\b", "leadership_change"), ("appoint", "leadership_change"), ("reign", "leadership_change"),
    ("tenure", "leadership_change"), (r"visits?\b", "visit_or_meeting"), ("appli", "request"), ("joined", "membership"), ("accession", "membership"),
    ("admission", "membership"), ("admitted", "membership"), (r"member(?:ship)?\b", "membership"), (r"withdr[ae]w", "membership"),
    ("in force", "agreement_in_force"), ("into force", "agreement_in_force"), ("ratif", "agreement_in_force"), ("effective", "agreement_in_force"),
    ("expir", "agreement_in_force"), ("signed", "agreement_signed"), ("signature", "agreement_signed"), (r"signing\b", "agreement_signed"),
    (r"conclu(?:ded|sion)\b", "agreement_signed"), ("credentials", "relations_upgraded"), ("accredit", "relations_upgraded"), ("embassy", "relations_upgraded"),
    (r"founded|foundation|founding|formed", "founded - target"), (r"opened|opening\b(?! hours)|inaugurat", "founded - target"), (r"completed|completion", "founded - target"),
    (r"built\b", "founded - target"), (r"launch(?:ed)?(?: date)?$", "founded - target"), (r"establish", "founded - target"), (r"clos(?:ed|ing|ure)\b", "other - target"),
    (r"demolish|disband|dissol|defunct|abolish", "other - target"), ("independence", "statehood"), (r"born\b|birth\b|date of birth", "life - source"),
    (r"died\b|death\b|date of death", "life - source"), (r"marri", "life - source"), (r"released?\b|first aired|air ?date|original air|premier", "works"),
    (r"publi(?:shed|cation)", "works"),
)  # fmt: skip
# a column's heading in an article about a country's relations, before the table above: what a plain word means there
RELATION_COLUMNS = (
    (r"establish", "relations_established"), (r"ended?\b|terminat", "relations_severed"), (r"since\b|began\b|start", "relations_established"),
)  # fmt: skip
# the same where a heading or the title says that the table lists missions
MISSION_HEADINGS = (r"embass", r"diplomatic missions?\b", r"consulates?\b", r"high commissions?\b")
MISSION_COLUMNS = (
    (r"open|establish|since\b|began\b|start|from$|found", "relations_upgraded"), (r"clos|ended?\b|until\b|to$|withdr", "relations_reduced"),
)  # fmt: skip
# words of a date column's heading that say no more than that it is one
PLAIN_COLUMNS = frozenset(
    [
        "date",
        "dates",
        "year",
        "years",
        "month",
        "day",
        "time",
        "since",
        "from",
        "to",
        "of",
        "the",
        "in",
        "on",
        "formal",
        "relations",
        "relation",
        "diplomatic",
        "bilateral",
        "established",
        "establishment",
        "began",
        "beginning",
        "begin",
        "start",
        "started",
        "commenced",
    ]
)
# a section's heading, or the title's words -> sense of a bare date under it, where its column says none
HEADING_KINDS = (
    (r"(?:trade|economic|commercial|cultural|military|defen[cs]e|sport\w*|energy)(?: \w+){0,3} relations", "none"),
    (r"statistics|standings|charts?\b|rankings?\b|population|demograph|climate|census|sales\b|(?<!.)(?:trade|economy|tourism)$", "none"),
    (r"(?:strained|poor|hostile) (?:\w+ )?relations", "relations_reduced mutual mutual"), (r"philatel|stamps?\b|anniversar|holidays?\b", "none"),
    (r"without (?:\w+ )?relations", "none"), (r"see also|further reading|external links|references|notes$|sources$", "none"),
    (r"relations (?:severed|suspended|broken)|severed|broken[- ]off|suspended (?:\w+ )?relations", "relations_severed"),
    (r"multilateral|international organi[sz]ation|regional organi[sz]ation|member(?:ship)?s?\b", "membership"),
    (r"participation in international", "membership"), (r"(?:twin|sister|partner) (?:towns?|cit(?:y|ies))|twinn|friendship partner|town twinning", "cooperation"),
    (r"diplomatic relations", "relations_established"), (r"visits?\b|visiting", "visit_or_meeting"), (r"high[- ]level exchanges?", "visit_or_meeting"),
    (r"trips?\b|state guests?\b|delegations?\b", "visit_or_meeting"), (r"(?<!.)from [\w ]+ to ", "visit_or_meeting"), (r"recogni", "recognition"),
    (r"treat(?:y|ies)\b|agreements?\b|accords?\b|memorand|conventions?\b|pacts?\b", "agreement_signed"),
    (r"relations\b", "relations_established"), (r"summits?\b|meetings?\b|conferences?\b", "visit_or_meeting mutual mutual"),
    (r"peacekeeping|deployments?\b", "deployment source -"), (r"elections?\b|electoral\b|referend", "vote_or_election"),
    (r"battles?\b|wars\b", "attack"), (r"discograph|filmograph|bibliograph|(?:selected |published )?works\b|publications?\b|albums?\b", "works"),
    (r"singles\b|eps\b|extended plays|books?\b|novels?\b|films?\b|plays\b|short stories|writings\b|releases\b|music videos?\b", "works"),
    (r"awards?\b|honou?rs\b|prizes\b|accolades|nominations?\b|recognition\b", "prize"),
    (r"ambassadors?\b", "leadership_change"), (r"envoys?\b|high commissioners?\b", "leadership_change"), (r"presiden(?:ts?|cy)\b", "leadership_change"),
    (r"prime ministers?\b", "leadership_change"), (r"ministers?\b", "leadership_change"), (r"rulers?\b", "leadership_change"),
    (r"monarchs?\b", "leadership_change"), (r"kings\b|queens\b|emperors\b|sultans\b", "leadership_change"), (r"governors?\b", "leadership_change"),
    (r"mayors?\b", "leadership_change"), (r"publishers?\b", "leadership_change"), (r"editors?\b", "leadership_change"),
    (r"chair(?:s|man|men|woman|person|persons|people)?\b", "leadership_change"), (r"directors?\b", "leadership_change"), (r"leader", "leadership_change"),
    (r"heads?\b", "leadership_change"), (r"commanders?\b", "leadership_change"), (r"secretar(?:y|ies)\b", "leadership_change"),
    (r"commissioners?\b", "leadership_change"), (r"speakers?\b", "leadership_change"), (r"chiefs?\b", "leadership_change"),
    (r"managers?\b", "leadership_change"), (r"coach(?:es)?\b", "leadership_change"), (r"bishops?\b|archbishops?\b", "leadership_change"),
    (r"popes?\b", "leadership_change"), (r"office[- ]?holders?\b", "leadership_change"), (r"captains?\b", "leadership_change"),
)  # fmt: skip
# sections of what a band or company made
OWN_WORKS = r"\b(?:discography|filmography|productions|products|releases)\b"
# headings of the column that tells in prose what happened
TELLING_COLUMNS = ("event", "incident", "description", "detail", "note", "happen", "develop", "milestone", "remark", "comment", "action",
                   "summary", "occasion")  # fmt: skip
# headings of columns whose cells are dates
DATE_COLUMNS = ("date", "year", "began", r"beginning\b", "since", "establish", r"start(?:s|ed)?\b", r"end(?:s|ed)?\b", r"from\b", r"to$", "until",
                "relations", r"terms?\b", r"(?:in )?office\b", "tenure", "reign", r"period", r"time\b", r"time span", r"day\b", "appli", "admission", "accession",
                "joined", r"left$", "signed", r"signing\b", "signature", "ratif", "force", "recogni", "founded", "formed", "opened", "opening", "closed",
                "closure", "credentials", r"born\b", r"died\b", r"birth\b", r"death$", "independence", r"visits?\b", "appointed", "completed", "launch", "released",
                "published", "conclu", "effective", "expir", "severed", "suspen", "member since", "dissol", "disband", r"built$", "elected")  # fmt: skip
# headings of the column that names whom a row is about
NAME_COLUMNS = ("name", "ambassador", "envoy", "representative", "office", "incumbent", "president", "prime minister", "minister", "visitor", "dignitary",
                "guest", "leader", "head", "king", "monarch", "ruler", "governor", "mayor", "director", "chair", "editor", "bishop", "pope", "manager", "coach",
                "commander", "secretary", "speaker", "chief", "person", "player", "publisher", "organi", "institution", "company", "club", "team",
                "building", "title", "station")  # fmt: skip
# headings of the column that tells how it came out, and the words there with their lemmas
RESULT_COLUMNS = ("result", "outcome", "status")
RESULTS = {"won": "win", "winner": "winner", "nominated": "nominate", "nominee": "nominee", "shortlisted": "shortlist", "longlisted": "longlist",
           "lost": "lose", "runner-up": "runner-up", "honored": "honor", "honoured": "honour", "inducted": "induct"}  # fmt: skip
# the title of an article about a prize, and the columns of its tables that don't say who was given it
PRIZE_TITLES = r"\b(?:awards?|prizes?|medals?)\b"
PRIZE_OTHERS = ("film", "song", "work", "title", "country", "nationality", "language", "production", "character", "role", "categor", "rationale",
                "citation", "ceremony", "studio", "ref", "note", "year", "date", "university", "institution", "field", "award")  # fmt: skip
# the title of an article that lists the matches of two, and what a state's team is called
MATCHES = r"^(?:[A-Z][a-z ]* of )?(?P<sport>[A-Za-z][a-z ]*?) (?:matches|internationals|games|fixtures|meetings) between (?:the )?(?P<one>[A-Z].*?) and (?:the )?(?P<other>[A-Z].*)$"
NATIONAL_TEAM = "{state} national {sport} team"
# headings of a column that only a table of matches has
SCORE_COLUMNS = ("score", "opponent", "opposition")
# words beside a bare date, before it or in brackets behind it -> the act that it dates, its lemma
DATE_WORDS = {
    "severed": ("relations_severed", "sever"), "suspended": ("relations_severed", "suspend"), "broken": ("relations_severed", "break"),
    "cut": ("relations_severed", "cut"), "ended": ("relations_severed", "end"), "terminated": ("relations_severed", "terminate"),
    "ceased": ("relations_severed", "cease"), "broke": ("relations_severed", "break"), "resumed": ("relations_established", "resume"),
    "restored": ("relations_established", "restore"), "re-established": ("relations_established", "re-establish"),
    "reestablished": ("relations_established", "reestablish"), "renewed": ("relations_established", "renew"),
    "established": ("relations_established", "establish"), "recognised": ("recognition", "recognise"), "recognized": ("recognition", "recognize"),
}  # fmt: skip
# kind -> the noun that tells it in an item that is a name and its date, with the phrase that it heads: "Free Trade Agreement with Peru"
ITEM_NOUNS = {
    "agreement_signed": r"\b(?:agreements?|treaty|treaties|accords?|convention|pact|protocol|memorandum)\b",
    "membership": r"\bmembership\b",
}
# with whom an agreement is, in its name
AGREED_WITH = r"\bwith (?:the )?(?P<who>[A-Z][\w'’. -]*?)(?=\.?$|[,;]|\.? \()"
# words that may stand beside the dates of an item and say nothing of their own
DATE_FILLERS = frozenset(
    [
        "in",
        "on",
        "from",
        "since",
        "until",
        "to",
        "and",
        "or",
        "of",
        "the",
        "by",
        "c",
        "ca",
        "about",
        "present",
        "now",
        "relations",
        "diplomatic",
        "again",
        "only",
        "first",
        "only",
    ]
)
# words before a date that place a life, not an office
LIVING = r"\b(?:born|b\.|died|d\.)\s*(?:(?:on|in)\s*)?$"
# infobox fields -> sense; "titled": see TITLE_KINDS
FIELD_KINDS = (
    (r"(?:population|census|pop|gdp|hdi|gini|area|elevation|stats?|estimate|version|access|archive|retrieved|rank|rating|issn|isbn|employees|revenue)\b", "none"),
    (r".*\b(?:as of|updated?|estimate|est|census|asof|epoch|image|caption|footnote|note|ref|year)\b(?!s active)", "none"),
    (r"birth", "life"), (r"deaths?\b", "life"), (r"born\b", "life"), (r"died\b", "life"), (r"baptis|burial", "life"), (r"incorporated", "founded"),
    (r"found", "founded"), (r"established", "established"), (r"formed", "founded"), (r"formation", "founded"), (r"inception", "founded"), (r"created?\b|creation", "founded"),
    (r"dissol", "statehood target -"), (r"abolished", "statehood target -"), (r"disbanded", "statehood target -"), (r"defunct|ceased", "statehood target -"),
    (r"(?:date )?signed", "agreement_signed"), (r"(?:date )?ratif", "agreement_in_force"), (r"(?:date )?effective", "agreement_in_force"), (r"(?:date )?expir", "agreement_in_force"),
    (r"terms?\b|term(?:start|end)", "leadership_change"), (r"reign", "leadership_change"), (r"coronation", "leadership_change"), (r"succe(?:ssion|eded)", "leadership_change"),
    (r"opened|opening", "founded"), (r"complet(?:ed|ion)", "founded"), (r"built\b", "founded"), (r"groundbreaking|construction", "founded"),
    (r"(?:closed|closing|demolished|demolition|decommissioned)", "other target -"), (r"inaugurat", "founded"), (r"launch(?:ed)?$", "founded"), (r"launch date", "other"),
    (r"commissioned", "founded"), (r"first publi", "founded"), (r"released?\b", "other"), (r"(?:pub date|publication date|published)", "other"),
    (r"(?:first|last) aired|air ?date|original air ?date|premiere", "other"), (r"recorded", "other"), (r"marri", "life"), (r"spouses?\b", "life"),
    (r"(?<!.)(?:domestic )?partners?$", "life"), (r"service", "life"), (r"years active", "active"), (r"active", "active"), (r"period", "active"), (r"career", "active"), (r"debut", "life"),
    (r"turned ?pro|retired|draft ?year", "life"), (r"(?:youth|college|national|manager|coach)? ?years ?\d+$", "life"),
    (r"(?:prizes?|awards?|honou?rs)\b", "none"), (r"admi(?:ssion|ttance)", "statehood"), (r"accession", "membership source -"), (r"independence", "statehood"),
    (r"(?:last )?election", "vote_or_election"), (r"(?:date|start date|end date)$", "titled"), (r".*\bdate\b", "other"),
)  # fmt: skip
# words of a title that say what its infobox's date dates -> sense; the article's subject is no actor then
TITLE_KINDS = (
    (r"(?:battle|war|siege|invasion|raid|bombing|massacre|attack|assassination|offensive|campaign|bombardment|conflict|shooting)s?\b", "attack"),
    (r"(?:treaty|agreement|accords?|convention|pact|protocol|memorandum)\b", "agreement_signed"), (r"(?:elections?|referendum)\b", "vote_or_election"),
    (r"(?:coup|revolution|uprising|rebellion|revolt)\b", "regime_change"), (r"(?:earthquake|hurricane|flood|famine|pandemic|crash|disaster|fire|eruption|cyclone|typhoon)s?\b", "disaster"),
    (r"(?:summit|conference|meeting)\b", "visit_or_meeting"), (r"(?:protests?|strike|riots?|demonstrations?)\b", "protest"),
)  # fmt: skip
# titles whose words say what their tables list
LISTING = r"(?:lists? of|ambassadors? of|embass(?:y|ies) of|state visits|international trips|foreign trips|.* (?:visits|trips) )"
# titles of pages that are lists or themes, and so take part in nothing
NO_PARTY = (r"(?:lists? of|index of|outline of|timeline of|history of|chronology of|embass(?:y|ies) of|ambassadors? of|diplomatic missions|"
            r"foreign relations of|.*\brelations$|.*\(disambiguation\)|\d{3,4}s?\b)")  # fmt: skip
# titles of pages about pages and of languages: never whom a link means
LIST_TITLES = r"(?:lists? of|index of|outline of|timeline of|foreign relations of|.*[–-].* relations$|.*\(disambiguation\)|.* languages?$)"
# whose visits a title lists
MADE_BY = r"(?:visits|trips|travels) (?:\w+ )?(?:made |undertaken )?by (?P<who>[A-Z][\w.'’ -]+)$"
# an office linked for its holder
OFFICE = r"(?:\w+ ){0,2}(?:King|Queen|President|Minister|Chancellor|Emperor|Secretary|Governor|Ambassador|Taoiseach|Sultan|Speaker)(?:-General)?(?: of\b.*|$)"
# an item that says who was the first to do what
FIRSTS = r"(?P<who>[^,–—:]{3,50})(?:,| [–—-]|:) (?:the |was the |became the )?(?:very )?first\b"
FIRST_ACT = (
    r"(?:\s+[\w-]+){1,3}?\s+(?:to\s+(?P<infinitive>[a-z]+)|(?P<participle>[a-z]+(?:ed|sent|wn)|sent|born|built|made))\b"
)
# infobox fields of an office that only a person holds
PERSON_TERMS = r"term ?(?:start|end)"
# infobox fields that name another person beside the date
SHARED_FIELDS = r"(?<!.)(?:spouse|(?:domestic )?partner|marri)"
# before a date that only names a treaty: "revision of the 1951 convention"
NAMING = r"\bthe$"
# styles before a person's name in lists of visitors
STYLES = frozenset(
    {
        "hon",
        "the",
        "h.e",
        "he",
        "hrh",
        "hm",
        "rt",
        "right",
        "honourable",
        "honorable",
        "speaker",
        "professor",
        "prof",
        "lt",
        "maj",
        "acting",
        "deputy",
    }
)
# who visits whom, by the word before a country's name in a heading or line
HOST_WORDS = ("to", "visiting", "in", "into")
VISITOR_WORDS = ("from", "by", "of")
OUTGOING = r"(?:abroad|overseas|foreign|outgoing|outbound|international) (?:\w+ )?(?:visits?|trips?|travels?)|(?:visits?|trips?) (?:abroad|overseas)|outgoing"
INCOMING = r"incoming|inbound|(?:visits?|trips?) (?:by|of) foreign|foreign (?:leaders|dignitaries|heads|guests)"
# words between the names of a caption that say that they met, in an article about states
TOGETHER_WITH = frozenset({"and", "&"})
# what follows the names there and places them: "in Moscow", "at the summit"
PLACING = frozenset({"in", "at", "during"})
# kind -> roles that layout gives to whom the article is about and to whom the row or item names; "" where one takes no part
LAYOUT_ROLES = {
    "relations_established": ("mutual", "mutual"), "relations_severed": ("mutual", "mutual"), "agreement_signed": ("mutual", "mutual"),
    "agreement_in_force": ("mutual", "mutual"), "recognition": ("target", "source"), "relations_upgraded": ("source", "target"),
    "relations_reduced": ("source", "target"), "membership": ("source", "target"), "request": ("source", "target"),
    "visit_or_meeting": ("target", "source"), "leadership_change": ("target", "source"), "life": ("source", ""), "founded": ("target", ""),
    "statehood": ("source", ""), "vote_or_election": ("source", ""), "attack": ("", "target"), "cooperation": ("mutual", "mutual"),
    "deployment": ("source", ""), "other": ("source", ""),
}  # fmt: skip
# a mission that a state has, and the words between the state, the city and the date; the word that tells it
MISSION = r"\b(?:embass(?:y|ies)|consulates?(?:-general| general)?|high commissions?|legations?|missions?|representative offices?)\b"
HELD_MISSION = (r"\s+(?P<trigger>(?:has|have|had)(?: had)?|(?:has |have )?maintain(?:s|ed)?)\s+(?:an?|its|their|the)\s+(?:[\w-]+\s+){0,2}?"
                r"(?:embassy|consulate(?:-general| general)?|high commission|legation|mission|representative office)\s+in\s+(?:the\s+)?")  # fmt: skip
ELIDED_MISSION = r",?\s+(?:(?:has|have|had)\s+(?:had\s+)?)?(?P<trigger>one|another|its own)\s+in\s+(?:the\s+)?"
SINCE = r",?\s*(?:(?:since|from|in|on)\s+)?"
