"""Cities for orientation: the few that a map names although its route has nothing to do with them.

cities.tsv: one row per city, the most important first: name, country (ISO 3166-1 alpha-2), latitude, longitude, and its
isolation: how many kilometres it is to the next more important city. Whoever takes the cities of an isolation over 500 km has
none that are nearer to each other than that, and of any two neighbours the larger one. A capital counts as much as another
city of CAPITAL times as many people.
"""

import csv
import math
from pathlib import Path

LEAST_POPULATION = 30_000
LEAST_ISOLATION_KM = 100
CAPITAL = 4
EARTH_KM = 6371.0

# Quarters and villages for which GeoNames counts the people of a city that has another name: Mosul, Hotan, Basra, Guntur.
NO_CITIES = {"Al Mawşil al Jadīdah", "Gujangbagh", "Al Başrah al Qadīmah", "Rasapūdipalem"}


def build(places, countries):
    """The file; `places` and `countries` are GeoNames'."""
    cities = [(_importance(place, countries), place) for place in places if place["name"] not in NO_CITIES]
    cities = sorted((city for city in cities if city[0]), key=lambda city: (-city[0], city[1]["geonameid"]))
    rows, kept = [], []
    for _, place in cities:
        at = _vector(place)
        isolation = min((_distance_km(at, other) for other in kept), default=math.pi * EARTH_KM)
        if isolation >= LEAST_ISOLATION_KM:
            kept.append(at)
            position = f"{place['latitude']:.2f}", f"{place['longitude']:.2f}"
            rows.append("\t".join((place["name"], place["countrycode"], *position, str(int(isolation)))) + "\n")
    return "".join(rows).encode()


def languages():
    """city_languages.tsv: name, country, and the name in each of the languages of city_languages.csv, as it stands there."""
    with (Path(__file__).parent / "city_languages.csv").open(encoding="utf-8") as file:
        return "".join("\t".join(row) + "\n" for row in list(csv.reader(file))[1:]).encode()


def _importance(place, countries):
    capital = countries.get(place["countrycode"], {}).get("capital")
    if capital and capital in (place["name"], *place["alternatenames"]) and place["population"] > LEAST_POPULATION:
        return CAPITAL * place["population"]
    return place["population"] if place["population"] > LEAST_POPULATION else 0


def _vector(place):
    lat, lon = math.radians(place["latitude"]), math.radians(place["longitude"])
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _distance_km(a, b):
    return EARTH_KM * math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))
