"""Writes src/extractor/lang/en/states.tsv: states and international organisations with the names that extraction knows them by.

    python training/states.py COUNTRY_CODER NAME_SUGGESTION_INDEX

Both are folders of unpacked npm packages (`npm pack @rapideditor/country-coder name-suggestion-index`, then `tar xf`). Sources:
names and ISO 3166-1 alpha-3 codes from Babel (Unicode CLDR, Unicode licence); demonyms and capitals from countryinfo (MIT);
Wikidata ids from country-coder 5.6 (ISC; by ISO code) and name-suggestion-index 8.0 (BSD-3; by equal label and a description that
fits); former states (ISO 3166-3 codes where the standard has one), years, short names, organisations and corrections by hand
below, and the Wikidata ids in `QIDS`, from memory (those marked there agree with rigour 2.6, MIT, which was asked afterwards). An
id that no source gives and nobody is certain of is left empty.
"""

import argparse
import csv
import json
import re
from pathlib import Path

from babel import Locale
from babel.core import get_global
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

OUT = Path(__file__).parents[1] / "src/extractor/lang/en/states.tsv"
# CLDR's name -> the title of the Wikipedia article
TITLES = {
    "Myanmar (Burma)": "Myanmar", "Congo - Kinshasa": "Democratic Republic of the Congo", "Congo - Brazzaville": "Republic of the Congo",
    "Côte d’Ivoire": "Ivory Coast", "Czechia": "Czech Republic", "Cape Verde": "Cape Verde", "Vatican City": "Vatican City",
    "Hong Kong SAR China": "Hong Kong", "Macao SAR China": "Macau", "St. Lucia": "Saint Lucia", "Bosnia & Herzegovina": "Bosnia and Herzegovina",
    "St. Kitts & Nevis": "Saint Kitts and Nevis", "St. Vincent & Grenadines": "Saint Vincent and the Grenadines", "Gambia": "The Gambia",
    "Bahamas": "The Bahamas", "Antigua & Barbuda": "Antigua and Barbuda", "São Tomé & Príncipe": "São Tomé and Príncipe",
    "Trinidad & Tobago": "Trinidad and Tobago", "Micronesia": "Federated States of Micronesia", "Palestinian Territories": "Palestine",
    "Ireland": "Ireland", "Georgia": "Georgia (country)", "Türkiye": "Turkey", "U.S. Virgin Islands": "United States Virgin Islands",
    "U.S. Outlying Islands": "United States Minor Outlying Islands", "Heard & McDonald Islands": "Heard Island and McDonald Islands",
    "South Georgia & South Sandwich Islands": "South Georgia and the South Sandwich Islands", "St. Martin": "Collectivity of Saint Martin",
    "French Southern Territories": "French Southern and Antarctic Lands",
}  # fmt: skip
OTHER_NAMES = {
    "United States": "USA|US|U.S.|U.S.A.|United States of America|America", "United Kingdom": "UK|U.K.|Britain|Great Britain",
    "China": "People's Republic of China|PRC|PR China|Communist China|Mainland China", "Taiwan": "Republic of China|ROC|Chinese Taipei",
    "North Korea": "DPRK|Democratic People's Republic of Korea", "South Korea": "Republic of Korea|ROK", "Myanmar": "Burma",
    "Ivory Coast": "Côte d'Ivoire|Cote d'Ivoire", "Democratic Republic of the Congo": "DRC|DR Congo|Congo-Kinshasa|Democratic Republic of Congo",
    "Republic of the Congo": "Congo|Congo-Brazzaville", "Eswatini": "Swaziland", "North Macedonia": "Macedonia|FYROM",
    "Czech Republic": "Czechia", "Russia": "Russian Federation", "Vatican City": "Vatican", "Cape Verde": "Cabo Verde",
    "Turkey": "Türkiye|Republic of Turkey", "Palestine": "State of Palestine", "Timor-Leste": "East Timor|Timor Leste", "Iran": "Islamic Republic of Iran|Persia",
    "United Arab Emirates": "UAE|U.A.E.", "Georgia (country)": "Georgia", "Federated States of Micronesia": "Micronesia",
    "The Gambia": "Gambia", "The Bahamas": "Bahamas", "Sri Lanka": "Ceylon", "Thailand": "Siam", "Vietnam": "Viet Nam|Socialist Republic of Vietnam", "Brunei": "Brunei Darussalam", "Indonesia": "Republic of Indonesia",
    "Germany": "Federal Republic of Germany", "Cambodia": "Kampuchea", "Syria": "Syrian Arab Republic", "Ireland": "Republic of Ireland",
    "São Tomé and Príncipe": "Sao Tome and Principe|Sao Tome & Principe", "Kosovo": "Republic of Kosovo", "Belarus": "Byelorussia", "Moldova": "Republic of Moldova",
    "Netherlands": "Holland|Kingdom of the Netherlands", "Denmark": "Kingdom of Denmark", "Saudi Arabia": "Kingdom of Saudi Arabia|KSA",
}  # fmt: skip
DEMONYMS = {
    "United States": "American", "United Kingdom": "British|Briton", "Netherlands": "Dutch", "France": "French", "Ireland": "Irish",
    "Switzerland": "Swiss", "Greece": "Greek|Hellenic", "Turkey": "Turkish|Turk", "Philippines": "Filipino|Philippine", "Spain": "Spanish",
    "Denmark": "Danish", "Poland": "Polish", "Sweden": "Swedish", "Finland": "Finnish", "Iceland": "Icelandic", "Thailand": "Thai",
    "New Zealand": "New Zealander", "Kosovo": "Kosovar", "Vatican City": "", "Taiwan": "Taiwanese", "Israel": "Israeli", "Iraq": "Iraqi",
    "Palestine": "Palestinian", "Czech Republic": "Czech", "Russia": "Russian", "Kazakhstan": "Kazakh|Kazakhstani", "Uzbekistan": "Uzbek",
    "Kyrgyzstan": "Kyrgyz", "Tajikistan": "Tajik", "Turkmenistan": "Turkmen", "Azerbaijan": "Azerbaijani", "Serbia": "Serbian|Serb",
    "Croatia": "Croatian|Croat", "Slovenia": "Slovenian|Slovene", "Slovakia": "Slovak", "Bangladesh": "Bangladeshi", "Laos": "Lao|Laotian",
    "Cambodia": "Cambodian", "Myanmar": "Burmese", "China": "Chinese", "Wales": "Welsh", "Bosnia and Herzegovina": "Bosnian",
    "Dominica": "", "Niger": "Nigerien", "Guinea": "Guinean", "Mali": "Malian", "Hungary": "Hungarian", "Pakistan": "Pakistani",
    "Kuwait": "Kuwaiti", "Oman": "Omani", "Qatar": "Qatari", "Yemen": "Yemeni", "Saudi Arabia": "Saudi", "Afghanistan": "Afghan",
    "Argentina": "Argentine|Argentinian|Argentinean", "Botswana": "Botswanan|Motswana", "Cape Verde": "Cape Verdean", "Comoros": "Comorian|Comoran",
    "Djibouti": "Djiboutian", "Ecuador": "Ecuadorian|Ecuadorean", "El Salvador": "Salvadoran|Salvadorean", "Gibraltar": "Gibraltarian",
    "Lesotho": "Basotho|Mosotho", "Luxembourg": "Luxembourgish|Luxembourger", "Madagascar": "Malagasy|Madagascan", "Maldives": "Maldivian",
    "Monaco": "Monégasque|Monegasque", "Nepal": "Nepalese|Nepali", "Saint Kitts and Nevis": "Kittitian|Nevisian", "Suriname": "Surinamese",
    "Saint Vincent and the Grenadines": "Vincentian", "Guadeloupe": "Guadeloupean", "Hong Kong": "Hongkonger",
    # a territory does not speak in its state's name: "American" means the United States, "Indian" India
    "British Indian Ocean Territory": "", "Northern Mariana Islands": "", "Martinique": "", "Mayotte": "", "Réunion": "", "Macau": "",
    "Saint Pierre and Miquelon": "", "French Southern and Antarctic Lands": "", "Svalbard and Jan Mayen": "", "Christmas Island": "",
    "Guernsey": "", "Jersey": "", "Western Sahara": "",
}  # fmt: skip
# title, code, names, demonyms, from, to
FORMER = [
    ("Soviet Union", "SUN", "USSR|U.S.S.R.|Soviets|Union of Soviet Socialist Republics|Soviet government", "Soviet", "1922", "1991"),
    ("Yugoslavia", "YUG", "", "Yugoslav|Yugoslavian", "1918", "2003"),
    ("Socialist Federal Republic of Yugoslavia", "YUG", "SFR Yugoslavia|SFRY", "", "1945", "1992"),
    ("Czechoslovakia", "CSK", "", "Czechoslovak|Czechoslovakian", "1918", "1992"),
    ("East Germany", "DDR", "GDR|German Democratic Republic", "East German", "1949", "1990"),
    ("West Germany", "DEU", "FRG", "West German", "1949", "1990"),
    ("Serbia and Montenegro", "SCG", "Federal Republic of Yugoslavia|FR Yugoslavia", "", "1992", "2006"),
    ("Democratic Kampuchea", "KHM", "", "", "1975", "1979"),
    ("People's Republic of Kampuchea", "KHM", "PRK", "", "1979", "1989"),
    ("South Yemen", "YMD", "People's Democratic Republic of Yemen", "South Yemeni", "1967", "1990"),
    ("North Yemen", "YEM", "Yemen Arab Republic", "North Yemeni", "1918", "1990"),
    ("North Vietnam", "VDR", "Democratic Republic of Vietnam", "North Vietnamese", "1945", "1976"),
    ("South Vietnam", "", "Republic of Vietnam", "South Vietnamese", "1955", "1975"),
    ("Ottoman Empire", "", "Ottomans", "Ottoman", "1299", "1922"), ("Austria-Hungary", "", "", "Austro-Hungarian", "1867", "1918"),
    ("Russian Empire", "", "Imperial Russia", "", "1721", "1917"), ("Nazi Germany", "DEU", "Third Reich", "Nazi", "1933", "1945"),
    ("Prussia", "", "Kingdom of Prussia", "Prussian", "1525", "1947"), ("Roman Empire", "", "", "Roman", "-27", "395"),
    ("Byzantine Empire", "", "", "Byzantine", "395", "1453"), ("British Empire", "", "", "", "1583", "1997"),
    ("Upper Volta", "HVO", "Republic of Upper Volta", "", "1958", "1984"), ("Dahomey", "DHY", "Republic of Dahomey", "", "1958", "1975"),
    ("Rhodesia", "RHO", "", "Rhodesian", "1965", "1979"), ("Holy See", "VAT", "", "", "", ""), ("European Union", "", "EU", "", "1993", ""),
    ("Sahrawi Arab Democratic Republic", "ESH", "SADR|Sahrawi Republic", "Sahrawi", "1976", ""), ("Abkhazia", "", "", "Abkhaz|Abkhazian", "1992", ""),
    ("South Ossetia", "", "", "South Ossetian", "1991", ""), ("Northern Cyprus", "", "Turkish Republic of Northern Cyprus", "", "1983", ""),
    ("Somaliland", "", "", "Somalilander", "1991", ""), ("Transnistria", "", "", "Transnistrian", "1990", ""), ("Scotland", "", "", "Scottish", "", ""),
    ("England", "", "", "English", "", ""), ("Wales", "", "", "Welsh", "", ""), ("Sovereign Military Order of Malta", "", "Order of Malta|SMOM", "", "", ""),
    ("Zaire", "ZAR", "Republic of Zaire", "Zairean|Zairian", "1971", "1997"), ("Khmer Republic", "KHM", "", "", "1970", "1975"), ("Tanganyika", "", "", "", "1961", "1964"), ("United Arab Republic", "", "UAR", "", "1958", "1971"),
    ("Empire of Japan", "", "", "", "1868", "1947"), ("Qing dynasty", "", "Qing Empire", "", "1644", "1912"), ("German Empire", "", "", "", "1871", "1918"),
    ("Weimar Republic", "", "", "", "1918", "1933"), ("Austrian Empire", "", "", "", "1804", "1867"), ("Kingdom of Italy", "", "", "", "1861", "1946"),
    ("Kingdom of Great Britain", "", "", "", "1707", "1800"), ("British Raj", "", "", "", "1858", "1947"), ("Mughal Empire", "", "", "", "1526", "1857"),
    ("Holy Roman Empire", "", "", "", "962", "1806"), ("Polish–Lithuanian Commonwealth", "", "", "", "1569", "1795"), ("Vichy France", "", "", "", "1940", "1944"),
    ("Spanish Empire", "", "", "", "1492", "1976"), ("United Kingdom of Great Britain and Ireland", "GBR", "", "", "1801", "1922"),
]  # fmt: skip
# title, acronyms and other names: bodies that states join, fund and sign with
ORGANISATIONS = {
    "United Nations": "UN|U.N.|UNO", "European Union": "EU|E.U.", "European Economic Community": "EEC", "NATO": "North Atlantic Treaty Organization",
    "African Union": "AU", "Organisation of African Unity": "OAU", "ASEAN": "Association of Southeast Asian Nations", "Arab League": "League of Arab States",
    "Commonwealth of Nations": "British Commonwealth", "Commonwealth of Independent States": "CIS", "Council of Europe": "CoE",
    "World Trade Organization": "WTO", "World Health Organization": "WHO", "International Monetary Fund": "IMF", "World Bank": "",
    "United Nations Security Council": "UN Security Council|UNSC|Security Council", "United Nations General Assembly": "UN General Assembly|UNGA",
    "UNESCO": "United Nations Educational, Scientific and Cultural Organization", "UNICEF": "United Nations Children's Fund",
    "International Criminal Court": "ICC", "International Court of Justice": "ICJ", "Organization of American States": "OAS",
    "Organisation of Islamic Cooperation": "OIC", "Non-Aligned Movement": "NAM", "OPEC": "", "Shanghai Cooperation Organisation": "SCO",
    "Eurasian Economic Union": "EAEU|EEU", "Warsaw Pact": "Warsaw Treaty Organization", "League of Nations": "", "ECOWAS": "Economic Community of West African States",
    "Pacific Islands Forum": "", "Caribbean Community": "CARICOM", "Mercosur": "", "European Free Trade Association": "EFTA", "Nordic Council": "",
    "Organization for Security and Co-operation in Europe": "OSCE", "International Atomic Energy Agency": "IAEA", "Interpol": "",
    "International Committee of the Red Cross": "ICRC", "OECD": "Organisation for Economic Co-operation and Development", "Comecon": "",
    "European Court of Human Rights": "ECHR", "European Commission": "", "European Parliament": "", "International Olympic Committee": "IOC", "FIFA": "",
    "African Development Bank": "AfDB", "Asian Development Bank": "ADB", "Gulf Cooperation Council": "GCC",
    "Collective Security Treaty Organization": "CSTO", "South Asian Association for Regional Cooperation": "SAARC",
    "International Labour Organization": "ILO", "International Whaling Commission": "IWC", "European Economic Area": "EEA",
}  # fmt: skip
CAPITALS = {
    "United States": "Washington, D.C.|Washington", "Russia": "Moscow", "China": "Beijing|Peking", "India": "New Delhi|Delhi", "Kazakhstan": "Astana|Nur-Sultan",
    "South Africa": "Pretoria", "Netherlands": "The Hague|Amsterdam", "Bolivia": "La Paz|Sucre", "Israel": "Jerusalem", "Sri Lanka": "Colombo",
    "Eswatini": "Mbabane", "Ivory Coast": "Abidjan|Yamoussoukro", "Tanzania": "Dar es Salaam|Dodoma", "Nigeria": "Abuja", "Burundi": "Bujumbura|Gitega",
    "Benin": "Cotonou|Porto-Novo", "Soviet Union": "Kremlin", "Ukraine": "Kyiv|Kiev", "Myanmar": "Naypyidaw|Yangon|Rangoon", "Malaysia": "Kuala Lumpur",
    "Switzerland": "Bern", "Australia": "Canberra", "Palestine": "Ramallah", "Holy See": "Vatican City", "Vatican City": "", "Denmark": "Copenhagen",
    "East Germany": "East Berlin", "West Germany": "Bonn", "South Vietnam": "Saigon", "Moldova": "Chișinău|Chisinau", "Antarctica": "", "Kosovo": "Pristina",
    "Yemen": "Sana'a|Sanaa", "Singapore": "", "Monaco": "", "Luxembourg": "Luxembourg City", "San Marino": "", "Guatemala": "Guatemala City", "Djibouti": "",
    "Panama": "Panama City", "Kuwait": "Kuwait City", "Mexico": "Mexico City", "Hong Kong": "", "Macau": "", "Gibraltar": "",
    "São Tomé and Príncipe": "São Tomé", "Philippines": "Manila", "Cyprus": "Nicosia", "Georgia (country)": "Tbilisi", "Mongolia": "Ulaanbaatar|Ulan Bator",
    # names of people and of other towns first of all
    "Bermuda": "", "Isle of Man": "", "Montserrat": "", "Falkland Islands": "", "Saint Helena": "", "Norfolk Island": "", "Cayman Islands": "",
    "Anguilla": "", "Seychelles": "", "Zaire": "",
}  # fmt: skip
# title -> code that ISO 3166-1 had for it, and the last year (ISO 3166-3)
EARLIER = {
    "Serbia and Montenegro": "YUG:2002", "Myanmar": "BUR:1989", "Democratic Republic of the Congo": "ZAR:1997", "Belarus": "BYS:1992", "Timor-Leste": "TMP:2002", "Benin": "DHY:1977",
    "Burkina Faso": "HVO:1984", "Zimbabwe": "RHO:1980", "Vanuatu": "NHB:1980", "Djibouti": "AFI:1977", "Kiribati": "GEL:1979",
}  # fmt: skip
# title -> Wikidata id that the packages lack, or have of another item ("Kingdom of Denmark"). Certain ones only.
QIDS = {
    # as rigour has them
    "Czechoslovakia": "Q33946", "East Germany": "Q16957", "West Germany": "Q713750", "Nazi Germany": "Q7318", "German Empire": "Q43287",
    "Serbia and Montenegro": "Q37024", "Socialist Federal Republic of Yugoslavia": "Q83286", "Zaire": "Q6500954", "South Yemen": "Q199841",
    "North Yemen": "Q267584", "Sahrawi Arab Democratic Republic": "Q40362", "Abkhazia": "Q23334", "South Ossetia": "Q23427", "Somaliland": "Q34754",
    "Transnistria": "Q907112", "Sark": "Q3405693", "Denmark": "Q35", "Netherlands": "Q55", "Saint Helena": "Q34497",
    # as name-suggestion-index has it, under a description that does not fit
    "Holy See": "Q159583",
    # from memory alone
    "Yugoslavia": "Q36704", "North Vietnam": "Q172640", "United Arab Republic": "Q170468", "Ottoman Empire": "Q12560", "Austria-Hungary": "Q28513",
    "Russian Empire": "Q34266", "Prussia": "Q38872", "Roman Empire": "Q2277", "Byzantine Empire": "Q12544", "British Empire": "Q8680",
    "Rhodesia": "Q217169", "Sovereign Military Order of Malta": "Q190353", "Empire of Japan": "Q188712", "Qing dynasty": "Q8733",
    "Weimar Republic": "Q41304", "Austrian Empire": "Q131964", "Kingdom of Italy": "Q172579", "Kingdom of Great Britain": "Q161885",
    "British Raj": "Q129286", "Mughal Empire": "Q33296", "Holy Roman Empire": "Q12548", "Polish–Lithuanian Commonwealth": "Q172107",
    "Vichy France": "Q69808", "United Kingdom of Great Britain and Ireland": "Q174193", "Spanish Empire": "Q80702",
    "African Union": "Q7159", "Arab League": "Q7172", "Commonwealth of Nations": "Q7785", "Commonwealth of Independent States": "Q7779",
    "Council of Europe": "Q8908", "World Trade Organization": "Q7825", "World Health Organization": "Q7817", "International Monetary Fund": "Q7804",
    "World Bank": "Q7164", "United Nations Security Council": "Q37470", "United Nations General Assembly": "Q47423", "UNESCO": "Q7809",
    "International Criminal Court": "Q47488", "International Court of Justice": "Q7801", "Organization of American States": "Q123759",
    "Organisation of Islamic Cooperation": "Q47543", "Non-Aligned Movement": "Q83201", "OPEC": "Q7795", "Shanghai Cooperation Organisation": "Q485207",
    "Warsaw Pact": "Q41614", "League of Nations": "Q38130", "Mercosur": "Q4264", "European Free Trade Association": "Q166546",
    "Organization for Security and Co-operation in Europe": "Q81299", "International Atomic Energy Agency": "Q41984", "Interpol": "Q8475", "OECD": "Q41550",
    "European Court of Human Rights": "Q122880", "European Commission": "Q8880", "European Parliament": "Q8889", "International Olympic Committee": "Q40970",
    "FIFA": "Q253414", "Gulf Cooperation Council": "Q217172", "Collective Security Treaty Organization": "Q318693", "International Labour Organization": "Q54129",
    "European Economic Area": "Q8932", "European Economic Community": "Q52847",
}  # fmt: skip
SKIP = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
COLUMNS = ("title", "type", "code", "qid", "names", "demonyms", "capitals", "from", "to", "earlier")
FITS = re.compile(
    r"country|state|kingdom|empire|republic|organi[sz]ation|union|alliance|agency|territory|archipelago|island|court|fund|bank|council|nation",
    re.I,
)


def ids(country_coder: Path, index: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Wikidata ids by ISO alpha-3 code, and by name where one item alone has that label and fits."""
    features = json.loads((country_coder / "src/data/borders.json").read_text(encoding="utf-8"))["features"]
    given = [feature["properties"] for feature in features]
    codes = {item["iso1A3"]: item["wikidata"] for item in given if "iso1A3" in item and "wikidata" in item}
    labels = {item["nameEn"]: item["wikidata"] for item in given if "wikidata" in item and "iso1A3" not in item}
    found = json.loads((index / "dist/wikidata/wikidata.json").read_text(encoding="utf-8"))["wikidata"]
    named: dict[str, list[str]] = {}
    for qid, item in found.items():
        if FITS.search(item.get("description") or "") and not item["description"].startswith(("flag", "coat")):
            named.setdefault(item.get("label", ""), []).append(qid)
    return codes, labels | {label: qids[0] for label, qids in named.items() if len(qids) == 1}


def main() -> None:
    """Write the table, sorted by title."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("country_coder", type=Path)
    parser.add_argument("name_suggestion_index", type=Path)
    arguments = parser.parse_args()
    codes, labels = ids(arguments.country_coder / "package", arguments.name_suggestion_index / "package")
    labels |= QIDS
    former = {row[0] for row in FORMER}
    rows = [
        (title, "ORG" if title in ORGANISATIONS else "GPE", code, labels.get(title, ""), names, demonyms, CAPITALS.get(title, ""), low, high)
        for title, code, names, demonyms, low, high in FORMER
    ]  # fmt: skip
    rows += [
        (title, "ORG", "", labels.get(title, ""), names, "", "", "", "")
        for title, names in ORGANISATIONS.items()
        if title not in former
    ]
    rows += [row for row in states(codes, labels) if row[0] not in former]
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*row, EARLIER.get(row[0], "")) for row in sorted(rows))


def states(codes: dict[str, str], labels: dict[str, str]) -> list[tuple[str, ...]]:
    """Rows of the states and territories that ISO 3166-1 has."""
    alpha3 = {three: data for three, data in get_global("territory_aliases").items() if len(three) == 3 and three.isalpha()}  # fmt: skip
    by_two = {values[0]: three for three, values in alpha3.items() if len(values) == 1}
    rows = []
    for two, name in sorted(Locale("en").territories.items()):
        if len(two) != 2 or not two.isalpha() or two in SKIP:
            continue
        title = TITLES.get(name, name.replace("&", "and").replace("St. ", "Saint ").replace("’", "'"))
        try:
            info = CountryInfo(two)
            demonym, code, capital = info.demonym() or "", info.iso(3), info.capital() or ""
        except (CountryNotFoundError, KeyError, TypeError):
            demonym, code, capital = "", by_two.get(two, ""), ""
        code = code or by_two.get(two, "")
        demonyms = DEMONYMS.get(title, demonym.split(",")[0].strip())
        capital = CAPITALS.get(title, capital)
        code = "XKX" if code == "XKK" else code  # in use for Kosovo, which ISO 3166-1 lacks
        rows.append(
            (
                title,
                "GPE",
                code,
                QIDS.get(title) or codes.get(code) or labels.get(title, ""),
                OTHER_NAMES.get(title, ""),
                demonyms,
                capital,
                "",
                "",
            )
        )
    return rows


if __name__ == "__main__":
    main()
