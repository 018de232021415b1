"""Months in the languages that English texts quote: word → language code. Only words that English itself has not.

Such a date is found by its month and read by dateparser in that language; "august" of a German text is English too and not here.
"""

_MONTHS = {
    "fr": "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre",
    "de": "januar jänner februar märz mai juni juli oktober dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre dicembre",
    "pt": "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro",
    "nl": "januari februari maart mei juni juli augustus oktober",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "sv": "januari februari mars maj juni juli augusti oktober",
    "da": "januar februar marts maj juni juli oktober december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie",
    "hu": "január február március április május június július augusztus szeptember október",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь февраль март апрель май июнь июль "
          "август сентябрь октябрь ноябрь декабрь",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}  # fmt: skip
_ENGLISH = frozenset({"december", "september", "november", "april", "august", "mars", "maria"})
FOREIGN_MONTHS = {
    word: language for language, said in reversed(_MONTHS.items()) for word in said.split() if word not in _ENGLISH
}
# what may stand between a day, a month and a year: "12 de octubre de 1492"
PARTICLES = ("de", "del", "di")
# languages that write months with a capital
CAPITAL_MONTHS = ("de", "tr")
