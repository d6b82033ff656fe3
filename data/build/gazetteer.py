"""The gazetteer: populated places and every name that they are looked up by.

Places are numbered in the order of their folded main name, larger ones first, so that places of one name lie together.
Both files are compressed blocks behind an index (see encoding.blocks), so that a look-up inflates one block of keys and one of places.

places.blocks: PLACES_PER_BLOCK places a block, without labels. Raw, column by column: the names and then the admin1 codes,
each ended by a line feed; two letters of country each; varints of population, of latitude + 90 and of longitude + 180 in
1e-5 degree, and of the GeoNames number (0 if it has none).

place_keys.blocks: KEYS_PER_BLOCK folded names a block, sorted by their bytes, labelled by the first. Raw, column by
column, so that it packs well:

    varint          how many keys
    varint          the number of the first place whose main name is not before this block
    varint per key  how many bytes it shares with the previous key of the block
    per key         the rest of it, ended by a line feed
    varint per key  how many places have it as main name: they are the next ones in their order
    varint per key  how many places have it as another name
    bytes           the numbers of those other places: first the low bytes of all, then the middle ones, then the high ones
"""

import csv
import re
from os.path import commonprefix
from pathlib import Path

import encoding
from names import fold

PLACES_PER_BLOCK = 128
KEYS_PER_BLOCK = 512


def build(cities):
    """The files places.blocks and place_keys.blocks, by name, from GeoNames' cities and extra_places.csv."""
    places = [
        (fold(city["name"]), -city["population"], city["geonameid"], city) for city in [*cities.values(), *_extra()]
    ]
    places = [city for *_, city in sorted(places, key=lambda place: place[:3])]
    return {"places.blocks": _places(places), "place_keys.blocks": _keys(places)}


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


def _places(places):
    packed = []
    for start in range(0, len(places), PLACES_PER_BLOCK):
        block = places[start : start + PLACES_PER_BLOCK]
        raw = "".join(place["name"] + "\n" for place in block).encode()
        raw += "".join(place["admin1code"] + "\n" for place in block).encode()
        raw += "".join(place["countrycode"] for place in block).encode()
        raw += b"".join(encoding.varint(place["population"]) for place in block)
        raw += b"".join(encoding.varint(round((place["latitude"] + 90) * 1e5)) for place in block)
        raw += b"".join(encoding.varint(round((place["longitude"] + 180) * 1e5)) for place in block)
        raw += b"".join(encoding.varint(place["geonameid"]) for place in block)
        packed.append(("", raw))
    return encoding.varint(len(places)) + encoding.blocks(packed)


def _keys(places):
    main, other = {}, {}
    for number, place in enumerate(places):
        own = fold(place["name"])
        main.setdefault(own, []).append(number)
        for name in filter(_worth_keeping, place["alternatenames"]):
            key = fold(name)
            if key and key != own:
                other.setdefault(key, set()).add(number)
    keys = sorted(set(main) | set(other), key=str.encode)
    packed, next_place = [], 0
    for start in range(0, len(keys), KEYS_PER_BLOCK):
        block = keys[start : start + KEYS_PER_BLOCK]
        shared, rest, counts, other_counts, numbers = bytearray(), bytearray(), bytearray(), bytearray(), []
        raw = encoding.varint(len(block)) + encoding.varint(next_place)
        previous = b""
        for key in block:
            encoded = key.encode()
            common = len(commonprefix([encoded, previous]))
            shared += encoding.varint(common)
            rest += encoded[common:] + b"\n"
            previous = encoded
            own, others = main.get(key, []), sorted(other.get(key, ()))
            if own and own != list(range(next_place, next_place + len(own))):
                raise ValueError(f"the places called {key} don't follow each other")
            next_place += len(own)
            counts += encoding.varint(len(own))
            other_counts += encoding.varint(len(others))
            numbers += others
        raw += shared + rest + counts + other_counts
        raw += b"".join(bytes(number >> shift & 0xFF for number in numbers) for shift in (0, 8, 16))
        packed.append((block[0], bytes(raw)))
    return encoding.blocks(packed)


def _worth_keeping(name):
    # GeoNames lists machine transliterations ("hai si ting si" for Hastings) in lower case; people don't write those.
    return not (name == name.lower() and re.match("[a-zà-ɏ]", name))
