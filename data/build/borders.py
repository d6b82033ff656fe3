"""Land borders at three scales, each line with a class per point of view.

borders_*.shapes: lines whose two attributes are their class de facto and recognised: 0 not drawn, else as in CLASSES. De
facto is Natural Earth's FEATURECLA; recognised_borders.csv says what differs, by Natural Earth's number of the line, which
is the same at all scales. Its row without a number is a line that Natural Earth does not have.
"""

import csv
from pathlib import Path

from drawing import SCALES
from rings import to_grid
from shapes import Shape

CLASSES = {"": 0, "international": 1, "disputed": 2, "line-of-control": 3, "indefinite": 4, "lease": 5}

FEATURECLA = {
    "International boundary (verify)": "international",
    "Disputed (please verify)": "disputed",
    "Claim boundary": "disputed",
    "Line of control (please verify)": "line-of-control",
    "Unrecognized": "line-of-control",  # a stretch of Cyprus' ceasefire line
    "Indefinite (please verify)": "indefinite",
    "Indeterminant frontier": "indefinite",
    "Lease limit": "lease",
    "Overlay limit": "",  # the edge of a demilitarised zone, no border
}


def build(layers):
    """The shapes of borders, by the file that they go to."""
    rows = list(csv.DictReader((Path(__file__).parent / "recognised_borders.csv").open(encoding="utf-8")))
    recognised = {row["ne_id"]: CLASSES[row["class"]] for row in rows if row["ne_id"]}
    files, used = {}, set()
    for scale in SCALES:
        lines = []
        for feature in layers(f"cultural/ne_{scale}_admin_0_boundary_lines_land"):
            number = str(int(float(feature.attributes["NE_ID"])))
            de_facto = CLASSES[FEATURECLA[feature.attributes["FEATURECLA"]]]
            classes = (de_facto, recognised.get(number, de_facto))
            used.add(number)
            if any(classes):
                lines += [Shape([to_grid(part)], classes, is_line=True) for part in feature.parts]
        for row in rows:
            if not row["ne_id"]:
                points = [tuple(map(float, point.split())) for point in row["line"].split("|")]
                lines.append(Shape([to_grid(points)], (0, CLASSES[row["class"]]), is_line=True))
        files[f"borders_{scale}.shapes"] = lines
    if missing := recognised.keys() - used:
        raise ValueError(f"Natural Earth has no lines {sorted(missing)}")
    return files
