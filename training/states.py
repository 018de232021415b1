"""Writes src/extractor/lang/en/states.tsv: states with the names, demonyms and ISO codes that extraction needs.

Names and ISO 3166-1 alpha-3 codes from Babel (Unicode CLDR, Unicode licence), demonyms and capitals from countryinfo (MIT);
former states (ISO 3166-3 or, before it, none), short names and corrections by hand below. usage: python training/states.py
"""

import csv
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
    "Ireland": "Ireland", "Georgia": "Georgia (country)",
}  # fmt: skip
OTHER_NAMES = {
    "United States": "USA|US|U.S.|U.S.A.|United States of America|America", "United Kingdom": "UK|U.K.|Britain|Great Britain",
    "China": "People's Republic of China|PRC|PR China|Communist China|Mainland China", "Taiwan": "Republic of China|ROC|Chinese Taipei",
    "North Korea": "DPRK|Democratic People's Republic of Korea", "South Korea": "Republic of Korea|ROK", "Myanmar": "Burma",
    "Ivory Coast": "Côte d'Ivoire|Cote d'Ivoire", "Democratic Republic of the Congo": "DRC|DR Congo|Congo-Kinshasa|Zaire",
    "Republic of the Congo": "Congo|Congo-Brazzaville", "Eswatini": "Swaziland", "North Macedonia": "Macedonia|FYROM",
    "Czech Republic": "Czechia", "Russia": "Russian Federation", "Vatican City": "Vatican", "Cape Verde": "Cabo Verde",
    "Turkey": "Türkiye|Republic of Turkey", "Palestine": "State of Palestine", "Timor-Leste": "East Timor", "Iran": "Islamic Republic of Iran|Persia",
    "United Arab Emirates": "UAE|U.A.E.", "Georgia (country)": "Georgia", "Federated States of Micronesia": "Micronesia",
    "The Gambia": "Gambia", "The Bahamas": "Bahamas", "Sri Lanka": "Ceylon", "Thailand": "Siam", "Vietnam": "Viet Nam",
    "Germany": "Federal Republic of Germany", "Cambodia": "Kampuchea", "Syria": "Syrian Arab Republic", "Ireland": "Republic of Ireland",
    "São Tomé and Príncipe": "Sao Tome and Principe", "Kosovo": "Republic of Kosovo", "Belarus": "Byelorussia", "Moldova": "Republic of Moldova",
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
}  # fmt: skip
# title, code, names, demonyms, from, to
FORMER = [
    ("Soviet Union", "SUN", "USSR|U.S.S.R.|Soviets|Union of Soviet Socialist Republics|Soviet government", "Soviet", "1922", "1991"),
    ("Yugoslavia", "YUG", "SFR Yugoslavia", "Yugoslav|Yugoslavian", "1918", "2003"),
    ("Czechoslovakia", "CSK", "", "Czechoslovak|Czechoslovakian", "1918", "1992"),
    ("East Germany", "DDR", "GDR|German Democratic Republic", "East German", "1949", "1990"),
    ("West Germany", "DEU", "FRG", "West German", "1949", "1990"),
    ("Serbia and Montenegro", "SCG", "", "", "2003", "2006"),
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
    ("Khmer Republic", "KHM", "", "", "1970", "1975"), ("Tanganyika", "", "", "", "1961", "1964"), ("United Arab Republic", "", "UAR", "", "1958", "1971"),
]  # fmt: skip
SKIP = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}


def main() -> None:
    """Write the table, sorted by title."""
    names = Locale("en").territories
    alpha3 = {
        three: data for three, data in get_global("territory_aliases").items() if len(three) == 3 and three.isalpha()
    }
    by_two = {values[0]: three for three, values in alpha3.items() if len(values) == 1}
    rows = list(FORMER)
    for two, name in sorted(names.items()):
        if len(two) != 2 or not two.isalpha() or two in SKIP:
            continue
        title = TITLES.get(name, name.replace("&", "and").replace("St. ", "Saint ").replace("’", "'"))
        try:
            info = CountryInfo(two)
            demonym, code = info.demonym() or "", info.iso(3)
        except (CountryNotFoundError, KeyError, TypeError):
            demonym, code = "", by_two.get(two, "")
        demonyms = DEMONYMS.get(title, demonym.split(",")[0].strip())
        rows.append((title, code or by_two.get(two, ""), OTHER_NAMES.get(title, ""), demonyms, "", ""))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("title", "code", "names", "demonyms", "from", "to"))
        writer.writerows(sorted(rows))


if __name__ == "__main__":
    main()
