"""geojson-validator finds nothing invalid in the files that are named.

What it calls problematic and RFC 7946 allows stays: a train that turns round passes a vertex twice, and a long track has
more than a thousand of them. It takes 180 for -180, and so every line that ends at 180, as the RFC has it, for one that
crosses there: what crosses is looked for here instead.
"""

import json
import sys

import geojson_validator
from loguru import logger

ALLOWED = {"duplicate_nodes", "excessive_vertices", "crosses_antimeridian"}


def crosses(coordinates):
    """Whether a line jumps from one side of the map to the other, but along a pole, which is a line there."""
    if isinstance(coordinates[0], (int, float)):
        return False
    if isinstance(coordinates[0][0], (int, float)):
        return any(abs(a[0] - b[0]) > 180 and (abs(a[1]), abs(b[1])) != (90, 90) for a, b in zip(coordinates, coordinates[1:]))
    return any(crosses(part) for part in coordinates)


logger.remove()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        collection = json.load(file)
    structure = geojson_validator.validate_structure(collection)
    found = geojson_validator.validate_geometries(collection)
    problematic = set(found["problematic"]) - ALLOWED
    if structure or found["invalid"] or problematic:
        sys.exit(f"{path}: {structure} {found['invalid']} {problematic}")
    geometries = (feature["geometry"] for feature in collection["features"])
    if any(crosses(geometry["coordinates"]) for geometry in geometries if geometry):
        sys.exit(f"{path}: a line is not cut at 180 degrees")
print(f"geojson-validator finds nothing invalid in {len(sys.argv) - 1} files")
