"""The rails of OpenStreetMap as a graph, with what is added by hand and small gaps closed.

A graph is a pair: positions, a list of (latitude, longitude) in units of 1e-3 degree, which is how fine the source is; and
links, per node a dictionary from neighbour to length in km. Lengths are those of the tracks, not of the straight line.
"""

import ast
import csv
from heapq import heappop, heappush
from pathlib import Path

from rail_lines import UNITS_PER_DEGREE, geodesic_km

GAP_KM = 2.0
# Two ends of one network are a gap and not two termini of a city if the way round by rail is longer than this.
DETOUR_KM = 100.0
# What is less than this in all is a museum's or a factory's.
LEAST_NETWORK_KM = 5.0


def read(archive):
    """The graph inside the open wheel, additions and closed gaps included."""
    found = {}
    with archive.open("scgraph_data/world_railways.py") as source:
        for line in source:
            name, _, value = line.partition(b"=")
            if name in (b"graph", b"nodes"):
                found[name] = ast.literal_eval(value.decode())
    positions = [tuple(round(degrees * UNITS_PER_DEGREE) for degrees in node) for node in found[b"nodes"]]
    links = [{} for _ in positions]
    for node, neighbours in enumerate(found[b"graph"]):
        for other, km in neighbours.items():
            if other != node:
                _link(links, node, other, max(km, geodesic_km(positions[node], positions[other])))
    _add(positions, links)
    _close_gaps(positions, links)
    label = components(links)
    total = {}
    for node, neighbours in enumerate(links):
        total[label[node]] = total.get(label[node], 0.0) + sum(neighbours.values()) / 2
    for node, neighbours in enumerate(links):
        if total[label[node]] < LEAST_NETWORK_KM:
            neighbours.clear()
    return positions, links


def components(links):
    """Per node the lowest node that is joined to it."""
    label = [None] * len(links)
    for start in range(len(links)):
        if label[start] is None:
            label[start] = start
            stack = [start]
            while stack:
                for other in links[stack.pop()]:
                    if label[other] is None:
                        label[other] = start
                        stack.append(other)
    return label


def _link(links, one, other, km):
    if km < links[one].get(other, float("inf")):
        links[one][other] = links[other][one] = km


def _add(positions, links):
    """The lines of rail_additions.csv; an end that lies on a node of the source is that node."""
    known = {position: node for node, position in enumerate(positions)}
    for row in csv.DictReader((Path(__file__).parent / "rail_additions.csv").open(encoding="utf-8")):
        nodes = []
        for words in row["points"].split("|"):
            position = tuple(round(float(word) * UNITS_PER_DEGREE) for word in words.split())
            if position not in known:
                known[position] = len(positions)
                positions.append(position)
                links.append({})
            nodes.append(known[position])
        pieces = [geodesic_km(positions[a], positions[b]) for a, b in zip(nodes, nodes[1:])]
        stretch = max(1.0, float(row["km"]) / sum(pieces))
        for a, b, piece in zip(nodes, nodes[1:], pieces):
            _link(links, a, b, piece * stretch)


def _close_gaps(positions, links):
    near = _Near(positions, links)
    ends = [node for node, neighbours in enumerate(links) if len(neighbours) == 1]
    gaps = [(km, end, other) for end in ends for km, other in near.around(end)]
    for km, end, other in sorted(gaps):
        if len(links[end]) == 1 and not _joined_within(links, end, other, DETOUR_KM):
            _link(links, end, other, km)
    label = components(links)
    groups = {}
    for node, neighbours in enumerate(links):
        if neighbours:
            groups.setdefault(label[node], []).append(node)
    # The largest network has no need to look for the others: they find it.
    largest = max(groups.values(), key=len)
    gaps = []
    for group in groups.values():
        if group is not largest:
            gaps += [(km, node, other) for node in group for km, other in near.around(node) if label[other] != label[node]]
    root = {name: name for name in groups}

    def find(name):
        while root[name] != name:
            name = root[name]
        return name

    for km, one, other in sorted(gaps):
        a, b = find(label[one]), find(label[other])
        if a != b:
            root[max(a, b)] = min(a, b)
            _link(links, one, other, km)


def _joined_within(links, start, goal, limit):
    """Whether a way from `start` to `goal` is at most `limit` km long."""
    best, queue = {start: 0.0}, [(0.0, start)]
    while queue:
        so_far, node = heappop(queue)
        if node == goal:
            return True
        if so_far > best[node]:
            continue
        for other, km in links[node].items():
            way = so_far + km
            if way <= limit and way < best.get(other, limit + 1.0):
                best[other] = way
                heappush(queue, (way, other))
    return False


class _Near:
    """Finds the nodes within GAP_KM of a node."""

    def __init__(self, positions, links):
        self.positions, self.cells = positions, {}
        for node, position in enumerate(positions):
            if links[node]:
                self.cells.setdefault((position[0] // 20, position[1] // 20), []).append(node)

    def around(self, node):
        row, column = (part // 20 for part in self.positions[node])
        # 20 units are 2.2 km of latitude; of longitude as many more as the parallels are shorter (to 72° N).
        wide = 1 if abs(row) < 2500 else 4
        for r in range(row - 1, row + 2):
            for c in range(column - wide, column + wide + 1):
                for other in self.cells.get((r, c), ()):
                    if other != node:
                        km = geodesic_km(self.positions[node], self.positions[other])
                        if km <= GAP_KM:
                            yield km, other
