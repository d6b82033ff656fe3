"""Makes one country of several polygons, so that the boundary between them is gone.

Natural Earth's neighbours share their vertices exactly, so an edge that two polygons run along in opposite directions is
inner boundary: it is cancelled, and what is left is joined to rings again.
"""

from rings import assemble, doubled_area, edges


def dissolve(polygons):
    """The union of polygons that touch along shared edges and overlap nowhere."""
    outer = {}
    for polygon in polygons:
        for ring in polygon:
            for start, end in edges(ring):
                if start in outer.get(end, ()):
                    outer[end].remove(start)
                else:
                    outer.setdefault(start, []).append(end)
    rings = _join(outer)
    return assemble([r for r in rings if doubled_area(r) > 0], [r for r in rings if doubled_area(r) < 0])


def _join(following):
    rings = []
    for start in sorted(following):
        while following[start]:
            path = [start]
            while not (len(path) > 1 and path[-1] == start):
                here = path[-1]
                # Where rings touch in a point the ring that was walked last is closed first, so that none crosses itself.
                end = following[here].pop()
                if end in path[1:]:
                    first = path.index(end, 1)
                    rings.append(path[first:])
                    del path[first:]
                path.append(end)
            rings.append(path[:-1])
    return [ring for ring in rings if doubled_area(ring)]
