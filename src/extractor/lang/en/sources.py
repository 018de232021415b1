"""English words about sources outside of templates: in dates, plain-text notes and bibliographies; names of languages."""

from extractor.lang.en.citations import _table

NO_DATE = frozenset(
    {"n.d.", "nd", "n.d", "no date", "undated", "date unknown", "unknown", "s.d.", "s. d.", "sine dato", "n/a", "forthcoming", "in press",
     "not dated", "none", "present"}
)  # fmt: skip
NO_TITLE = frozenset({"none"})
# titles that a bot put in for want of one
GENERIC_TITLES = frozenset({"archived copy", "untitled", "untitled document", "no title", "wayback machine", "title missing", "page not found", "404 not found",
    "error", "404", "usurped title", "bare url"})  # fmt: skip
QUARTERS = {"first": 33, "1st": 33, "second": 34, "2nd": 34, "third": 35, "3rd": 35, "fourth": 36, "4th": 36}
# words of a plain-text note
ACCESS_WORDS = (
    "retrieved",
    "accessed",
    "access date",
    "last accessed",
    "last checked",
    "viewed",
    "visited",
    "checked",
    "downloaded",
    "access",
)
NO_LINK_TITLES = frozenset(
    {"link", "pdf", "here", "online", "archive", "archived", "website", "web", "source", "html", "text", "url", "1", "full text",
     "archived copy", "official site", "article", "jstor", "read online", "google books", "abstract", "download", "download pdf",
     "click here", "online copy", "excerpt", "online edition", "more", "pdf file"}
)  # fmt: skip
# sections whose list items are works
WORKS_SECTIONS = frozenset(
    {"bibliography", "sources", "further reading", "works cited", "literature", "references", "cited sources", "general references", "general sources",
     "secondary sources", "primary sources", "cited works", "books", "notes and references", "references and notes", "select bibliography",
     "selected bibliography", "citations", "sources cited", "references and further reading", "print sources", "general and cited references",
     "general and cited sources", "general bibliography", "citations and references", "footnotes", "notes and sources", "works"}
)  # fmt: skip
NAME_PARTICLES = frozenset(
    {"de", "da", "do", "dos", "di", "del", "della", "du", "van", "von", "der", "den", "la", "le", "bin", "ibn", "al", "el", "y", "e", "ter",
     "ten", "zu"}
)  # fmt: skip
# words that make a name a body's or a thing's, not a person's
BODY_WORDS = frozenset(
    {"ministry", "embassy", "department", "government", "office", "university", "institute", "press", "news", "agency", "council", "republic", "the",
     "times", "house", "bank", "commission", "committee", "assembly", "parliament", "library", "association", "organization", "organisation", "bureau",
     "center", "centre", "united", "states", "nations", "union", "foundation", "society", "company", "museum", "journal", "report", "page", "chapter",
     "vol", "volume", "history", "atlas", "encyclopedia", "dictionary", "world", "national", "international", "website", "archive", "archives",
     "retrieved", "accessed", "relations", "foreign", "affairs", "daily", "post", "herald", "bbc", "reuters", "cia", "city", "state", "church", "party",
     "article", "law", "constitution", "treaty", "service", "services", "consulate", "congress", "senate", "act", "army", "navy", "group", "in", "from",
     "bible", "book", "genesis", "note", "notes", "north", "south", "east", "west", "american", "british", "european", "federal", "royal", "official"}
)  # fmt: skip
# names of languages → ISO 639 codes, as |language= has them
LANGUAGES_BY_NAME = _table("""
af: afrikaans
am: amharic
ar: arabic
az: azerbaijani, azeri
be: belarusian, belarussian, byelorussian
bg: bulgarian
bn: bengali, bangla
bs: bosnian
ca: catalan
cs: czech
cy: welsh
da: danish
de: german
el: greek, modern greek
en: english, american english, british english
eo: esperanto
es: spanish, castilian
et: estonian
eu: basque
fa: persian, farsi, dari
fi: finnish
fo: faroese
fr: french
ga: irish
gd: scottish gaelic
gl: galician
gu: gujarati
he: hebrew
hi: hindi
hr: croatian
hu: hungarian
hy: armenian
id: indonesian, bahasa indonesia
is: icelandic
it: italian
ja: japanese
ka: georgian
kk: kazakh
kl: greenlandic
km: khmer
kn: kannada
ko: korean
ku: kurdish
ky: kyrgyz, kirghiz
la: latin
lb: luxembourgish
lo: lao
lt: lithuanian
lv: latvian
mg: malagasy
mi: maori, māori
mk: macedonian
ml: malayalam
mn: mongolian
mr: marathi
ms: malay
mt: maltese
my: burmese
nb: norwegian bokmål, bokmål
ne: nepali
nl: dutch, flemish
nn: norwegian nynorsk, nynorsk
no: norwegian
oc: occitan
pa: punjabi
pl: polish
ps: pashto
pt: portuguese, brazilian portuguese
ro: romanian, moldovan
ru: russian
rw: kinyarwanda
sh: serbo-croatian
si: sinhala, sinhalese
sk: slovak
sl: slovene, slovenian
so: somali
sq: albanian
sr: serbian
sv: swedish
sw: swahili
ta: tamil
te: telugu
tg: tajik
th: thai
ti: tigrinya
tk: turkmen
tl: tagalog, filipino
tr: turkish
uk: ukrainian
ur: urdu
uz: uzbek
vi: vietnamese
yi: yiddish
zh: chinese, mandarin, mandarin chinese, simplified chinese, traditional chinese
zu: zulu
""")
# asked, all together, for a date that no language is given for
DATE_LANGUAGES = ("fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "sv", "da", "cs", "tr", "id", "ro")
