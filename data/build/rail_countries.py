"""Which countries a line of rails is in, in the recognised view of data/world.

Natural Earth's borders are off by about a kilometre and drawn tracks by more, so a line near a border is in either country: a
stretch is for certain in a country only where no other one is within MARGIN_KM.
"""

from bisect import bisect_right
from math import cos, radians

import countries
from rail_lines import KM_PER_UNIT, UNITS_PER_DEGREE, fill
from rings import UNITS_PER_DEGREE as FINE_UNITS
from rings import edges

MARGIN_KM = 5.0
# The compass, and the middle.
_ROUND = [(0, 0), *((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y)]
# A row of the map is so many units of 1e-3 degree high.
_ROW = 10


class Map:
    """The countries as rows of stretches from west to east."""

    def __init__(self, layers):
        features = layers(countries.LAYER)
        code = {f.attributes["ADM0_A3"]: f.attributes["ISO_A2_EH"] for f in features}
        parts, _ = countries.recognise({f.attributes["ADM0_A3"]: countries.polygons(f.parts) for f in features})
        rows = {}
        for a3, polygons in parts.items():
            if code[a3] == "-99":
                continue
            for number, polygon in enumerate(polygons):
                crossings = {}
                for ring in polygon:
                    for start, end in edges(ring):
                        _cross(crossings, start, end)
                for row, xs in crossings.items():
                    xs.sort()
                    rows.setdefault(row, []).extend((west, east, code[a3]) for west, east in zip(xs[::2], xs[1::2]))
        self.rows = {row: sorted(stretches) for row, stretches in rows.items()}

    def at(self, lat, lon):
        """The country's code at a position in units of 1e-3 degree; None at sea."""
        stretches = self.rows.get(round(lat / _ROW), ())
        here = bisect_right(stretches, (lon, 1e9, ""))
        # Stretches of one row do not overlap, but for enclaves' outlines rounded apart.
        if here and stretches[here - 1][1] >= lon:
            return stretches[here - 1][2]
        return None

    def around(self, position):
        """The countries within MARGIN_KM of the position."""
        lat, lon = position
        high = MARGIN_KM / KM_PER_UNIT
        wide = high / max(0.1, cos(radians(lat / UNITS_PER_DEGREE)))
        found = set()
        for x, y in _ROUND:
            # The corners of the square are drawn in to the circle.
            reach = 0.7 if x and y else 1.0
            found.add(self.at(lat + y * reach * high, lon + x * reach * wide))
        return found - {None}

    def parts(self, line):
        """The line cut at the borders: per part the country that it enters for certain ("" if none), all that it comes
        near to, sorted, and its positions."""
        dense = fill(line, 1.0)
        around = [self.around(position) for position in dense]
        certain = [(index, *near) for index, near in enumerate(around) if len(near) == 1]
        cuts = [0]
        for (last, one), (first, other) in zip(certain, certain[1:]):
            if one != other:
                inside = [index for index in range(last, first) if self.at(*dense[index]) == one]
                cuts.append(min(max(inside[-1] if inside else (last + first) // 2, cuts[-1] + 1), len(dense) - 2))
        cuts.append(len(dense) - 1)
        result = []
        for start, end in zip(cuts, cuts[1:]):
            if start < end:
                entered = next((country for index, country in certain if start <= index <= end), "")
                near = set().union(*around[start : end + 1])
                result.append((entered, tuple(sorted(near)), dense[start : end + 1]))
        return result


def _cross(crossings, start, end):
    """Notes where an edge, on the grid of 1e-5 degree, crosses the middle of each row."""
    (ax, ay), (bx, by) = sorted((start, end), key=lambda point: point[1])
    fine = FINE_UNITS // UNITS_PER_DEGREE
    height = _ROW * fine
    for row in range(-(-ay // height), -(-by // height)):
        x = ax + (bx - ax) * (row * height - ay) / (by - ay)
        crossings.setdefault(row, []).append(x / fine)
