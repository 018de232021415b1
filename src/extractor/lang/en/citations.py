"""English Wikipedia's citation templates as data: what they are called, what their parameters are called, their words.

Names are as `templates.canonical` writes them; parameters in lower case with hyphens, numbers cut off. Sources: the
configuration of Module:Citation/CS1 and the redirects to its templates, as documented on Help:Citation Style 1.
"""


def _table(text: str) -> dict[str, str]:
    """Lines of "meaning: name, name" as name → meaning."""
    pairs = (line.partition(": ") for line in text.strip().splitlines())
    return {name.strip(): meaning.strip() for meaning, _, names in pairs for name in names.split(", ")}


# a template whose name begins so is a full citation, whatever follows …
FULL_CITATION_PREFIXES = ("cite ", "cite-", "vcite ", "vcite2 ", "vancite ", "wikicite ", "cita ")
# … but for these, which speak about citations
NO_CITATIONS = frozenset(
    {"cite check", "cite needed", "cite sources", "cite quote", "cite plot points", "cite ref", "cite note", "cite this page",
     "cite journal needed", "cite book needed", "cite web needed", "cite title needed", "cite page needed", "cite section"}
)  # fmt: skip
# other names of full citations: canonical name: aliases
CITATION_ALIASES = _table("""
citation: citation, cite, harvard reference, harvrefcol, citations, cite citation, ctation
cite web: citeweb, web cite, webcite, web citation, web reference, web, cit web, ciite web, cite url, cite website, cite webpage
cite web: cite blog, cite web page, cite site, cite online, c web, cw, citar web, cita web, lien web, internetquelle, cite webb
cite news: citenews, news cite, news citation, news reference, news, cite newspaper, cite news article, cite article, article
cite news: cn news, cite newswire, cita news, cita noticia, cita notizia, c news
cite book: citebook, book cite, book citation, book reference, cite chapter, cite ebook, cite e-book, cite contribution, c book
cite book: cite manual, cite document book, cita libro, ouvrage, literatur, book, cite boook, cite books
cite journal: citejournal, journal cite, journal reference, cite paper, cite study, cite abstract, cite medline, c journal
cite journal: cita publicación, cita pubblicazione, cite document, cite scholarly article, cite journal article
cite magazine: citemagazine, cite mag, magazine cite, magazine reference, cite periodical, cite newsletter
cite encyclopedia: cite encyclopaedia, cite encyclopædia, cite dictionary, cite encycl, cite ency, cite contribution encyclopedia
cite conference: cite proceedings, conference reference, cite conference paper, cite presentation
cite press release: cite pr, cite press, press release reference, cite news release, press release
cite report: cite tech report, cite techreport, cite technical report, cite white paper, cite working paper, cite standard
cite thesis: cite dissertation, cite phd thesis
cite av media: cite video, cite dvd, cite film, cite movie, cite media, cite youtube, cite audio, cite av, cite multimedia
cite av media: video reference, cite song, cite music, cite radio, cite visual, cite image
cite av media notes: cite album-notes, cite album notes, cite dvd notes, cite dvd-notes, cite music release notes, cite liner notes
cite episode: cite television, cite tv, cite series, cite serial episode, cite tv episode
cite mailing list: cite mailinglist, cite list
cite newsgroup: cite usenet
cite tweet: cite x, cite twitter, cite xpost
cite patent: ref patent, cite us patent
""")
# a template that is itself a source: the work | the publisher | when | its editor: names
FIXED_SOURCES = {
    name: tuple(part.strip() for part in source.split("|"))
    for source, names in (
        ("Encyclopædia Britannica | | 1911 | Chisholm, Hugh", "cite eb1911, eb1911, 1911, cite eb1911 poster, eb1911 article with no significant updates"),
        ("Encyclopædia Britannica | | 1888 |", "cite eb9, eb9"),
        ("Dictionary of National Biography | | |", "cite dnb, dnb, cite dnb12, dnb12, cite dnbsupp, dnb supplement"),
        ("Oxford Dictionary of National Biography | Oxford University Press | |", "cite odnb, odnb, odnbweb, oxforddnb"),
        ("Catholic Encyclopedia | | 1913 | Herbermann, Charles", "cite catholic encyclopedia, catholic encyclopedia, catholic, cite ce1913, ce1913"),
        ("New International Encyclopedia | | |", "cite nie, nie, cite nie poster"),
        ("The Nuttall Encyclopædia | | 1907 |", "cite nuttall, nuttall"),
        ("The American Cyclopædia | | |", "cite amcyc, amcyc, cite americanized encyclopædia britannica"),
        ("Encyclopedia Americana | | |", "cite americana, americana"),
        ("Collier's New Encyclopedia | | 1921 |", "cite collier's, collier's, cite colliers"),
        ("The New Student's Reference Work | | 1914 |", "cite nsrw, nsrw, nsrw poster"),
        ("Jewish Encyclopedia | | |", "cite jewish encyclopedia, jewish encyclopedia, jewishencyclopedia, cite je"),
        ("Appletons' Cyclopædia of American Biography | | |", "cite appletons', appletons', appletons, cite appleton"),
        ("Encyclopaedia of Islam | Brill | |", "cite ei2, cite ei3, ei2, ei3"),
        ("Meyers Konversations-Lexikon | | |", "cite meyers, meyers"),
        ("The London Gazette | | |", "london gazette, cite london gazette, cite gazette"),
        ("Hansard | | |", "cite hansard, hansard, hansard 1803–2005"),
        ("The World Factbook | Central Intelligence Agency | |", "cia world factbook, cite cia world factbook, cia world factbook link"),
        ("Geographic Names Information System | United States Geological Survey | |", "cite gnis, gnis, gnis4"),
        ("National Register Information System | National Park Service | |", "nrisref, cite nrhp"),
        ("Ethnologue | SIL International | |", "cite ethnologue, ethnologue18, ethnologue21, e18, e25, e26, e27"),
        ("Glottolog | | |", "cite glottolog, glottolog"),
        ("Twitter | | |", "cite tweet"),
        ("Instagram | | |", "cite instagram"),
        ("Facebook | | |", "cite facebook"),
        ("TikTok | | |", "cite tiktok"),
        ("Mastodon | | |", "cite mastodon"),
        ("Bluesky | | |", "cite bluesky"),
        ("Telegram | | |", "cite telegram"),
        ("Wikisource | | |", "cite wikisource, wikisource-inline"),
        ("| Internet Engineering Task Force | |", "cite ietf"),
        ("ProQuest | | |", "cite proquest"),
        ("Google Books | | |", "google books"),
        ("Catholic-Hierarchy.org | | |", "catholic-hierarchy"),
        ("The Encyclopedia of New York City | Yale University Press | 1995 | Jackson, Kenneth T.", "cite enc-nyc"),
        ("The Encyclopedia of New York City | Yale University Press | 2010 | Jackson, Kenneth T.", "cite enc-nyc2"),
        ("AIA Guide to New York City | | |", "cite aia3, cite aia4, cite aia5"),
        ("GeoNames | | |", "cite geonames"),
        ("International Treaty Series | | |", "cite treaty"),
    )
    for name in names.split(", ")
}  # fmt: skip
# positional arguments that hold a title, where a template's title has no name
POSITIONAL_TITLES = {
    "cite gnis": "2", "cite wikisource": "1", "cia world factbook link": "2", "google books": "2", "cite eb1911": "1", "eb1911": "1",
    "1911": "1", "cite dnb": "1", "dnb": "1", "catholic": "1", "cite nsrw": "1", "nsrw": "1", "cite collier's": "1", "cite nuttall": "1",
    "nuttall": "1", "cite jewish encyclopedia": "1", "catholic-hierarchy": "3", "odnb": "2", "cite odnb": "2",
}  # fmt: skip
# the first of these found is the title where no parameter of FIELDS["title"] is given
OTHER_TITLES = (
    "wstitle",
    "country",
    "litigants",
    "act",
    "legislation",
    "treaty",
    "bill",
    "case",
    "name",
    "type",
    "entry-name",
)

# what stands beside a citation and says more of it
ARCHIVE_TEMPLATES = frozenset(
    {"webarchive", "wayback", "web archive", "archived", "cite web archive", "cite archive", "memento", "webcite archive"}
)  # fmt: skip
DEAD_TEMPLATES = frozenset(
    {"dead link", "deadlink", "broken link", "dl", "link broken", "404", "dead", "dead url", "cbignore-dead", "dead external link"}
)  # fmt: skip
LANGUAGE_TEMPLATES = frozenset({"in lang", "language icon", "languageicon", "lang icon", "link language", "ref-lang"})
BARE_URL_TEMPLATES = frozenset({"bare url", "bare url inline", "bare url pdf", "bare url plain text", "bare url image"})
URL_TEMPLATES = frozenset({"url", "official website", "official url", "plain link", "url2"})
# addresses that templates make of their arguments: the first pattern all of whose {parameters} are given ("/" parts names)
MADE_URLS = {
    "google books": (
        "https://books.google.com/books?id={id/1}&pg=PA{page}",
        "https://books.google.com/books?id={id/1}",
    ),
    "cite tweet": ("https://twitter.com/{user}/status/{number}",),
    "cite instagram": ("https://www.instagram.com/p/{postid}/",),
    "cite arxiv": ("https://arxiv.org/abs/{eprint/arxiv/1}",),
    "cite ietf": ("https://www.rfc-editor.org/rfc/rfc{rfc}",),
    "allmusic": ("https://www.allmusic.com/{class}/{id}",),
    "nhls url": ("https://npgallery.nps.gov/pdfhost/docs/NHLs/Text/{id}.pdf",),
    "internet archive": ("https://archive.org/details/{id/1}",),
} | dict.fromkeys((*URL_TEMPLATES, *BARE_URL_TEMPLATES), ("{url/1}",))
REFID_TEMPLATES = frozenset({"harvid", "sfnref", "sfnref2"})
# name of an identifier's template or parameter → its scheme; `doi`, `isbn` and `issn` have fields of their own
IDENTIFIERS = _table("""
doi: doi, doi-inline
isbn: isbn, isbnt, isbn-10, isbn-13, isbn10, isbn13, sbn
issn: issn, eissn, e-issn
pmid: pmid
pmc: pmc
oclc: oclc
jstor: jstor
arxiv: arxiv, eprint
biorxiv: biorxiv
medrxiv: medrxiv
ssrn: ssrn
citeseerx: citeseerx
bibcode: bibcode
hdl: hdl
lccn: lccn
s2cid: s2cid
asin: asin
ol: ol
osti: osti
mr: mr
zbl: zbl
jfm: jfm
rfc: rfc
ismn: ismn
""")

# short notes: how their names and year are given: positional, numbered (1a1, 1y) or named (last, year)
SHORT_NOTES = _table("""
positional: sfn, sfnp, harv, harvnb, harvtxt, harvp, harvcol, harvcolnb, harvcoltxt, harvard citation, harvard citation text, sfn-text
positional: harvard citation no brackets, harvard citations no brackets, harvid-note, sfnq, snf, shortened footnote template, sfnb
positional: harvtextp, harvard citation with parentheses, harvpp, harvtxtp
numbered: sfnm, sfnmp, harvmnb, harvm
named: harvs, harvard citations
""")

# our field ← parameters, the first one given wins
CITATION_FIELDS = {
    "title": ("title", "script-title", "headline", "titulo", "título", "titre", "titel", "titolo", "trans-title"),
    "chapter": ("chapter", "contribution", "entry", "article", "section", "script-chapter", "chapter-title", "sections", "trans-chapter"),
    "trans_title": ("trans-title",),
    "work": (
        "website", "work", "newspaper", "journal", "magazine", "periodical", "encyclopedia", "encyclopaedia", "encyclopædia", "dictionary",
        "book-title", "newsgroup", "mailing-list", "mailinglist", "conference", "sitio-web", "obra", "werk", "périodique", "rivista", "site", "program", "album", "reporter",
    ),
    "publisher": ("publisher", "institution", "distributor", "university", "school", "network", "editorial", "éditeur", "verlag", "hrsg", "herausgeber", "court", "legislature"),
    "agency": ("agency", "news-agency"),
    "published": ("date", "year", "publication-date", "air-date", "airdate", "fecha", "año", "datum", "publicationdate", "released", "pub-date"),
    "original": ("orig-date", "orig-year", "origyear", "origdate"),
    "accessed": ("access-date", "accessdate", "access", "fechaacceso", "consulté-le", "abruf", "zugriff", "retrieved", "access-day"),
    "url": ("url", "website-url", "link", "lien"),
    "chapter_url": ("chapter-url", "chapterurl", "contribution-url", "entry-url", "article-url", "section-url", "map-url"),
    "archive_url": ("archive-url", "archiveurl", "urlarchivo", "archive"),
    "archived": ("archive-date", "archivedate", "fechaarchivo"),
    "language": ("language", "lang", "in", "idioma", "langue", "sprache"),
    "quote": ("quote", "quotation", "trans-quote", "script-quote"),
    "pages": ("page", "p", "pages", "pp", "at", "quote-page", "quote-pages", "minutes", "time", "sheet", "loc"),
    "volume": ("volume", "vol", "tome", "band"),
    "issue": ("issue", "number", "issue-number", "article-number"),
    "edition": ("edition", "edn", "ed"),
    "series": ("series", "version", "book-series"),
    "place": ("location", "place", "publication-place", "publicationplace", "city"),
    "via": ("via",),
    "doi": ("doi",),
    "isbn": ("isbn", "isbn13", "isbn10", "sbn"),
    "issn": ("issn", "eissn"),
    "id": ("id", "docket"),
}  # fmt: skip
NO_ISSUES = frozenset({"cite tweet"})  # |number= is the post's
# where the thing cited is named by another parameter, and its `title` is the work
TITLE_FIRST = {
    "cite map": ("map", "title"),
    "cite serial": ("title",),
    "cite newsgroup": ("title", "subject"),
    "cite interview": ("title", "program"),
}

# people: how last, first and whole names and lists of names are called in each role (numbers cut off)
PEOPLE = {
    "authors": (
        {"last", "surname", "author-last", "author-surname", "apellido", "apellidos", "nom", "subject-last", "interviewee-last"},
        {"first", "given", "author-first", "author-given", "nombre", "prénom", "vorname", "subject-first"},
        {"author", "host", "subject", "inventor", "autor", "auteur", "user", "interviewee", "artist", "by", "diarist", "autore", "inventor-name"},
        {"vauthors", "authors", "people", "credits", "coauthors", "coauthor", "auteurs", "author-list"},
    ),
    "editors": (
        {"editor-last", "editor-surname"},
        {"editor-first", "editor-given"},
        {"editor", "ed-name"},
        {"veditors", "editors", "coeditors"},
    ),
    "translators": (
        {"translator-last", "translator-surname"},
        {"translator-first", "translator-given"},
        {"translator"},
        {"vtranslators", "translators"},
    ),
}  # fmt: skip

URL_STATES = _table("""
dead: dead, yes, y, true, broken, bot: unknown
live: live, no, n, false, alive
unfit: unfit
usurped: usurped
deviated: deviated, changed
""")
URL_STATE_PARAMETERS = ("url-status", "dead-url", "deadurl", "dead-link", "url-estado")
