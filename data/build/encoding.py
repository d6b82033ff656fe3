"""How data/world is written. src/world/encoding.rs and src/world/shapes.rs say the same about reading it.

varint   unsigned, seven bits a byte, least significant first, the high bit set on all bytes but the last
zigzag   signed as varint: 0, -1, 1, -2 … become 0, 1, 2, 3 …

A file of shapes (polygons or lines):

    varint                 number of shapes
    table, per shape:
        varint, varint     two attributes, whose meaning depends on the layer
        zigzag, zigzag     west and south edge of its bounding box, in 1e-5 degree
        varint, varint     width and height of the box
        varint             length of its data in bytes
    data, per shape:
        varint             number of rings (1 for a line)
        per ring:
            varint         number of points; the last point of a ring is not repeated
            zigzag, zigzag per point: the step in longitude and latitude from the previous one, at first from the
                           south-west corner of the box

So that a reader passes over the table once and decodes only the shapes whose box it needs.
"""

from typing import NamedTuple

import zopfli.zlib

from rings import bounds


class Shape(NamedTuple):
    """A polygon's rings, or a line as the only ring, with two attributes."""

    rings: list
    attributes: tuple = (0, 0)


def varint(number):
    """An unsigned number."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def zigzag(number):
    """A signed number."""
    return varint(2 * number if number >= 0 else -2 * number - 1)


def text(string):
    """Its length in bytes, then UTF-8."""
    encoded = string.encode()
    return varint(len(encoded)) + encoded


def shapes(items):
    """A file of shapes."""
    table, data = bytearray(varint(len(items))), bytearray()
    for item in items:
        # A hole never leaves its exterior.
        west, south, east, north = bounds(item.rings[0])
        body = bytearray(varint(len(item.rings)))
        x, y = west, south
        for ring in item.rings:
            body += varint(len(ring))
            for next_x, next_y in ring:
                body += zigzag(next_x - x) + zigzag(next_y - y)
                x, y = next_x, next_y
        table += varint(item.attributes[0]) + varint(item.attributes[1])
        table += zigzag(west) + zigzag(south) + varint(east - west) + varint(north - south) + varint(len(body))
        data += body
    return bytes(table + data)


def blocks(items):
    """A file of compressed blocks from pairs (label, raw): per block a text, the compressed and the raw length; then raw deflate."""
    index, data = bytearray(varint(len(items))), bytearray()
    for label, raw in items:
        packed = zopfli.zlib.compress(raw, numiterations=5)[2:-4]
        index += text(label) + varint(len(packed)) + varint(len(raw))
        data += packed
    return bytes(index + data)
