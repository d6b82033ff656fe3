"""Files of shapes: polygons or lines of arcs behind a table of bounding boxes. src/world/shapes.rs reads them.

    varint                 number of shapes
    varint                 length of the table in bytes
    table, per shape:
        varint, varint     two attributes, whose meaning depends on the layer
        zigzag, zigzag     west and south edge of its bounding box, in 1e-5 degree, from those of the shape before
        varint, varint     width and height of the box
        varint             length of its data in bytes
    data, per shape:
        varint             number of rings (1 for a line)
        per ring:
            varint         number of arcs
            varint, varint where it begins, from the south-west corner of the box
            zigzag per arc where it lies in the store, from the end of the arc before, at first from the store's beginning;
                           twice that, and one more if it is walked backward

So that a reader passes over the table once and decodes only the arcs of the shapes whose box it needs. A ring's last arc
leads back to where it began, but for the one around the pole, which ends a whole turn from there.
"""

from typing import NamedTuple

from arcs import Store, on_earth
from encoding import varint, zigzag
from rings import bounds


class Shape(NamedTuple):
    """A polygon's rings, or a line as the only ring, with two attributes."""

    rings: list
    attributes: tuple = (0, 0)
    is_line: bool = False


def build(layers):
    """The files of layers, and one of arcs for each scale, by name; `layers` has lists of shapes by name: land_50m.shapes."""
    scales = sorted({_scale(name) for name in layers})
    result = {}
    for scale in scales:
        alike = {name: shapes for name, shapes in layers.items() if _scale(name) == scale}
        store = Store([path for shapes in alike.values() for shape in shapes for path in _paths(shape)])
        result |= {name: _file(shapes, store) for name, shapes in alike.items()}
        result[f"arcs_{scale}.arcs"] = store.file()
    return result


def _scale(name):
    return name.removesuffix(".shapes").rsplit("_")[-1]


def _file(shapes, store):
    table, data = bytearray(), bytearray()
    before = 0, 0
    for shape in shapes:
        # A hole never leaves its exterior.
        west, south, east, north = bounds(shape.rings[0])
        body = varint(len(shape.rings)) + _rings(shape, (west, south), store)
        table += varint(shape.attributes[0]) + varint(shape.attributes[1])
        table += zigzag(west - before[0]) + zigzag(south - before[1])
        table += varint(east - west) + varint(north - south) + varint(len(body))
        data += body
        before = west, south
    return varint(len(shapes)) + varint(len(table)) + bytes(table + data)


def _rings(shape, corner, store):
    body, after = bytearray(), 0
    for path in _paths(shape):
        lon, lat = path[0]
        arcs = list(store.arcs(path))
        body += varint(len(arcs)) + varint(lon - corner[0]) + varint(lat - corner[1])
        for start, end, is_backward in arcs:
            body += zigzag(2 * (start - after) + is_backward)
            after = end
    return body


def _paths(shape):
    """The rings as lists of points that end where they begin."""
    for ring in shape.rings:
        is_closed = shape.is_line or on_earth(ring[0]) == on_earth(ring[-1])
        yield ring if is_closed else [*ring, ring[0]]
