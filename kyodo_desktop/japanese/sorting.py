"""五十音順: a sort key that is the same on every system, and the row of the index strip."""

import re
import unicodedata

import jaconv

from kyodo_desktop.japanese.folding import without_legal_form

OTHER_ROW = "他"
"""The row of names that begin with no kana."""

_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_BY_VOWEL = {
    "あ": "あかさたなはまやらわゃぁゎ",
    "い": "いきしちにひみりゐぃ",
    "う": "うくすつぬふむゆるゅぅっ",
    "え": "えけせてねへめれゑぇ",
    "お": "おこそとのほもよろをょぉ",
}
_VOWEL_OF = {letter: vowel for vowel, letters in _BY_VOWEL.items() for letter in letters}
_ROWS = {
    "あ": "あいうえお",
    "か": "かきくけこ",
    "さ": "さしすせそ",
    "た": "たちつてと",
    "な": "なにぬねの",
    "は": "はひふへほ",
    "ま": "まみむめも",
    "や": "やゆよ",
    "ら": "らりるれろ",
    "わ": "わゐゑをん",
}
INDEX_ROWS = "".join(_ROWS)

_READ_FORMS = (
    "(?:(?:とくれい)?にんてい)?(?:とくていひえいりかつどう|えぬぴーおー|[nｎ][pｐ][oｏ])ほうじん",
    "(?:いっぱん|こうえき)?(?:しゃだん|ざいだん)ほうじん",
    "(?:しゃかいふくし|がっこう|こくりつだいがく|いりょう|しゅうきょう)ほうじん",
    "(?:かぶしき|ゆうげん|ごうどう|ごうし|ごうめい)[かが]いしゃ",
)
_FORM = "(?:" + "|".join(_READ_FORMS) + ")"
_READ_FORM = re.compile(rf"^{_FORM}[\s・]*|[\s・]*{_FORM}$", re.IGNORECASE)
"""A legal form at either end of a name as a clerk may have written its reading."""


def sort_key(reading: str) -> str:
    """Return the key for 五十音順 of a reading (or, for want of one, a name) without its legal form.

    Voiced, small and long kana sort as plain ones first (コーヒー beside こおひい) and only then apart.
    """
    read = str(jaconv.kata2hira(reading)).strip()
    plain = _READ_FORM.sub("", read) or read
    kana = jaconv.kata2hira(without_legal_form(plain)).replace("・", "").replace(" ", "")
    return f"{_primary(kana)}\x1f{kana}"


def index_row(reading: str) -> str:
    """Return the row of the index strip, one of あかさたなはまやらわ or 他."""
    first = sort_key(reading)[0]
    return next((row for row, letters in _ROWS.items() if first in letters), OTHER_ROW)


def _primary(kana: str) -> str:
    letters: list[str] = []
    for letter in unicodedata.normalize("NFD", kana):
        if unicodedata.combining(letter):
            continue
        if letter == "ー":
            letters.append(_VOWEL_OF.get(letters[-1], "") if letters else "")
        else:
            letters.append(letter.translate(_SMALL))
    return "".join(letters)
