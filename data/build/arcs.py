"""A store of arcs: stretches of outline that several shapes run along, each of them stored once.

The coast of a country is the coast of its land, a border is the edge of two countries in two points of view, and a line of
its own. So all paths of a scale are cut where they part, and at their own ends; the arcs between are stored once, and a
path is a list of them, each walked forward or backward. An arc has no position, only steps: where a path is, the path says.

The file, arc by arc:

    varint    32 times the number of steps, and the width
    bits      per step, in longitude and in latitude, in 1e-5 degree, both as zigzag numbers: how many times each holds
              2^width, as so many zeros and a one; then the rest of each, `width` bits (see bits)

and after the last arc eight bytes of nothing, so that a reader may take eight bytes at a time. A step is never longer than
56 bits, which a reader has at least once it has filled up its eight bytes.

This is Golomb's code (1966) with Rice's parameters (1979): short for steps of about one length, which those of a coast are.
"""

from bits import Bits
from encoding import varint
from rings import TURN

WORD = 56


class Store:
    """Arcs of all the paths that it is made for."""

    def __init__(self, paths):
        self.data = bytearray()
        self._placed = {}
        self._corners = _corners(paths)

    def arcs(self, path):
        """The arcs that a path runs along: where each lies in the file, where it ends there, and whether it is walked backward."""
        start = 0
        for end in range(1, len(path)):
            if end == len(path) - 1 or on_earth(path[end]) in self._corners:
                yield self._arc(path[start : end + 1])
                start = end

    def file(self):
        """The arcs that paths have run along."""
        return bytes(self.data) + bytes(8)

    def _arc(self, points):
        forward = _key(points)
        backward = _key(points[::-1])
        if backward in self._placed:
            return *self._placed[backward], True
        if forward not in self._placed:
            offset = len(self.data)
            self.data += _packed(forward[1])
            self._placed[forward] = offset, len(self.data)
        return *self._placed[forward], False


def on_earth(point):
    """The point with its longitude from -180° to below 180°."""
    lon, lat = point
    return (lon + TURN // 2) % TURN - TURN // 2, lat


def _corners(paths):
    """Where paths begin, end, branch or turn back: what all of them are cut at."""
    corners, beside = set(), {}
    for path in paths:
        points = [on_earth(point) for point in path]
        corners |= {points[0], points[-1]}
        for here, there in zip(points, points[1:]):
            beside.setdefault(here, set()).add(there)
            beside.setdefault(there, set()).add(here)
    return corners | {point for point, others in beside.items() if len(others) != 2}


def _key(points):
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in zip(points, points[1:])]
    return on_earth(points[0]), tuple(steps)


def _packed(steps):
    pairs = [tuple(2 * number if number >= 0 else -2 * number - 1 for number in step) for step in steps]
    width = min((width for width in range(32) if _fits(pairs, width)), key=lambda width: _bits(pairs, width))
    bits = Bits()
    for pair in pairs:
        for number in pair:
            bits.put(1 << (number >> width), (number >> width) + 1)
        for number in pair:
            bits.put(number & (1 << width) - 1, width)
    return varint(len(steps) << 5 | width) + bits.bytes()


def _fits(pairs, width):
    return all(_bits([pair], width) <= WORD for pair in pairs)


def _bits(pairs, width):
    return sum((x >> width) + (y >> width) + 2 + 2 * width for x, y in pairs)
