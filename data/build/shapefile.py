"""Reads ESRI shapefiles (polygons and lines) with their dBASE attributes.

Follows "ESRI Shapefile Technical Description" (1998): big-endian record headers, little-endian contents.
"""

import struct
from typing import NamedTuple


class Feature(NamedTuple):
    """One record: its attributes as text, and its rings or lines as lists of (lon, lat)."""

    attributes: dict
    parts: list


def read(archive, stem):
    """All features of `stem`.shp and `stem`.dbf inside the open zip file `archive`."""
    shapes = list(_shapes(archive.read(stem + ".shp")))
    rows = list(_rows(archive.read(stem + ".dbf")))
    if len(shapes) != len(rows):
        raise ValueError(f"{stem}: {len(shapes)} shapes, {len(rows)} rows")
    return [Feature(row, parts) for row, parts in zip(rows, shapes)]


def _shapes(data):
    position = 100
    while position < len(data):
        (words,) = struct.unpack_from(">i", data, position + 4)
        yield _parts(data[position + 8 : position + 8 + 2 * words])
        position += 8 + 2 * words


def _parts(record):
    (kind,) = struct.unpack_from("<i", record)
    if kind == 0:
        return []
    if kind not in (3, 5):
        raise ValueError(f"shape type {kind} is neither a line nor a polygon")
    part_count, point_count = struct.unpack_from("<2i", record, 36)
    starts = struct.unpack_from(f"<{part_count}i", record, 44)
    numbers = struct.unpack_from(f"<{2 * point_count}d", record, 44 + 4 * part_count)
    points = list(zip(numbers[::2], numbers[1::2]))
    return [points[start:end] for start, end in zip(starts, (*starts[1:], point_count))]


def _rows(data):
    count, header_size, row_size = struct.unpack_from("<I2H", data, 4)
    fields = []
    for position in range(32, header_size - 1, 32):
        name = data[position : position + 11].split(b"\0")[0].decode("ascii").upper()
        fields.append((name, data[position + 16]))
    for index in range(count):
        position = header_size + index * row_size + 1
        row = {}
        for name, width in fields:
            row[name] = data[position : position + width].decode("utf-8", "replace").strip("\0 ")
            position += width
        yield row
