"""Rings on the grid of 1e-5 degree that data/world is stored on.

A point is a pair of integers (longitude, latitude) in units of 1e-5 degree. A ring is a list of points, the last joined
to the first without being repeated. A polygon is a list of rings: the exterior counter-clockwise, then the holes
clockwise, so that its inside is on the left all along.
"""

UNITS_PER_DEGREE = 100_000
TURN = 360 * UNITS_PER_DEGREE


def to_grid(points):
    """The points rounded to the grid, repeated ones left out."""
    rounded = []
    for lon, lat in points:
        point = (round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE))
        if not rounded or rounded[-1] != point:
            rounded.append(point)
    return rounded


def ring_to_grid(points):
    """As `to_grid`, for a ring: its last point is not its first. None if nothing with an area is left."""
    rounded = to_grid(points)
    if len(rounded) > 1 and rounded[0] == rounded[-1]:
        rounded.pop()
    return rounded if len(rounded) >= 3 and doubled_area(rounded) else None


def doubled_area(ring):
    """Twice the area in the plane of longitude and latitude; positive if counter-clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges(ring))


def edges(ring):
    """Pairs of points that follow each other, the last and the first included."""
    return zip(ring, ring[1:] + ring[:1])


def contains(ring, point):
    """Whether the point is inside the ring, by the number of edges crossed eastward of it."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in edges(ring):
        if (ay > y) != (by > y):
            side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
            if (side > 0) == (by > ay):
                inside = not inside
    return inside


def bounds(points):
    """West, south, east, north."""
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def polygons(parts):
    """A shapefile record's parts (exteriors clockwise, holes counter-clockwise) as polygons on the grid."""
    rings = [ring for ring in map(ring_to_grid, parts) if ring]
    exteriors = [ring[::-1] for ring in rings if doubled_area(ring) < 0]
    holes = [ring[::-1] for ring in rings if doubled_area(ring) > 0]
    return assemble(exteriors, holes)


def assemble(exteriors, holes):
    """Polygons of exteriors, each hole in the smallest exterior that it lies in."""
    result = [[ring] for ring in exteriors]
    boxes = [bounds(ring) for ring in exteriors]
    for hole in holes:
        west, south, east, north = bounds(hole)
        around = [
            index
            for index, (w, s, e, n) in enumerate(boxes)
            if w <= west and s <= south and e >= east and n >= north and _lies_in(hole, exteriors[index])
        ]
        if not around:
            raise ValueError(f"a hole at {hole[0]} lies in no exterior")
        result[min(around, key=lambda index: doubled_area(exteriors[index]))].append(hole)
    return result


def _lies_in(hole, exterior):
    # A hole may touch its exterior, so the first point that is on neither's line decides.
    corners = set(exterior)
    for point in hole:
        if point not in corners:
            return contains(exterior, point)
    return True
