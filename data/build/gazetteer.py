"""The gazetteer: populated places and every name that they are looked up by.

A place is found by its main name in the files of places.py. place_keys.blocks has the other names that it may be called:
compressed blocks (see encoding.blocks) of KEYS_PER_BLOCK folded names, sorted by their bytes, labelled by the first. Raw,
column by column, so that it packs well:

    varint          how many keys
    varint per key  how many bytes it shares with the previous key of the block
    per key         the rest of it, ended by a line feed
    varint per key  how many places have it as another name
    bytes           the numbers of those places: first the low bytes of all, then the middle ones, then the high ones
"""

import csv
import re
from os.path import commonprefix
from pathlib import Path

import encoding
import places
from names import fold

KEYS_PER_BLOCK = 512


def build(cities):
    """The files of the gazetteer, by name, from GeoNames' cities and extra_places.csv."""
    rows = [(fold(city["name"]), -city["population"], city["geonameid"], city) for city in [*cities.values(), *_extra()]]
    rows = [city for *_, city in sorted(rows, key=lambda row: row[:3])]
    return places.build(rows) | {"place_keys.blocks": _keys(rows)}


def _extra():
    for row in csv.DictReader((Path(__file__).parent / "extra_places.csv").open(encoding="utf-8")):
        yield {
            "name": row["name"],
            "countrycode": row["country"],
            "admin1code": row["admin1"],
            "latitude": float(row["lat"]),
            "longitude": float(row["lon"]),
            "population": int(row["population"]),
            "alternatenames": row["alternate_names"].split("|"),
            "geonameid": 0,
        }


def _keys(rows):
    bearers = {}
    for number, place in enumerate(rows):
        own = fold(place["name"])
        for name in filter(_worth_keeping, place["alternatenames"]):
            key = fold(name)
            if key and key != own:
                bearers.setdefault(key, set()).add(number)
    keys = sorted(bearers, key=str.encode)
    packed = []
    for start in range(0, len(keys), KEYS_PER_BLOCK):
        block = keys[start : start + KEYS_PER_BLOCK]
        shared, rest, counts, numbers = bytearray(), bytearray(), bytearray(), []
        previous = b""
        for key in block:
            encoded = key.encode()
            common = len(commonprefix([encoded, previous]))
            shared += encoding.varint(common)
            rest += encoded[common:] + b"\n"
            previous = encoded
            counts += encoding.varint(len(bearers[key]))
            numbers += sorted(bearers[key])
        raw = encoding.varint(len(block)) + shared + rest + counts
        raw += b"".join(bytes(number >> shift & 0xFF for number in numbers) for shift in (0, 8, 16))
        packed.append((block[0], raw))
    return encoding.blocks(packed)


def _worth_keeping(name):
    # GeoNames lists machine transliterations ("hai si ting si" for Hastings) in lower case; people don't write those.
    return not (name == name.lower() and re.match("[a-zà-ɏ]", name))
