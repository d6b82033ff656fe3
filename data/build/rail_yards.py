"""A smaller graph of the same lengths: each station yard becomes one node, and each line between two of them one edge.

A node of the small graph is a node of the large one, the busiest of its yard: the one that most shortest ways through the world
lead over. An edge is a real way through the large graph from one such node to the next, with that way's length, so
that nothing gets shorter than it is; what a train would save by not passing the middle of a yard is lost.
"""

from heapq import heappop, heappush
from typing import NamedTuple

from rail_lines import off_km

# A yard reaches so far from its middle, along the track.
YARD_KM = 1.0
# Two lines between the same nodes are two if one is longer by this share and farther off than this.
OTHER_WAY_SHARE, OTHER_WAY_KM = 1.1, 2.0
# A dead end that is shorter is left out.
SPUR_KM = 1.5
TREES = 96


class Edge(NamedTuple):
    """A line between two nodes: its length, and the nodes of the large graph along it, both ends included."""

    km: float
    way: tuple


def compact(positions, links):
    """The edges of the small graph, ordered."""
    edges = contract(positions, [Edge(km, (a, b)) for a, near in enumerate(links) for b, km in near.items() if a < b])
    for _ in range(2):
        edges = contract(positions, _merge(edges))
        edges = contract(positions, _without_spurs(edges))
    return edges


def contract(positions, edges):
    """Makes one edge of those that follow each other, and of those side by side."""
    while True:
        edges = _side_by_side(positions, edges)
        at = _by_node(edges)
        joints = {
            node
            for node, here in at.items()
            if len(here) == 2 and here[0] is not here[1] and all(edge.way[0] != edge.way[-1] for edge in here)
        }
        if not joints:
            return edges
        result, used = [], set()

        def follow(edge, node):
            """The chain that leaves `node` by `edge`."""
            km, way = 0.0, [node]
            while True:
                used.add(id(edge))
                km += edge.km
                way += edge.way[1:] if edge.way[0] == way[-1] else edge.way[-2::-1]
                here = way[-1]
                if here not in joints or here == node:
                    return Edge(km, tuple(way))
                edge = at[here][0] if at[here][1] is edge else at[here][1]

        for start in [edge for edge in edges if not {edge.way[0], edge.way[-1]} <= joints]:
            if id(start) not in used:
                result.append(follow(start, start.way[-1] if start.way[0] in joints else start.way[0]))
        # What is left are rings of joints alone: each keeps one of them.
        for start in edges:
            if id(start) not in used:
                result.append(follow(start, start.way[0]))
        if len(result) == len(edges):
            return edges
        edges = result


def _side_by_side(positions, edges):
    """Without the longer of two that run side by side, and without small loops."""
    pairs = {}
    for edge in sorted(edges, key=lambda edge: (edge.km, edge.way)):
        ends = tuple(sorted((edge.way[0], edge.way[-1])))
        kept = pairs.setdefault(ends, [])
        if ends[0] == ends[1]:
            # A loop leads nowhere else, but a long one has places on it.
            new = edge.km > 10.0 and not kept
        else:
            new = all(edge.km > OTHER_WAY_SHARE * other.km and _apart(positions, edge, other) for other in kept)
        if new:
            kept.append(edge)
    return [edge for ends in sorted(pairs) for edge in pairs[ends]]


def _apart(positions, edge, other):
    line = [positions[node] for node in other.way]
    return any(
        all(off_km(positions[node], a, b) > OTHER_WAY_KM for a, b in zip(line, line[1:])) for node in edge.way[1:-1]
    )


def _merge(edges):
    """Yards as one node each."""
    at = _by_node(edges)
    middle = {}
    for seed in sorted(at, key=lambda node, busy=_busy(edges, at): (-busy[node], node)):
        if seed in middle:
            continue
        queue, reached = [(0.0, seed, (seed,))], {}
        while queue:
            km, node, way = heappop(queue)
            if node in middle:
                continue
            middle[node] = (seed, km, way)
            for edge in at[node]:
                other, onward = _from(edge, node)
                so_far = km + edge.km
                if so_far <= YARD_KM and other not in middle and so_far < reached.get(other, YARD_KM + 1):
                    reached[other] = so_far
                    heappush(queue, (so_far, other, way + onward[1:]))
    result = []
    for edge in edges:
        (one, km_one, way_one), (two, km_two, way_two) = middle[edge.way[0]], middle[edge.way[-1]]
        if one != two or edge.km > 10.0:
            result.append(Edge(km_one + edge.km + km_two, way_one + edge.way[1:-1] + way_two[::-1]))
    return result


def _busy(edges, at):
    """Per node how often it is on the shortest ways from some nodes all over the world to all others."""
    nodes = sorted(at)
    busy = dict.fromkeys(nodes, 0)
    near = {node: [(_from(edge, node)[0], edge.km) for edge in at[node]] for node in nodes}
    for source in nodes[:: max(1, len(nodes) // TREES)]:
        best, before, order, queue = {source: 0.0}, {}, [], [(0.0, source)]
        while queue:
            km, node = heappop(queue)
            if km > best[node]:
                continue
            order.append(node)
            for other, step in near[node]:
                way = km + step
                if way < best.get(other, 1e9):
                    best[other] = way
                    before[other] = node
                    heappush(queue, (way, other))
        beyond = dict.fromkeys(order, 1)
        for node in reversed(order[1:]):
            beyond[before[node]] += beyond[node]
        for node in order:
            busy[node] += beyond[node]
    return busy


def _without_spurs(edges):
    at = _by_node(edges)

    def is_spur(edge):
        return edge.km < SPUR_KM and (len(at[edge.way[0]]) == 1) != (len(at[edge.way[-1]]) == 1)

    return [edge for edge in edges if not is_spur(edge)]


def _by_node(edges):
    at = {}
    for edge in edges:
        for node in (edge.way[0], edge.way[-1]):
            at.setdefault(node, []).append(edge)
    return at


def _from(edge, node):
    """The other end, and the way there."""
    return (edge.way[-1], edge.way) if edge.way[0] == node else (edge.way[0], edge.way[::-1])
