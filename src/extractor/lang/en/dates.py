"""English words for dates, by the class that the grammar of `extractor.timex` knows them under. Data only.

A word written with a capital is meant with it: "May" is a month, "may" is none; the others count in any case.
"""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12,
}  # fmt: skip
# months whose names are other words too: alone only with a capital, in lower case only between a day and a year
AMBIGUOUS_MONTHS = ("march", "may", "august")
# only beside a day or a year
MONTH_ABBREVIATIONS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12,
    "JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9, "SEPT": 9, "OCT": 10, "NOV": 11, "DEC": 12,
}  # fmt: skip
WEEKDAYS = {
    "Monday": 1, "Tuesday": 2, "Wednesday": 3, "Thursday": 4, "Friday": 5, "Saturday": 6, "Sunday": 7,
    "Mondays": 1, "Tuesdays": 2, "Wednesdays": 3, "Thursdays": 4, "Fridays": 5, "Saturdays": 6, "Sundays": 7,
}  # fmt: skip
# only before a day
WEEKDAY_ABBREVIATIONS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
# ISO 8601-2 codes
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24, "springtime": 21, "summertime": 22, "wintertime": 24}
# a season that is a verb and a downfall too
AMBIGUOUS_SEASONS = {"fall": 23}
# the day of the year; of a feast that moves, how many days from Easter; "" where neither is known
HOLIDAYS = {
    "Christmas": "12-25", "Christmas Day": "12-25", "Christmas Eve": "12-24", "Boxing Day": "12-26", "New Year's Day": "01-01",
    "New Year's Eve": "12-31", "New Year's": "01-01", "Halloween": "10-31", "All Saints' Day": "11-01", "Valentine's Day": "02-14",
    "Saint Patrick's Day": "03-17", "St. Patrick's Day": "03-17", "May Day": "05-01", "Bastille Day": "07-14",
    "Armistice Day": "11-11", "Remembrance Day": "11-11", "Veterans Day": "11-11", "Fourth of July": "07-04",
    "Epiphany": "01-06", "Twelfth Night": "01-05", "Michaelmas": "09-29",
    "Easter": "+0", "Easter Sunday": "+0", "Easter Monday": "+1", "Good Friday": "-2", "Palm Sunday": "-7", "Ash Wednesday": "-46",
    "Maundy Thursday": "-3", "Holy Saturday": "-1", "Whit Sunday": "+49", "Whit Monday": "+50", "Pentecost": "+49", "Whitsun": "",
    "Ascension Day": "+39", "Corpus Christi": "+60", "Thanksgiving": "", "Thanksgiving Day": "", "Ramadan": "", "Passover": "", "Yom Kippur": "", "Rosh Hashanah": "",
    "Lunar New Year": "", "Chinese New Year": "",
}  # fmt: skip

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {"hundred": 100, "thousand": 1000, "dozen": 12}
ARTICLES = {"a": 1, "an": 1}
# how many is left open
QUANTITIES = (
    "several", "few", "many", "some", "couple", "numerous", "various", "consecutive", "a few", "a couple of", "couple of",
    "a number of", "only a few", "just a few", "a good many", "a great many",
)  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
UNITS = {
    "day": "day", "week": "week", "month": "month", "decade": "decade", "century": "century", "millennium": "millennium",
    "fortnight": "fortnight", "weekend": "weekend", "hour": "hour", "minute": "minute", "quarter-century": "quarter-century",
}  # fmt: skip
YEAR_UNIT = {"year": "year"}
UNIT_PLURALS = {
    "days": "day", "weeks": "week", "months": "month", "years": "year", "decades": "decade", "centuries": "century",
    "millennia": "millennium", "fortnights": "fortnight", "weekends": "weekend", "hours": "hour", "minutes": "minute", "yrs": "year",
}  # fmt: skip

# word -> TIMEX3 mod as the guidelines write it
ADJECTIVE_MODIFIERS = {"early": "start", "mid": "mid", "late": "end"}
PART_MODIFIERS = {
    "beginning": "start", "start": "start", "outset": "start", "onset": "start", "opening": "start", "turn": "start",
    "middle": "mid", "midst": "mid", "height": "mid",
    "end": "end", "close": "end", "closing": "end", "conclusion": "end", "ending": "end",
    "rest": "", "remainder": "", "course": "", "whole": "", "entirety": "",
    "early part": "start", "first part": "start", "opening part": "start", "latter part": "end", "later part": "end",
    "last part": "end", "final part": "end", "middle part": "mid", "early stages": "start", "closing stages": "end",
    "early days": "start", "first days": "start", "last days": "end", "final days": "end", "closing days": "end",
    "opening days": "start", "early years": "start", "early weeks": "start", "early months": "start", "closing months": "end",
    "final months": "end", "last months": "end", "final weeks": "end", "last weeks": "end", "first months": "start",
    "first weeks": "start", "better part": "", "greater part": "", "beginnings": "start", "first week": "start", "opening week": "start", "second week": "", "third week": "", "last week": "end",
    "final week": "end", "first decade": "start", "first decades": "start", "last decade": "end", "last decades": "end", "final decade": "end",
    "last years": "end", "final years": "end", "first years": "start",
}  # fmt: skip
HALF_PARTS = {
    "first half": 1,
    "second half": 2,
    "latter half": 2,
    "last half": 2,
    "1st half": 1,
    "2nd half": 2,
    "former half": 1,
}
APPROXIMATE = {
    "circa": "approx", "around": "approx", "about": "approx", "approximately": "approx", "roughly": "approx", "ca.": "approx",
    "ca": "approx", "c.": "approx", "c": "approx", "sometime around": "approx", "some time around": "approx",
    "near": "approx", "perhaps": "approx", "possibly": "approx", "probably": "approx", "presumably": "approx", "fl.": "approx",
    "an estimated": "approx", "nearly": "less_than", "almost": "less_than", "less than": "less_than",
    "fewer than": "less_than", "just under": "less_than", "under": "less_than", "close to": "less_than", "not quite": "less_than",
    "over": "more_than", "more than": "more_than", "well over": "more_than", "just over": "more_than", "slightly over": "more_than",
    "at least": "equal_or_more", "no less than": "equal_or_more", "up to": "equal_or_less", "at most": "equal_or_less",
    "no more than": "equal_or_less", "as many as": "equal_or_less", "just": "", "only": "", "exactly": "", "barely": "",
    "little more than": "more_than", "a little over": "more_than", "a mere": "", "mere": "", "a full": "", "full": "", "another": "",
}  # fmt: skip

# what stands before a date -> how it bounds the event
BOUNDS = {
    "since": "since", "ever since": "since", "as from": "since", "from": "from", "starting in": "since",
    "beginning in": "since", "starting from": "", "until": "until", "till": "until", "up to": "until",
    "up until": "until", "through": "until", "by": "by", "before": "by", "prior to": "by", "not later than": "by",
    "no later than": "by", "earlier than": "by", "later than": "since", "not before": "since", "no earlier than": "since",
    "not earlier than": "since", "after": "since", "following": "since", "as of": "as of", "between": "between",
    "as late as": "", "as early as": "", "beginning on": "", "starting on": "",
}  # fmt: skip
# what ties an event's noun or clause, with its date, to another act -> how that date bounds the act
BOUNDING = {"after": "since", "following": "since", "since": "since", "until": "until", "till": "until", "before": "by"}
# verbs that a date "from" belongs to: a point, no beginning
DATING = ("date", "dates", "dated", "dating")
# what may stand between such a word and its date
BOUND_FILLERS = ("about", "around", "at least", "approximately", "circa", "c.", "ca.", "late", "early")
# the small words of the grammar -> its class for them
FUNCTION_WORDS = {
    "from": "from", "between": "between", "to": "to", "through": "to", "until": "to", "till": "to", "thru": "to", "up to": "to",
    "up until": "to", "and": "and", "&": "and", "or": "or", "on": "on", "in": "in", "of": "of", "the": "the",
    "during": "in", "within": "in", "o'clock": "oclock", "o’clock": "oclock", "very": "very", "long": "long", "old": "old",
    "of age": "old", "half": "half", "every": "every", "each": "every", "per": "per", "quarter": "quarter", "hrs": "hoursword", "once": "times", "twice": "times", "times": "times", "onwards": "onward",
    "onward": "onward", "forward": "onward", "forwards": "onward", "and after": "onward", "and later": "onward",
}  # fmt: skip
OPEN_AFTER = ("onwards", "onward", "on", "and after", "and later", "forward", "forwards")
BEFORE_CHRIST = ("BC", "BCE", "B.C.", "B.C.E.", "bc", "bce")
ANNO_DOMINI = ("AD", "CE", "A.D.", "C.E.")
OLD_STYLE = ("O.S.", "OS", "Old Style")
NEW_STYLE = ("N.S.", "NS", "New Style")

# what an expression hangs on, and how far from it: word -> steps
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
SHIFTS = {
    "following": 1, "next": 1, "subsequent": 1, "succeeding": 1, "ensuing": 1, "coming": 1, "previous": -1, "preceding": -1,
    "prior": -1, "last": -1, "intervening": 0, "same": 0,
}  # fmt: skip
PAST = {"past": -1}
DEMONSTRATIVES = ("that", "this", "these", "those")
AFTER = {
    "later": 1, "after": 1, "afterwards": 1, "afterward": 1, "thereafter": 1, "hence": 1, "on": 1, "earlier": -1, "before": -1,
    "previously": -1, "beforehand": -1, "ago": -1,
}  # fmt: skip
LATER_IN = ("later", "earlier")
# of an open future or past: "weeks later", "shortly after"
SHORTLY = ("shortly afterwards", "shortly afterward", "shortly thereafter", "soon afterwards", "soon thereafter", "a short time later",
           "a short time after", "some time later", "sometime later", "a short while later", "not long afterwards",
           "shortly beforehand")  # fmt: skip
LAST_OR_FINAL = ("final", "early", "late", "opening", "closing", "initial", "latter", "remaining")

DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV", "daybreak": "MO", "sunrise": "MO",
    "nightfall": "NI", "sunset": "EV", "midday": "MI", "noon": "12:00", "midnight": "00:00", "daytime": "DT", "nighttime": "NI",
    "night-time": "NI", "mid-morning": "MO", "mid-afternoon": "AF", "lunchtime": "MI",
}  # fmt: skip
MERIDIEM = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 12, "pm": 12, "p.m": 12}
ZONES = (
    "GMT",
    "UTC",
    "EST",
    "EDT",
    "CET",
    "CEST",
    "BST",
    "PST",
    "PDT",
    "CST",
    "CDT",
    "MST",
    "MDT",
    "JST",
    "MSK",
    "IST",
)
ZONE_WORDS = (
    "local time",
    "Eastern Time",
    "Moscow time",
    "Greenwich Mean Time",
    "Central European Time",
    "Berlin time",
)

# how often -> TIMEX3 value
FREQUENCIES = {
    "daily": "XXXX-XX-XX", "everyday": "XXXX-XX-XX", "nightly": "XXXX-XX-XXTNI", "weekly": "XXXX-WXX", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "XXXX-XX", "bimonthly": "P2M", "quarterly": "XXXX-QX", "yearly": "XXXX", "annual": "XXXX",
    "annually": "XXXX", "biannual": "P6M", "biannually": "P6M", "biennial": "P2Y", "hourly": "XXXX-XX-XXTXX",
}  # fmt: skip
# parts of the day that stand for a time of day also where nothing leads them: "at night"
BARE_DAY_PARTS = ("morning", "afternoon", "evening", "night", "nighttime", "night-time", "daytime", "noon", "midnight")
# nouns that make "fall" before them a season
FALL_NOUNS = (
    "campaign",
    "campaigns",
    "offensive",
    "offensives",
    "election",
    "elections",
    "semester",
    "term",
    "season",
    "harvest",
)
# without a calendar meaning: word -> TIMEX3 value
VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "current": "PRESENT_REF", "presently": "PRESENT_REF",
    "right now": "PRESENT_REF", "at present": "PRESENT_REF", "present-day": "PRESENT_REF",
    "present day": "PRESENT_REF", "modern-day": "PRESENT_REF", "these days": "PRESENT_REF",
    "to this day": "PRESENT_REF", "the time being": "PRESENT_REF", "to date": "PRESENT_REF",
    "today": "PRESENT_REF", "former": "PAST_REF", "recent": "PAST_REF", "recently": "PAST_REF", "lately": "PAST_REF",
    "recent years": "PAST_REF", "recent months": "PAST_REF", "recent weeks": "PAST_REF", "recent days": "PAST_REF", "formerly": "PAST_REF",
    "recent decades": "PAST_REF", "recent times": "PAST_REF", "tonight": "XXXX-XX-XXTNI",
}  # fmt: skip
VAGUE_NOUNS = {"present": "PRESENT_REF", "future": "FUTURE_REF", "near future": "FUTURE_REF"}
# what counts from the day of the text itself
DEICTIC = ("last", "this", "next")
LAST_WEEK = "last week"
DEICTIC_DAYS = {"yesterday": -1, "tomorrow": 1}
# nouns that stand for a time said before: "at that time"; and those that stand alone for it
TIME_NOUNS = ("time", "period", "moment", "point", "date", "era")
STRETCHES = ("a long time", "a short time", "a short period", "a short period of time", "a long period", "some time", "a long while",
             "a while", "a brief period", "a prolonged period", "a long period of time", "a brief time", "a period of time")  # fmt: skip
ANNIVERSARY = ("anniversary", "birthday", "centenary", "bicentenary")

# what stands before a number that is no year, and what stands after one
NOT_A_YEAR_BEFORE = (
    "no", "nos", "number", "numbers", "resolution", "resolutions", "boeing", "route", "flight", "article", "section", "airbus", "highway",
    "room", "page", "pages", "p", "pp", "act", "bill", "chapter", "vol", "volume", "order", "directive", "law", "motorway", "model",
    "decree", "protocol", "channel", "over", "nearly", "almost", "exactly", "least", "than", "only", "height", "windows", "type",
    "elevation", "$", "£", "€", "¥", "§", "#", "№", "regulation", "isbn", "issn", "sr", "rs", "unit", "line", "lines", "fm", "am",
    "squadron", "peugeot", "bmw", "fiat", "porsche", "audi", "mazda", "lada", "nokia", "tel", "telephone", "phone", "fax", "battalion", "regiment", "serial", "asteroid", "ngc", "hull", "pennant", "bus", "tram", "locomotive",
)  # fmt: skip
NOT_A_YEAR_AFTER = (
    "km", "m", "metres", "meters", "metre", "meter", "mile", "miles", "feet", "ft", "kg", "tons", "tonnes", "people", "troops", "soldiers",
    "men", "women", "children", "dead", "deaths", "killed", "wounded", "casualties", "persons", "students", "workers", "civilians",
    "members", "ships", "aircraft", "tanks", "vehicles", "seats", "votes", "dollars", "euros", "pounds", "million", "fighters", "rebels",
    "billion", "thousand", "percent", "%", "°", "hectares", "acres", "refugees", "citizens", "employees", "households", "guns", "insurgents",
    "families", "prisoners", "hours", "days", "years", "months", "weeks", "sq", "square", "mm", "cm", "mw", "mhz", "khz", "kw", "yards",
    "hp", "personnel", "cc", "runs", "ballots", "clerks", "cases", "francs", "marks", "roubles", "rubles", "rupees", "yen", "lire", "delegates", "participants", "islands", "companies", "villages", "words", "copies", "species", "cavalry", "infantry",
    "houses", "buildings", "horses", "rounds", "bombs", "sorties", "officers", "demonstrators", "protesters", "volunteers", "inhabitants",
    "residents", "bodies", "lives", "victims", "hostages", "missiles", "artillery", "tonne", "ton", "litres", "kilometres", "kilometers",
    "knots", "mph", "rpm", "bhp", "crore", "lakh", "deserters", "policemen", "marines", "sailors", "defenders", "militants", "minutes",
)  # fmt: skip
# between "later", "earlier" and a year
COMPARES = "than"
# eras of other calendars (Hijri, solar Hijri, Buddhist); months of the first two, and the year before which those say so
OTHER_ERAS = ("AH", "A.H", "SH", "A.S.H", "BE", "B.E")
OTHER_MONTHS = (
    "muharram", "safar", "rajab", "shaban", "shawwal", "farvardin", "ordibehesht", "khordad", "tir", "mordad", "shahrivar", "mehr",
    "aban", "azar", "dey", "bahman", "esfand",
)  # fmt: skip
OTHER_MONTHS_UNTIL = 1600
# what makes of a number before it a place in a street
STREETS = ("street", "avenue", "road", "boulevard", "lane", "drive", "square", "st.", "ave.", "rd.")
# a bare month's or season's name is one only after one of these
BEFORE_MONTH = (
    "in", "of", "since", "until", "till", "by", "from", "to", "through", "between", "and", "early", "late", "mid", "last", "next", "during",
    "before", "after", "throughout", "following", "previous", "that", "this", "or", "every", "each", "around", "about", "for", "into", "a",
    "against", "beginning", "starting", "within",
)  # fmt: skip
# "the 15th", "the fall": no noun follows but one of these words or a mark
AFTER_BARE = (
    "the", "a", "an", "and", "or", "but", "in", "at", "by", "with", "to", "of", "when", "where", "while", "after", "before", "he", "she",
    "they", "it", "his", "her", "their", "its", "some", "all", "from", "under", "as", "that", "which", "who", "there", "was", "were",
    "had", "for", "two", "three", "four", "five",
)  # fmt: skip
# what leads a year, a month, a time or a day, where the words alone would not say so
BEFORE_YEAR = ("in", "since", "until", "during", "the")
BEFORE_SMALL_YEAR = ("in", "since", "until", "by", "circa", "c.")
BEFORE_NAMED_MONTH = ("in", "since", "until", "by", "from", "during", "of")
BEFORE_FALL = ("in", "by", "during", "throughout", "until", "since", "through")
BEFORE_CLOCK = ("at", "by", "until", "from", "before", "after", "about", "around", "to", "and", "since", "between")
BEFORE_DAY = (
    "on",
    "the",
    "of",
    "from",
    "since",
    "until",
    "till",
    "by",
    "before",
    "after",
    "dated",
    "between",
    "to",
    "and",
)
BEFORE_ORDINAL_DAY = ("on", "by", "until", "till", "from", "to", "and", "before", "after")
# what keeps a word from being a date: units that count whatever leads them, what one marches on, what a spring of water stands beside
COUNTED_ANYWAY = ("km", "%", "°", "people")
COUNTED_VERBS = ("were", "are")
MARCHED_ON = ("on", "against", "for")
SPRING_BEFORE, SPRING_AFTER = ("hot", "mineral", "sacred"), ("of", "water", "waters")
POSSESSIVES = ("his", "her", "their", "my", "our", "your")
YEAR_PREFIXES = ("pre", "post", "mid")
# after which a date is a limit ahead, not where the story is
LIMITS = ("by", "until", "till", "before")
PAST_SINCE = ("since",)
# after which a date may lie before the one told last: the pluperfect, comparisons
LOOKING_BACK = ("had", "compared", "than")
# "it was twelve years before": the years last, they count from nothing
LASTING_VERBS = ("was", "is", "took", "lasted", "takes")
# what may count "two years ..." from something, and what needs that something named
OFFSET_SHIFTS = ("following", "prior", "previous")
COUNTS_FROM = ("after", "before", "following", "prior")
AFTER_UNIT = ("after", "before", "following", "previous", "preceding", "prior", "earlier")
LAST, AGO, SAME_TIME = "last", "ago", ("that", "this", "same", "these", "those")
# "at the time"
AT_THE_TIME = ("at", "of", "by")
PRESENT = ("present", "now", "today", "date", "present day", "present-day")
OR_BEYOND = ("before", "earlier", "after", "later")
# a unit with an article after one of these says how often
RATES = ("million", "billion", "trillion", "thousand", "once", "twice", "times", "%", "percent", "per cent")
GREAT_NUMBERS = ("million", "billion", "trillion")
