"""English words for the parts of an article."""

# sections that hold no telling of their own
ASIDE_SECTIONS = frozenset(
    {"see also", "references", "external links", "further reading", "notes", "bibliography", "sources", "citations",
     "footnotes", "notes and references", "references and notes", "works cited", "literature", "cited sources"}
)  # fmt: skip

# What a template is for, by its name in lower case; one that is not here shows nothing, but marks, pictures and tables in its
# arguments count. A line is "what how: names"; `how` names arguments, "*" all positional, "last" the last positional.
#   note      a note: the argument that holds its text, then its group
#   short     a short note ({{sfn}}), named by what it says
#   reuse     marks of notes named by its arguments ({{r}})
#   notes     a list of notes of the group `how`; its refs= defines some
#   date      a date made of its arguments, in one of the forms of `wikitext.dates`
#   age       the time between two days
#   fixed     the words `how`
#   line      a new line
#   word      its argument, else the words `how`
#   flag      a link to the state that argument 1 names; `how` says which arguments hold the words, "title" for the state's name
#   link      a link to argument 1; `how` as with flag
#   show      the arguments that `how` names
#   list      the same, a line each
#   number    argument 1 with its thousands parted
#   before    the words `how` before argument 1
#   spouse    {{marriage}}: name and years
#   harvard   a short citation in the text: names and year
#   cite      a full citation in the text: authors, date, title, work
#   quote     a block quotation
#   captions  pictures: the captions that `how` names, # for a number
#   uncited   a reader's doubt, such as {{citation needed}}; what `how` names is shown
#   infobox   fields of its own
#   aside     hatnotes, set apart; `how` names what is shown, all positional where it names nothing
#   if        {{#if}}
#   hidden    nothing
TEMPLATES = """
short: sfn, sfnp, sfnm, sfnmp, snf, shortened footnote, shortened footnotes, sfn1
reuse: r, ref r
note 2: #tag
note 1: refn
note 1 lower-alpha: efn, efn-la, efn-lower-alpha, explanatory footnote
note 1 upper-alpha: efn-ua
note 1 lower-roman: efn-lr
note 1 upper-roman: efn-ur
note 1 lower-greek: efn-lg
note 1 note: notetag
notes: reflist, references, ref list, refs, reference list, footnotes
notes lower-alpha: notelist, notelist-la, notes, explanatory notes
notes upper-alpha: notelist-ua
notes lower-roman: notelist-lr
notes upper-roman: notelist-ur
notes lower-greek: notelist-lg
notes note: notefoot
date: dts, date table sorting, dts2, dtsa, start date, start date and age, start-date, end date, end date and age, end-date, sda, eda
date: birth date, birth date and age, birth-date, birth-date and age, dob, bda, bd, release date, release date and age, birth date and age2
date: death date, death-date, dd, date, date-, formatdate, iso date, opening date, closing date, d-da, launch date, age as of date, dateof
date: baseball year, by, mlb year, nfl year, nhl year, nba year, years, year, scottish football updater, updated, date format, mdy, dmy
date: event date, update after date, show date, inception date, launched, discontinued, established, disestablished, ordinal date
date aged: death date and age, death-date and age, dda, death date and given age
date year: birth year and age, birth year, death year and age, death year, birth based on age as of date, bya
date pairs: start and end dates, start and end date
date film: film date, film release date, filmdate
date dayfirst: datum, dmy date
date oldstyle: oldstyledate, osd, oldstyledatenodate, old style date, oldstyledatedy, oldstyledatemd
date lead c.: circa, c., ca, ca., circa date
date lead fl.: floruit, fl., fl
date lead r.: reign, r., reigned
date lead As of: as of, asof, as of now
date range: daterange, date range, year range, dr, d-r
age: age, age in years, age nts, age in years and days, ayd
age days: age in days, age in days nts
number: formatnum, nts, number table sorting, nts2, val, num, gaps, numtext, formatprice, format price, ntsh2, rounddown
flag name 1: flag, flagu, flaglist, flagg
flag 2 name 1: flag+link, flagdeco+link, flag decoration link, flagright, flagathlete link
flag name title: flagcountry, flagcountry2, country, noflag
flag 2 name title: flag link, flagteam
flag title: fb, fbw, fbu, fb-rt, flagioc, flagiocmedalist, flagcgf, flagpasport
flag 1: ru, cr, nb
hidden: wbr, shy, zwj, zwnj, zwsp, flagicon, flag icon, flagdeco, flagicon image, flag decoration
link lt 1: ill, interlanguage link, link-interwiki, interlanguage link multi, iw2, ill2, red link, illm, ill-wd
show 1: nowrap, nobr, nobold, noitalic, small, smaller, larger, big, resize, midsize, center, left, right, float right, float left, align
show 1: abbr, abbrlink, tooltip, hover title, em, strong, strongbad, bold, italic, nobreak, no wrap, smallcaps, sc, sc2, script, allcaps
show 1: visible anchor, vanchor, avoid wrap, sup, sub, underline, strikethrough, s, native name, ordinal, round, keypress, key press, key
show 1: us$, usd, currency, ₹, inr, indian rupee, cny, jpy, gbp, eur, euro, pound, £, €, a$, c$, nz$, au$, ca$, kr, chf, yen, ¥, krw, rub, php
show 1: lang-ru, zh, nihongo, nihongo2, nihongo3, nihongo foot, korean, nastaliq, rtgs, ipac-en-text, rtl-lang-text, ltr, rtl, bidi
show 1: longitem, hanging indent, ifsubst, plain text, wj, wbr-text, nobots-text, chem name, code, mono, var, mvar, math, angbr, bl, lbs, lbb
show 1: ship, mvs, nowraplinks, no selflink, noping, user, user link, ws, dablink-inline, br0, url-text, terme défini, linktext, baseball year link
show 2: lang, transl, transliteration, translit, langx, wikt-lang, color, font color, coloured link, colored link, hidden-text, tq, fontcolor
show 2: legend, legend inline, legend0, legend2, legend-line, resizediv, font, style, background color, bg, rtl-lang, ltr-lang, visible anchor2
show 2: columns-list-2, stylelink, fade
show 1 2: convert, cvt, sortname, to usd, us to metric, ft to m, pop density, inflation-text, railgauge-text, convinfobox, height, hms
show 3: wide image-text, sort name 3
show last: sort, hs-text, ntsh-text, columns-list, hidden sort, sorted, dtsh-text, col-list
show title years: s-ttl
show before title after years: succession box
show 1 3 4 joined left years: listplayer, listplayer/current, listplayersp
list *: collapsible list, hidden list, show, hidden, collapse, collapse top-text
list *: ubl, unbulleted list, ublist, ubli, vunblist, plainlist, plain list, hlist, h list, flatlist, flat list, bulleted list, cslist, ordered list
list *: br separated entries, startplainlist, pagelist, hlist-comma, unordered list, vertical list, linewrap list, comma separated entries
list 1 2 3 4 5 col1 col2 col3 col4 col5: columns, col-float, multicol-text
list 1 content content1 content2: tdright, box, sidebar text
before HMS: hms
before USS: uss
before SS: ss
before RMS: rms
before HMAS: hmas
before HMCS: hmcs
before HMNZS: hmnzs
before INS: ins
before MV: mv
before RFA: rfa
before USCGC: uscgc
before French ship: french ship
before German: gs, sms
spouse: marriage, married
harvard: harvnb, harvtxt, harv, harvp, harvard citation no brackets, harvard citation text, harvcol, harvcolnb, harvcoltxt, harvard citation
cite: citation, cite book, cite web, cite news, cite journal, cite magazine, cite encyclopedia, cite encyclopaedia, cite press release, cite report
cite: cite thesis, cite conference, cite av media, cite av media notes, cite episode, cite speech, cite interview, cite map, cite document
cite: cite techreport, cite arxiv, cite biorxiv, cite ssrn, cite newspaper, cite podcast, cite serial, cite sign, cite tweet, cite video
cite: vcite book, vcite journal, vcite web, vcite news, cite paper, cite manual, cite dvd, cite wikisource, cite eb1911
quote text quote 1: quote, blockquote, cquote, quotation, quote box, rquote, bquote, centered pull quote, pull quote, pullquote, quote frame
quote text quote 1: poemquote, poem quote, block quote, quotebox, verse translation, long quote, talk quote
captions caption# footer header: multiple image, multiple images, auto images, image stack, image array, vertical images list
captions 6 7: double image
captions 3 caption: wide image, tall image, panorama, widepic
captions caption: css image crop, annotated image, superimpose, location map, superimpose2, image frame
infobox: episode list, episode list/sublist, japanese episode list, japanese episode list/sublist, series overview
uncited: citation needed, cn, fact, cite needed, needs citation, unsourced, uncited, source?, cite?, refneeded, reference necessary
uncited: better source needed, better source, dubious, dubious-inline, failed verification, original research inline, verify source, not in source
uncited: full citation needed, page needed, unreliable source?, unreliable source, primary source inline, third-party inline, unverified
uncited: self-published inline, irrelevant citation, citation not found, non-primary source needed, medical citation needed, disputed inline
uncited: disputed-inline, contradict-inline, verification needed, vn, syn, synthesis inline, speculation inline, additional citation needed
uncited: self-published source, attribution needed, weasel inline, says who, according to whom, by whom, who, when, vague, clarify, which, where
uncited: unreferenced section, unreferenced, unreferencedsect, unreferenced-section, obsolete source, update inline, needs update inline
uncited 1: citation needed span, cn span, clarify span, dubious span, unreferenced inline, reference necessary span
aside: main, main article, see also, further, see, details, about, for, distinguish, redirect, hatnote, other uses, main list, hauptartikel
aside: main articles, further information, seealso, for-multi, broader, other people, redirect-distinguish, see also if exists, main category
aside: distinguish2, further2, details3, dablink, redirect2, redirect3, redirect4, redirect-multi, about-distinguish, about-distinguish2, other uses2
aside: otheruses, otheruses4, two other uses, for2, main2, mainarticle, furtherinformation, also, see also2, main page, related articles
aside: other places, other ships, similar names, not to be confused with, confused, for the, broader concept article, main other
aside 1: excerpt, excerpts, transclude, transcluded section, section link to
fixed –: snd, spnd, ndash, spaced ndash, –, en dash, spaced en dash, spaced en dash space
fixed —: mdash, —, em dash, spaced em dash, emdash
fixed -: hyphen, nbhyph, nbh
fixed  : nbsp, spaces, space, thinsp, thin space, hair space, pad, in5, snds, gap, ensp, emsp, clear, -, quad
fixed  • : bull, •, dot, ·, bullet, spaced bullet, middot, interpunct
fixed |: pipe
line: pb, paragraph break, parabr, break, crlf
fixed =: =
fixed 's: 's
fixed ': '
fixed s': s'
fixed &: &, amp
fixed {{: ((, (
fixed }}: )), )
fixed AD: ad
fixed °: deg, °
word Yes: yes, ya, aye, tick, y, yes2, yea, check mark, yes c, okay, success
word No: no, na-no, nay, cross, n, no2, no c, failure, x mark, xmark
word n/a: n/a, na, not applicable
word TBA: tba, tbd
word Partial: partial, some, maybe, depends, sort of
word Unknown: unknown, dunno, ?, unk
word Won: won, win
word Nominated: nom, nominated
word Free: free
word Pending: pending, included, dropped, any, rh, active, inactive, incorrect, planned, proposed
if: #if
"""
# templates named by pattern, tried in order where the name is not in the table
TEMPLATE_PATTERNS = (
    (r"lang-[a-z-]+", "show 1"),
    (r"as of\b.*", "date lead As of"),
    (r"(?:cite|citation|vcite|cite-)\b.*", "cite"),
    (r"ipac?-.*|ipa", "hidden"),
    (r"infobox\b.*|taxobox|geobox|speciesbox|automatic taxobox|chembox|drugbox|.* infobox", "infobox"),
)
# infoboxes that show fields in another order than sources mostly have them: the order of its first fields
INFOBOX_FIRST = {
    "infobox economy": (
        "country", "image", "caption", "currency", "fixed exchange", "year", "organs", "gdp", "gdp rank", "growth", "per capita",
        "sectors", "components", "inflation", "poverty", "gini", "labor", "occupations", "unemployment", "average gross salary",
        "average net salary", "industries", "edbr",
    ),
}  # fmt: skip
# a flag template's first argument -> the article's title
FLAG_TITLES = {
    "USA": "United States", "US": "United States", "UK": "United Kingdom", "GBR": "United Kingdom", "USSR": "Soviet Union",
    "URS": "Soviet Union", "SUN": "Soviet Union", "PRC": "China", "CHN": "China", "ROC": "Taiwan", "UAE": "United Arab Emirates", "UN": "United Nations",
    "EU": "European Union", "DRC": "Democratic Republic of the Congo", "DPRK": "North Korea", "ROK": "South Korea",
    "DDR": "East Germany", "RSA": "South Africa", "FRG": "West Germany", "RUS": "Russia", "FRA": "France",
    "People's Republic of China": "China", "Republic of China": "Taiwan", "Burma": "Myanmar", "Macedonia": "North Macedonia",
    "DEU": "Germany", "GER": "Germany", "ITA": "Italy", "ESP": "Spain", "IND": "India", "JPN": "Japan", "CAN": "Canada",
    "AUS": "Australia", "BRA": "Brazil", "TUR": "Turkey", "POL": "Poland", "UKR": "Ukraine", "CUB": "Cuba", "MEX": "Mexico", "YUG": "Yugoslavia",
}  # fmt: skip
