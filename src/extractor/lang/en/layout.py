"""English words of layout: column headings, infobox fields and section headings that say what a date dates."""

# words of a column heading -> kind of event that the dates below tell; matched in order, lower case, anywhere in the heading
COLUMN_KINDS = (
    ("formal relations", "relations_established"), ("relations began", "relations_established"), ("diplomatic relations", "relations_established"),
    ("relations established", "relations_established"), ("relations since", "relations_established"), ("suspen", "relations_severed"),
    ("severed", "relations_severed"), ("recogni", "recognition"), ("took office", "leadership_change"), ("left office", "leadership_change"),
    ("office", "leadership_change"), ("term", "leadership_change"), ("appoint", "leadership_change"), ("reign", "leadership_change"),
    ("tenure", "leadership_change"), ("visit", "visit_or_meeting"), ("appli", "request"), ("joined", "membership"), ("accession", "membership"),
    ("admission", "membership"), ("admitted", "membership"), ("member", "membership"), ("in force", "agreement_in_force"),
    ("into force", "agreement_in_force"), ("ratif", "agreement_in_force"), ("signed", "agreement_signed"), ("signature", "agreement_signed"),
    ("credentials", "relations_upgraded"), ("accredit", "relations_upgraded"), ("opening", "relations_upgraded"), ("embassy", "relations_upgraded"),
    ("closed", "relations_reduced"), ("closing", "relations_reduced"), ("closure", "relations_reduced"), ("founded", "founded"), ("opened", "founded"),
    ("completed", "founded"), ("built", "founded"), ("launched", "founded"), ("independence", "statehood"), ("born", "life"), ("died", "life"),
    ("birth", "life"), ("death", "life"), ("established", "relations_established"),
)  # fmt: skip
# words of a section heading -> kind of event that a bare date under it tells, where its column says none
HEADING_KINDS = (
    ("diplomatic relations", "relations_established"), ("relations", "relations_established"), ("recogni", "recognition"),
    ("membership", "membership"), ("treat", "agreement_signed"), ("agreement", "agreement_signed"), ("visit", "visit_or_meeting"),
    ("summit", "visit_or_meeting"), ("election", "vote_or_election"), ("battle", "attack"), ("wars", "attack"), ("ambassador", "leadership_change"),
    ("president", "leadership_change"), ("prime minister", "leadership_change"), ("minister", "leadership_change"), ("ruler", "leadership_change"),
    ("monarch", "leadership_change"), ("kings", "leadership_change"), ("governor", "leadership_change"), ("mayor", "leadership_change"),
    ("publisher", "leadership_change"), ("editor", "leadership_change"), ("chair", "leadership_change"), ("director", "leadership_change"),
    ("leader", "leadership_change"), ("head", "leadership_change"), ("commander", "leadership_change"), ("secretar", "leadership_change"),
    ("commissioner", "leadership_change"), ("speaker", "leadership_change"), ("chief", "leadership_change"), ("manager", "leadership_change"),
    ("coach", "leadership_change"), ("bishop", "leadership_change"), ("pope", "leadership_change"),
)  # fmt: skip
# headings of columns whose cells are dates
TELLING_COLUMNS = (
    "event",
    "incident",
    "description",
    "detail",
    "note",
    "happen",
    "develop",
    "milestone",
    "remark",
    "comment",
    "action",
    "summary",
    "occasion",
)
DATE_COLUMNS = ("date", "year", "began", "since", "established", "start", "end", "from", "to", "until", "relations", "term", "office", "tenure",
                "reign", "period", "time", "day", "appli", "admission", "accession", "joined", "signed", "ratif", "force", "recogni", "founded",
                "opened", "opening", "closed", "closure", "credentials", "born", "died", "birth", "death", "independence", "visit", "appointed")  # fmt: skip
# infobox fields -> kind
FIELD_KINDS = (
    ("birth", "life"), ("death", "life"), ("born", "life"), ("died", "life"), ("incorporated", "founded"), ("found", "founded"),
    ("established", "statehood"), ("formed", "founded"), ("formation", "founded"), ("inception", "founded"), ("dissol", "statehood"),
    ("abolished", "statehood"), ("disbanded", "statehood"), ("signed", "agreement_signed"), ("ratif", "agreement_in_force"),
    ("effective", "agreement_in_force"), ("expir", "agreement_in_force"), ("term", "leadership_change"), ("reign", "leadership_change"),
    ("coronation", "leadership_change"), ("opened", "founded"), ("opening", "founded"), ("completed", "founded"), ("built", "founded"),
    ("inaugurat", "founded"), ("launch", "founded"), ("first publi", "founded"), ("released", "other"), ("marri", "life"), ("spouse", "life"),
    ("partner", "life"), ("service", "life"), ("years active", "life"), ("years_active", "life"), ("active", "life"), ("period", "life"),
    ("career", "life"), ("debut", "life"), ("admission", "statehood"), ("independence", "statehood"), ("date", "other"),
)  # fmt: skip
# infobox fields that name another person beside the date
SHARED_FIELDS = ("spouse", "partner", "marri")
# kind -> roles that layout gives to whom the article is about and to whom the row or item names; "" where one takes no part
LAYOUT_ROLES = {
    "relations_established": ("mutual", "mutual"), "relations_severed": ("mutual", "mutual"), "agreement_signed": ("mutual", "mutual"),
    "agreement_in_force": ("mutual", "mutual"), "recognition": ("target", "source"), "relations_upgraded": ("source", "target"),
    "relations_reduced": ("source", "target"), "membership": ("source", "target"), "request": ("source", "target"),
    "visit_or_meeting": ("target", "source"), "leadership_change": ("target", "source"), "life": ("source", ""), "founded": ("target", ""),
    "statehood": ("source", ""), "vote_or_election": ("source", ""), "attack": ("", "target"),
}  # fmt: skip
