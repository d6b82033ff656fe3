"""What a map is drawn with: land and lakes at three scales, as polygons on the sphere.

land_*.shapes: no attributes. lakes_*.shapes: the first attribute is Natural Earth's scale rank, 0 for the largest lakes.
"""

from rings import polygons
from shapes import Shape
from stitch import stitch

SCALES = ("110m", "50m", "10m")
# Beyond this rank a lake at 1:10m is a few pixels on any map of a route.
LEAST_LAKE = 7
# The rank that Natural Earth gives to the island that it draws at 0° N 0° E.
NULL_ISLAND = 100


def build(layers):
    """The shapes of land and lakes, by the file that they go to."""
    files = {}
    for scale in SCALES:
        files[f"land_{scale}.shapes"] = [Shape(polygon) for polygon in land(layers, scale)]
        lakes = [
            Shape(polygon, (_rank(feature), 0))
            for feature in layers(f"physical/ne_{scale}_lakes")
            if _rank(feature) <= LEAST_LAKE
            for polygon in polygons(feature.parts)
        ]
        files[f"lakes_{scale}.shapes"] = lakes
    return files


def land(layers, scale):
    """The polygons of land."""
    features = layers(f"physical/ne_{scale}_land")
    return stitch([p for feature in features if _rank(feature) != NULL_ISLAND for p in polygons(feature.parts)])


def _rank(feature):
    return int(float(feature.attributes["SCALERANK"] or 0))
