"""Names of scripts, by the first word of the names that Unicode gives their characters."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "ARABIC": ("Arab", "Arabic"),
    "BALINESE": ("Bali", "Balinese"),
    "BATAK": ("Batak", "Batak"),
    "BENGALI": ("Bengali", "Bengali"),
    "BUGINESE": ("Lontara", "Lontara"),
    "CJK": ("Han", "Han"),
    "DEVANAGARI": ("Dewanagari", "Devanagari"),
    "EMOJI": ("emoji dan lambang", "emoji and symbols"),
    "HANGUL": ("Korea", "Korean"),
    "HEBREW": ("Ibrani", "Hebrew"),
    "HIRAGANA": ("Jepang", "Japanese"),
    "JAVANESE": ("Jawa", "Javanese"),
    "KATAKANA": ("Jepang", "Japanese"),
    "OTHER": ("lainnya", "other"),
    "REJANG": ("Rejang", "Rejang"),
    "SUNDANESE": ("Sunda", "Sundanese"),
    "TAMIL": ("Tamil", "Tamil"),
    "THAI": ("Thai", "Thai"),
}
