"""English words for who takes part: phrases, pronouns, common nouns and titles of persons."""

# words that make a meeting of a caption's two persons
TOGETHER = frozenset({"with", "meets", "meeting", "greets", "alongside"})
# phrases that stand for both sides of an article about two, or of a row about one and another
BOTH = ("both countries", "both states", "both nations", "the two countries", "the two states", "the two nations", "the two sides",
        "both sides", "the countries", "each other", "both parties", "the two", "both governments", "the two governments",
        "two countries", "two nations", "two states", "the sides", "both")  # fmt: skip
# those of them that mean two states where the article is not about a pair
BOTH_STATES = tuple(
    phrase
    for phrase in BOTH
    if phrase.startswith(("both ", "the two ")) and phrase.endswith(("countries", "states", "nations"))
)
# pronouns -> types of what they may mean
PRONOUNS = (
    dict.fromkeys(("he", "she", "his", "her", "him"), ("PERSON",))
    | dict.fromkeys(("it", "its", "itself"), ("ORG", "GPE"))
    | dict.fromkeys(("they", "their"), ("NORP", "ORG"))
)
# common nouns that act, by the type of what "the …" may mean; "" where no name is looked for and the phrase itself is the actor
NOMINALS = {
    noun: kind
    for kind, nouns in (
        ("GPE", "country nation state island islands republic kingdom territory province city town region empire colony village"),
        ("ORG", "company firm organization organisation group club team party newspaper paper magazine bank agency institute university "
                "school band union church movement association federation corporation league network station channel airline society"),
        ("", "government army navy police force forces troops soldiers rebels militants insurgents parliament congress senate assembly commission "
             "committee council court delegation people resident residents analyst analysts worker workers protester protesters student students "
             "settler settlers colonist colonists emperor emperors king queen president ministry cabinet regime authorities junta militia board "
             "crew passenger passengers fan founder founders member members researcher researchers scientist scientists tribe tribes state states "
             "publisher editor teacher teachers farmer farmers voters citizens immigrants refugees explorers missionaries diplomat diplomats "
             "ambassador envoy representative minister legislature administration coalition opposition commoner commoners intellectual intellectuals "
             "peacekeepers pirates guerrillas terrorists gunmen crowd community embassy consulate spokesman spokesperson attackers players"),
    )
    for noun in nouns.split()
}  # fmt: skip
# what stands before a person's name and is no part of it
HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "mme", "m", "dr", "sir", "h.e", "messrs", "gen", "general", "col", "colonel", "major", "president", "minister",
     "prime", "king", "queen", "ambassador", "chancellor", "emperor", "captain", "prince", "princess", "baron", "count", "lord", "lady",
     "senator", "secretary", "governor", "pope", "foreign", "his", "her", "excellency", "state", "head", "of", "premier", "chairman"}
)  # fmt: skip
# nouns of envoys: "Ambassador of A to B"
ENVOYS = frozenset(
    {
        "ambassador",
        "envoy",
        "consul",
        "nuncio",
        "minister",
        "chargé",
        "commissioner",
        "representative",
        "plenipotentiary",
    }
)

# an article's title that names its two sides or its one country
TITLE_PAIR = r"^(?P<a>.+?)\s*[–-]\s*(?P<b>.+?) relations$"
TITLE_MISSION = r"^(?:List of )?(?:[Aa]mbassadors?|[Hh]igh [Cc]ommissioners?|[Cc]onsuls?(?:[- ][Gg]eneral)?) of (?:the )?(?P<a>.+?) (?:to|in) (?:the )?(?P<b>.+)$"
TITLE_ONE = r"^(?:Foreign relations|Foreign policy|List of diplomatic missions|List of diplomatic missions in|History|Economy|Politics|Military history|Culture|List of ambassadors) of (?:the )?(?P<a>.+)$"
TITLE_RELATIONS = r"relations|diplomatic|ambassadors|embassies|foreign policy"
# the first sentence of an article about a person: "(born 2 May 1950) is", "(1809–1865) was"
PERSON_LEAD = r"\((?:[^()]*\bborn\b[^()]*|[^()]*\d{3,4}\s*[–-][^()]*\d{3,4}[^()]*)\)[^.]{0,40}?\b(?:is|was)\b"
PERSON_FIELDS = ("birth date", "birth_date", "birth place", "birth_place", "birth name", "death date", "death_date")
