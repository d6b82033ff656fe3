"""Countries at 1:10m in both points of view.

countries_10m.shapes: polygons whose two attributes are their owners, de facto and recognised: rows of countries.tsv counted
from 1, or 0 where the polygon is not part of that view. What the views agree on is stored once.

countries.tsv: one row per feature of Natural Earth, in its order: code (ISO 3166-1 alpha-2, empty if none), ADM0_A3,
whether it is the main feature of that code, whether the recognised view has it, name, short name for a map, where the
label stands (lon, lat), from and to which zoom level Natural Earth shows it, and its label rank.
"""

import csv
from pathlib import Path

from dissolve import dissolve
from rings import UNITS_PER_DEGREE, contains, polygons
from shapes import Shape

LANGUAGES = ("uk", "ru", "ko", "zh", "ja")

LAYER = "cultural/ne_10m_admin_0_countries"

# Where Natural Earth's English name is another island's (the Spratlys) or not the usual one.
NAMES = {"PGA": "Spratly Islands", "CHN": "China", "CZE": "Czechia", "NLD": "Netherlands", "CYN": "Northern Cyprus"}


def build(layers):
    """The shapes of countries_10m.shapes, and the file countries.tsv."""
    features = layers(LAYER)
    owner = {feature.attributes["ADM0_A3"]: number for number, feature in enumerate(features, 1)}
    de_facto = {feature.attributes["ADM0_A3"]: polygons(feature.parts) for feature in features}
    recognised, gone = recognise(de_facto)

    shapes = []
    for code, number in owner.items():
        agreed = {_key(polygon) for polygon in recognised.get(code, [])}
        for polygon in de_facto[code]:
            shapes.append(Shape(polygon, (number, number if _key(polygon) in agreed else 0)))
        known = {_key(polygon) for polygon in de_facto[code]}
        for polygon in recognised.get(code, []):
            if _key(polygon) not in known:
                shapes.append(Shape(polygon, (0, number)))
    return shapes, table(features, gone)


def languages(layers):
    """country_languages.tsv: ADM0_A3 and the name in each of LANGUAGES, Natural Earth's unless country_languages.csv has a shorter one."""
    with (Path(__file__).parent / "country_languages.csv").open(encoding="utf-8") as file:
        own = {row["a3"]: [row[language] for language in LANGUAGES] for row in csv.DictReader(file)}
    rows = []
    for feature in layers(LAYER):
        a3 = feature.attributes["ADM0_A3"]
        names = own.get(a3, [feature.attributes[f"NAME_{language.upper()}"] for language in LANGUAGES])
        rows.append("\t".join([a3, *names]) + "\n")
    return "".join(rows).encode()


def recognise(de_facto):
    """The polygons of each country with recognised.csv applied, and the countries that are gone then."""
    result = {code: list(parts) for code, parts in de_facto.items()}
    touched = []
    for row in csv.DictReader((Path(__file__).parent / "recognised.csv").open(encoding="utf-8")):
        parts = result[row["from"]]
        if row["cut_along"]:
            parts = _cut(parts, *(_point(end) for end in row["cut_along"].split("|")))
        moved = parts
        if row["lon"]:
            moved = [part for part in parts if contains(part[0], _point(f"{row['lon']} {row['lat']}"))]
        if not moved:
            raise ValueError(f"{row['from']} has no part at {row['lon']} {row['lat']}")
        result[row["from"]] = [part for part in parts if part not in moved]
        result[row["to"]] += moved
        touched.append(row["to"])
    for code in touched:
        result[code] = dissolve(result[code])
    gone = {code for code, parts in result.items() if not parts}
    return result, gone


def table(features, gone):
    """countries.tsv."""
    rows = []
    for feature in features:
        row = feature.attributes
        code = row["ISO_A2_EH"] if row["ISO_A2_EH"] != "-99" else ""
        alone = sum(other.attributes["ISO_A2_EH"] == code for other in features) == 1
        main = alone or row["ADM0_A3"] == row["ISO_A3_EH"]
        rows.append(
            [
                code,
                row["ADM0_A3"],
                "main" if main and code else "",
                "" if row["ADM0_A3"] in gone else "recognised",
                NAMES.get(row["ADM0_A3"], row["NAME_EN"]),
                row["NAME"],
                f"{float(row['LABEL_X']):.5f}",
                f"{float(row['LABEL_Y']):.5f}",
                f"{float(row['MIN_LABEL']):g}",
                f"{float(row['MAX_LABEL']):g}",
                str(int(float(row["LABELRANK"]))),
            ]
        )
    return "".join("\t".join(row) + "\n" for row in rows).encode()


def _cut(parts, start, end):
    """The polygon that has both points as vertices, cut in two along the line between them."""
    result = []
    for part in parts:
        ring = part[0]
        if start in ring and end in ring:
            first, last = sorted((ring.index(start), ring.index(end)))
            result += [[ring[first : last + 1]], [ring[last:] + ring[: first + 1]]]
        else:
            result.append(part)
    if len(result) == len(parts):
        raise ValueError(f"no polygon has the vertices {start} and {end}")
    return result


def _point(words):
    lon, lat = (float(word) for word in words.split())
    return round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)


def _key(polygon):
    """The same for the same rings, wherever they start."""
    return tuple(tuple(ring[(at := ring.index(min(ring))) :] + ring[:at]) for ring in polygon)
