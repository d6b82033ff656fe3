"""Takes out the cuts at ±180° and at the south pole, so that rings are true rings on the sphere.

A shapefile holds a map from -180° to 180°: Chukotka's ring is cut in two, Antarctica's runs along the cut down to the pole
and back. Here the pieces are joined again. Longitudes are unwrapped, so that they go on beyond ±180°: a step between
neighbouring points is the true one. Only Antarctica's ring does not come back to where it began: its last point is its
first, a whole turn further.
"""

from typing import NamedTuple

from rings import TURN, UNITS_PER_DEGREE, assemble, bounds, doubled_area

SEAM = TURN // 2
# How far from ±180° a point still counts as on the cut (1:50m has some at 179.9992°), and how far apart in latitude the two
# ends of one coast may be (1:10m: up to 0.0015°).
ON_SEAM, SAME_COAST = 100, UNITS_PER_DEGREE // 200
NEAR_POLE = round(-89.9 * UNITS_PER_DEGREE)


class Cut(NamedTuple):
    """A run of points along the cut: it is entered at one and left at another, each as (longitude, latitude)."""

    entered: tuple
    left: tuple


class Chain(NamedTuple):
    """A stretch of coast from where one cut is left to where the next is entered, with the numbers of those cuts."""

    points: list
    after: int
    before: int


def stitch(polygons):
    """The polygons with cut ones joined; nothing else changes."""
    whole, cuts, chains, holes = [], [], [], []
    for exterior, *inner in polygons:
        holes += inner
        exterior = [_snapped(point) for point in exterior]
        runs = _runs(exterior)
        if not runs:
            whole.append(exterior)
            continue
        first = len(cuts)
        cuts += [Cut(exterior[start], exterior[end]) for start, end in runs]
        for index, (_, end) in enumerate(runs):
            following = (index + 1) % len(runs)
            start = runs[following][0]
            points = exterior[end : start + 1] if end < start else exterior[end:] + exterior[: start + 1]
            chains.append(Chain(points, first + index, first + following))
    return assemble(whole + _joined(cuts, chains), holes)


def _snapped(point):
    lon, lat = point
    return (SEAM if lon > 0 else -SEAM, lat) if abs(lon) >= SEAM - ON_SEAM else point


def _runs(ring):
    """Start and end of each run of two or more points along the cut."""
    on_cut = [abs(lon) == SEAM or lat <= NEAR_POLE for lon, lat in ring]
    if not any(on_cut):
        return []
    count = len(ring)
    starts = [i for i in range(count) if on_cut[i] and not on_cut[i - 1]]
    runs = []
    for start in starts:
        length = next(n for n in range(count) if not on_cut[(start + n) % count])
        if length > 1:
            runs.append((start, (start + length - 1) % count))
    return runs


def _joined(cuts, chains):
    partner = _partners(cuts)
    leaving = {chain.after: chain for chain in chains}
    rings, done = [], set()
    for first in chains:
        if first.after in done:
            continue
        ring, offset, chain = [], 0, first
        while True:
            done.add(chain.after)
            # A chain's first point is the last one of the chain before it.
            ring += [(lon + offset, lat) for lon, lat in chain.points[1:]]
            other = partner[chain.before]
            if other is None:
                ring[-1] = (ring[-1][0], (cuts[chain.before].entered[1] + cuts[chain.before].left[1]) // 2)
                other = chain.before
            offset += chain.points[-1][0] - cuts[other].left[0]
            chain = leaving[other]
            if chain is first:
                break
        if offset:
            lon, lat = ring[-1]
            ring.insert(0, (lon - offset, lat))
            rings.append(ring)
        else:
            rings.append(_centred(ring))
    return rings


def _partners(cuts):
    """For each cut the one on the other side that is the same stretch; itself round the pole; None if there is none."""
    partner = {}
    for number, cut in enumerate(cuts):
        if cut.entered[0] != cut.left[0]:
            partner[number] = number
            continue
        same = [
            other
            for other, candidate in enumerate(cuts)
            if candidate.left[0] == candidate.entered[0] == -cut.entered[0]
            and abs(candidate.left[1] - cut.entered[1]) <= SAME_COAST
            and abs(candidate.entered[1] - cut.left[1]) <= SAME_COAST
        ]
        if len(same) > 1 or (not same and abs(cut.entered[1] - cut.left[1]) > 10 * SAME_COAST):
            raise ValueError(f"{len(same)} coasts go on beyond {cut}")
        partner[number] = same[0] if same else None
    return partner


def _centred(ring):
    """Shifted by whole turns so that its middle is between ±180°."""
    west, _, east, _ = bounds(ring)
    turns = ((west + east) // 2 + SEAM) // TURN
    if doubled_area(ring) <= 0:
        raise ValueError(f"a stitched ring at {ring[0]} is not counter-clockwise")
    return [(lon - turns * TURN, lat) for lon, lat in ring]
