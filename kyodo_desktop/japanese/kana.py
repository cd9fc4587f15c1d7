"""Kana as it is typed, to kana as it is kept."""

import unicodedata

import jaconv


def to_katakana(text: str) -> str:
    """Return a reading in full-width katakana; hiragana and half-width kana are taken too."""
    return str(jaconv.hira2kata(jaconv.h2z(text, kana=True, ascii=False, digit=False))).strip()


def is_reading(text: str) -> bool:
    """Tell whether `text` holds no kanji, so that it can be a reading."""
    return not any("CJK" in unicodedata.name(letter, "") for letter in text)
