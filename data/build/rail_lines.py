"""Lengths on the WGS84 ellipsoid and simpler lines, for positions (latitude, longitude) in units of 1e-3 degree."""

from math import atan, atan2, cos, hypot, radians, sin, sqrt, tan

UNITS_PER_DEGREE = 1000
KM_PER_UNIT = 0.11132

_A, _F = 6378.137, 1 / 298.257223563
_B = _A * (1 - _F)


def geodesic_km(one, other):
    """The length of the geodesic. T. Vincenty, Direct and inverse solutions of geodesics (1975)."""
    if one == other:
        return 0.0
    u1, u2 = (atan((1 - _F) * tan(radians(p[0] / UNITS_PER_DEGREE))) for p in (one, other))
    apart = radians((other[1] - one[1]) / UNITS_PER_DEGREE)
    s1, c1, s2, c2 = sin(u1), cos(u1), sin(u2), cos(u2)
    turn = apart
    for _ in range(50):
        sigma_sin = hypot(c2 * sin(turn), c1 * s2 - s1 * c2 * cos(turn))
        sigma_cos = s1 * s2 + c1 * c2 * cos(turn)
        sigma = atan2(sigma_sin, sigma_cos)
        alpha_sin = c1 * c2 * sin(turn) / sigma_sin
        alpha_cos2 = 1 - alpha_sin**2
        middle = sigma_cos - 2 * s1 * s2 / alpha_cos2 if alpha_cos2 else 0.0
        c = _F / 16 * alpha_cos2 * (4 + _F * (4 - 3 * alpha_cos2))
        before = turn
        turn = apart + (1 - c) * _F * alpha_sin * (
            sigma + c * sigma_sin * (middle + c * sigma_cos * (2 * middle**2 - 1))
        )
        if abs(turn - before) < 1e-13:
            break
    u = alpha_cos2 * (_A**2 - _B**2) / _B**2
    a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    delta = b * sigma_sin * (middle + b / 4 * sigma_cos * (2 * middle**2 - 1))
    return _B * a * (sigma - delta)


def length_km(line):
    """The length of a line whose pieces are geodesics."""
    return sum(geodesic_km(a, b) for a, b in zip(line, line[1:]))


def off_km(point, start, end):
    """How far the point is from the straight piece between two others, good enough for near ones."""
    scale = cos(radians(point[0] / UNITS_PER_DEGREE))
    ay, ax = start[0] - point[0], (start[1] - point[1]) * scale
    dy, dx = end[0] - start[0], (end[1] - start[1]) * scale
    square = dx * dx + dy * dy
    t = min(1.0, max(0.0, -(ax * dx + ay * dy) / square)) if square else 0.0
    return KM_PER_UNIT * hypot(ax + t * dx, ay + t * dy)


def simplify(line, tolerance_km):
    """The line without the vertices that lie within the tolerance of what is left (Douglas & Peucker 1973)."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far, at = max((off_km(line[i], line[first], line[last]), i) for i in range(first + 1, last))
        if far > tolerance_km:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def fill(line, longest_km):
    """The line with vertices added where a piece is longer, on the great circle."""
    dense = line[:1]
    for start, end in zip(line, line[1:]):
        pieces = int(geodesic_km(start, end) / longest_km) + 1
        for step in range(1, pieces):
            dense.append(_between(start, end, step / pieces))
        dense.append(end)
    return dense


def _between(start, end, fraction):
    vectors = []
    for lat, lon in (start, end):
        lat, lon = radians(lat / UNITS_PER_DEGREE), radians(lon / UNITS_PER_DEGREE)
        vectors.append((cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)))
    a, b = vectors
    angle = atan2(sqrt(max(0.0, 1 - (dot := sum(p * q for p, q in zip(a, b))) ** 2)), dot)
    x, y, z = (
        (sin((1 - fraction) * angle) * p + sin(fraction * angle) * q) / sin(angle) for p, q in zip(a, b)
    )
    unit = UNITS_PER_DEGREE / radians(1)
    return round(atan2(z, hypot(x, y)) * unit), round(atan2(y, x) * unit)
