"""Populated places: their names, and what is known of each.

Places are numbered in the order of their folded main name, larger ones first, so that places of one name lie together and
are found by it.

place_names.blocks: compressed blocks (see encoding.blocks) of PLACES_PER_BLOCK names, each ended by a line feed; a block is
labelled by its first name, folded.

places.table: a place is a few bits counted from what the places of its first-level division have in common:

    varint               how many places
    varint               how many countries
    per country:
        bytes            its two letters
        varint           how many divisions of it have places
        per division:
            text         its code
            zigzag each  the least latitude and longitude in 1e-5 degree, and the least GeoNames number, of its places; each
                         from that of the division before
            bytes        how many bits what goes beyond these takes: of the latitude, of the longitude, of the number
    varint per block     the length of its records in bytes
    records, block by block, in bits (see bits): the number of the division, of as many bits as the largest needs; latitude,
                         longitude and GeoNames number (0 if it has none) from the least of the division; how many bits the
                         population has, in five bits, and those but the first, which is a one
"""

import encoding
from bits import Bits
from names import fold

PLACES_PER_BLOCK = 128


def build(places):
    """The files of places, by name; `places` are GeoNames' rows in their order."""
    blocks = [places[start : start + PLACES_PER_BLOCK] for start in range(0, len(places), PLACES_PER_BLOCK)]
    names = [(fold(block[0]["name"]), "".join(place["name"] + "\n" for place in block).encode()) for block in blocks]
    divisions = _divisions(places)
    numbers = {division: number for number, division in enumerate(divisions)}
    records = [_records(block, divisions, numbers) for block in blocks]
    table = encoding.varint(len(places)) + _listed(divisions)
    table += b"".join(encoding.varint(len(record)) for record in records) + b"".join(records)
    # Eight bytes of nothing, so that a reader may take eight bytes at a time.
    return {"place_names.blocks": encoding.blocks(names), "places.table": table + bytes(8)}


def _division(place):
    return place["countrycode"], place["admin1code"]


def _numbers(place):
    """Latitude, longitude and GeoNames number."""
    return round(place["latitude"] * 1e5), round(place["longitude"] * 1e5), place["geonameid"]


def _divisions(places):
    """The least of the numbers of each division's places, and the width of what goes beyond; by country and code, sorted."""
    members = {}
    for place in places:
        members.setdefault(_division(place), []).append(_numbers(place))
    result = {}
    for division in sorted(members):
        columns = list(zip(*members[division]))
        result[division] = [(min(column), (max(column) - min(column)).bit_length()) for column in columns]
    return result


def _listed(divisions):
    by_country = {}
    for (country, code), numbers in divisions.items():
        by_country.setdefault(country, []).append((code, numbers))
    out = encoding.varint(len(by_country))
    before = [0, 0, 0]
    for country, rows in by_country.items():
        out += country.encode() + encoding.varint(len(rows))
        for code, numbers in rows:
            out += encoding.text(code)
            out += b"".join(encoding.zigzag(least - last) for (least, _), last in zip(numbers, before))
            out += bytes(width for _, width in numbers)
            before = [least for least, _ in numbers]
    return out


def _records(block, divisions, numbers):
    bits, width = Bits(), (len(divisions) - 1).bit_length()
    for place in block:
        division = _division(place)
        bits.put(numbers[division], width)
        for number, (least, beyond) in zip(_numbers(place), divisions[division]):
            bits.put(number - least, beyond)
        length = place["population"].bit_length()
        bits.put(length, 5)
        if length:
            bits.put(place["population"] - (1 << length - 1), length - 1)
    return bits.bytes()
