"""English words for the parts of an article."""

# sections that hold no telling of their own
ASIDE_SECTIONS = frozenset(
    {"see also", "references", "external links", "further reading", "notes", "bibliography", "sources", "citations",
     "footnotes", "notes and references", "references and notes", "works cited", "literature", "cited sources"}
)  # fmt: skip

# What a template is for, by its name in lower case; a name that is not here shows nothing, but the marks in its arguments
# count. A line is "what how: names". What there is:
#   note    a note: how = the argument that holds its text, then its group
#   short   a short note ({{sfn}}), named by what it says
#   reuse   marks of notes named by its arguments ({{r}})
#   notes   a list of notes of the group `how`; its refs= defines some
#   date    a date made of its arguments, see `wikitext.dates`
#   age     a span of time between two dates
#   fixed   the words `how`
#   flag    a state's flag and name: a link to the state that argument 1 names; `how` lists which arguments hold the words
#   link    a link to argument 1; `how` as with flag
#   show    the arguments that `how` names: names, "*" all positional, "+" all positional on lines of their own, "last"
#   uncited a reader's doubt, such as {{citation needed}}; what `how` names is shown
#   infobox fields of its own
#   aside   hatnotes and navigation, set apart
#   hidden  nothing
TEMPLATES = """
short: sfn, sfnp, sfnm, sfnmp, snf, shortened footnote, shortened footnotes
reuse: r, ref r
note 2: #tag
note 1: refn
note 1 note: notetag
note 1 lower-alpha: efn, efn-la
note 1 upper-alpha: efn-ua
note 1 lower-roman: efn-lr
notes: reflist, references, ref list, refs, reference list
notes lower-alpha: notelist, notelist-la, notes
notes note: notefoot
notes upper-alpha: notelist-ua
notes lower-roman: notelist-lr
date: dts, date table sorting, start date, start date and age, end date, end date and age, birth date, birth date and age
date: death date, death date and age, film date, as of, start-date, end-date, dob, bda, date, dda, birth-date, death-date
date: birth date and age2, birth-date and age, death-date and age, release date, d-da, dts2, sda, oldstyledate, osd
flag 2 name 1: flag, flagu, flagcountry, flaglist, flagicon link, flag+link, flagdeco+link
flag: flagicon, flag icon, flagdeco, flagicon image
flag 1: fbw, fb, flagathlete
link lt 1: ill, interlanguage link, link-interwiki, interlanguage link multi
show 1: nowrap, nobr, nobold, small, smaller, big, center, abbr, tooltip, sronly, nbsp+, em, strong, nobreak, smallcaps
show 1: script, transl-1, noitalic, visible anchor, vanchor, avoid wrap, midsize, larger, sup, sub, underline, strikethrough
show 2: lang, transl, transliteration, langx, wikt-lang, color, font color, colored link, zh-lang, hidden, tq
show 1: lang-ru, lang-fr, lang-es, lang-de, lang-ar, lang-fa, lang-zh, lang-ja, lang-ko, lang-el, lang-he, lang-uk, lang-it
show 1: lang-km, lang-pt, lang-tr, lang-sr, lang-pl, lang-vi, lang-la, lang-hy, lang-ka, lang-az, lang-kk, lang-ky, lang-uz
show 1: ipa-en, circa-text
show text quote 1: quote, blockquote, cquote, quotation, quote box, rquote
show +: ubl, unbulleted list, plainlist, hlist, flatlist, bulleted list, ubli, startplainlist, collapsible list, cslist
show 1 2: convert, cvt
show 1: nts, formatnum, number table sorting, val, us$, usd, inflation, currency, ₹, inr, cny, jpy, gbp, eur, euro, pound
show 1: multiple image, plainlist-1, nts2, ordinal, round, no wrap, native name, wikt, asof-text, sort name
show last: sort, sortname-, hs, ntsh
show 1 2: sortname
uncited: citation needed, cn, fact, unreferenced section, cite needed, citation needed span, unreferenced, unsourced
uncited: better source needed, dubious, failed verification, original research inline, verify source, source?, needs citation
aside: main, main article, see also, further, see, details, about, for, distinguish, redirect, hatnote, other uses, main list
aside: main articles, further information, seealso, for-multi, broader, other people, redirect-distinguish, see also if exists
fixed –: snd, spnd, ndash, spaced ndash, –, en dash, spaced en dash
fixed —: mdash, —, em dash
fixed  : nbsp, spaces, space, thinsp, thin space, hair space, zwsp, pad, wbr, in5, snds
fixed  • : bull, •, dot, ·, bullet, spaced bullet
fixed |: !, pipe
fixed =: =
fixed Yes: yes, ya, aye, tick
fixed No: no, na, nay, cross
fixed c. : circa-plain
"""
# templates named by pattern, tried in order where the name is not in the table
TEMPLATE_PATTERNS = (
    (r"lang-[a-z-]+", "show 1"),
    (r"(?:circa|as of)\b.*", "date"),
    (r"infobox\b.*|taxobox|geobox|speciesbox|automatic taxobox|chembox|drugbox|.* infobox", "infobox"),
)
# a flag template's first argument -> the article's title
FLAG_TITLES = {
    "USA": "United States", "US": "United States", "UK": "United Kingdom", "GBR": "United Kingdom", "USSR": "Soviet Union",
    "URS": "Soviet Union", "SUN": "Soviet Union", "PRC": "China", "CHN": "China", "ROC": "Taiwan", "UAE": "United Arab Emirates", "UN": "United Nations",
    "EU": "European Union", "DRC": "Democratic Republic of the Congo", "DPRK": "North Korea", "ROK": "South Korea",
    "DDR": "East Germany", "RSA": "South Africa", "FRG": "West Germany", "RUS": "Russia", "FRA": "France",
    "People's Republic of China": "China", "Republic of China": "Taiwan", "Burma": "Myanmar", "Macedonia": "North Macedonia",
    "DEU": "Germany", "GER": "Germany", "ITA": "Italy", "ESP": "Spain", "IND": "India", "JPN": "Japan", "CAN": "Canada",
    "AUS": "Australia", "BRA": "Brazil", "TUR": "Turkey", "POL": "Poland", "UKR": "Ukraine", "CUB": "Cuba", "MEX": "Mexico",
}  # fmt: skip
