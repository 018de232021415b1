"""English words for dates. Data only; the grammar is in `extractor.timex`."""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
# months whose names are other words too, and what leads them where they are months
AMBIGUOUS_MONTHS = ("march", "may", "august")
BEFORE_MONTH = ("in", "of", "since", "until", "till", "by", "from", "to", "through", "between", "and", "early", "late", "mid", "last",
                "next", "during", "before", "after", "throughout", "following")  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# word -> TIMEX3 mod as the guidelines write it
MODIFIERS = {
    "early": "start", "beginning": "start", "start": "start", "first half": "start", "outset": "start",
    "mid": "mid", "middle": "mid", "midst": "mid",
    "late": "end", "end": "end", "close": "end", "second half": "end", "latter half": "end", "latter part": "end",
    "early part": "start", "turn": "start",
}  # fmt: skip
APPROXIMATE = ("circa", "around", "about", "approximately", "roughly", "ca.", "ca", "c.", "some time in", "near")

# what stands before a date -> how it bounds the event
BOUNDS = {
    "since": "since", "ever since": "since", "as from": "since", "from": "from", "starting in": "since",
    "beginning in": "since", "starting from": "from", "until": "until", "till": "until", "up to": "until",
    "up until": "until", "through": "until", "by": "by", "before": "by", "prior to": "by", "not later than": "by",
    "after": "since", "following": "since", "as of": "as of", "during": "", "throughout": "", "in": "", "on": "",
    "at": "", "of": "", "for": "", "between": "between", "dated": "", "to": "until",
}  # fmt: skip
RANGE_WORDS = ("to", "through", "until", "till", "and", "up to", "thru")
OPEN_AFTER = ("onwards", "onward", "on", "and after", "and later")

UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century"}
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
# offsets that need no number: word before the unit -> steps
SHIFTS = {
    "following": 1,
    "next": 1,
    "subsequent": 1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
    "same": 0,
    "last": -1,
}
AFTER = ("later", "after", "afterwards", "following")
BEFORE = ("earlier", "before", "previously", "prior")

# what stands before a number that is no year, and what stands after one
NOT_A_YEAR_BEFORE = (
    "no.", "no", "nos.", "number", "resolution", "resolutions", "boeing", "route", "flight", "article", "section",
    "room", "page", "pages", "p.", "pp.", "act", "bill", "chapter", "vol.", "volume", "order", "directive", "law",
    "decree", "protocol", "channel", "some", "over", "nearly", "almost", "exactly", "least", "than", "only", "height",
    "elevation", "$", "us$", "£", "€", "¥", "§", "#", "№",
)  # fmt: skip
NOT_A_YEAR_AFTER = (
    "km", "m", "metres", "meters", "miles", "feet", "ft", "kg", "tons", "tonnes", "people", "troops", "soldiers",
    "men", "women", "children", "dead", "deaths", "killed", "wounded", "casualties", "persons", "students", "workers",
    "members", "ships", "aircraft", "tanks", "vehicles", "seats", "votes", "dollars", "euros", "pounds", "million",
    "billion", "thousand", "percent", "%", "hectares", "acres", "refugees", "citizens", "employees", "households",
    "families", "prisoners", "hours", "days", "years", "months", "weeks", "sq", "square", "mm", "mw", "mhz", "khz",
    "hp", "personnel", "delegates", "participants", "islands", "companies", "villages", "words", "copies", "species",
)  # fmt: skip
