"""How names are compared, and what countries are called.

`fold` is what src/world/gazetteer/fold.rs does: two names are the same if they fold to the same key.
"""

import csv
import unicodedata
from pathlib import Path

SINGLE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "ı": "i"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ"}
)


def fold(name):
    """Lower case, without accents, spaces and punctuation. Scripts other than Latin, Greek and Cyrillic stay as they are."""
    lower = "".join(map(str.lower, unicodedata.normalize("NFKD", name)))
    letters = unicodedata.normalize("NFKD", lower).translate(SINGLE)
    return "".join(character for character in letters if not _dropped(character))


def _dropped(character):
    code = ord(character)
    return (
        (code < 0x80 and not character.isalnum())  # spaces and punctuation of ASCII
        or 0x80 <= code <= 0xBF  # those of Latin-1
        or 0x2B0 <= code <= 0x36F  # modifier letters, combining accents
        or 0x2000 <= code <= 0x206F  # dashes, quotation marks, joiners
        or 0x3000 <= code <= 0x303F  # CJK punctuation
        or code == 0x30FB  # katakana middle dot
    )


def countries(features, geonames):
    """country_names.tsv: folded name, code. The first to claim a name keeps it: ours, GeoNames', Natural Earth's."""
    codes = {}
    for row in csv.DictReader((Path(__file__).parent / "country_names.csv").open(encoding="utf-8")):
        codes.setdefault(fold(row["name"]), row["code"])
    for code, country in geonames.items():
        for name in (country["name"], country["iso3"], code):
            codes.setdefault(fold(name), code)
    for feature in features:
        row = feature.attributes
        code = row["ISO_A2_EH"]
        if code == "-99" or (code in geonames and row["ADM0_A3"] != geonames[code]["iso3"] and code in _shared(features)):
            continue
        for column in ("NAME", "NAME_LONG", "NAME_EN", "FORMAL_EN", "NAME_ALT", "BRK_NAME", "ADMIN"):
            for name in row[column].split(", ") if column == "NAME_ALT" else [row[column]]:
                if len(fold(name)) > 2:
                    codes.setdefault(fold(name), code)
    return "".join(f"{name}\t{code}\n" for name, code in sorted(codes.items())).encode()


def _shared(features):
    codes = [feature.attributes["ISO_A2_EH"] for feature in features]
    return {code for code in codes if codes.count(code) > 1}
