//! How a route lies on the globe: its box of degrees, the circle around it, and the great circle that it follows.

use geo::Point;

use super::bounds::shortest_arc;
use super::sphere::{Spherical, dot};

/// Rounds of the search for the circle; each moves its centre by less.
const ROUNDS: u32 = 300;
/// So many neighbours on a line are passed over together in it.
const NEIGHBOURS: usize = 32;

/// What there is to know of some positions before a projection is chosen for them. Degrees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    pub south: f64,
    pub north: f64,
    /// The middle meridian of the shortest stretch of longitudes that holds all, and its width.
    pub meridian: f64,
    pub span: f64,
    /// The centre of the smallest circle around them, and its radius.
    pub centre: Point,
    pub radius: f64,
}

/// The great circle that runs most nearly through all positions. Degrees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thread {
    /// The middle of the part that they take up.
    pub middle: Point,
    /// The circle's direction there, clockwise from north, over -90 to 90.
    pub azimuth: f64,
    /// How much of it they take up.
    pub length: f64,
    /// How far to both sides of it they reach.
    pub width: f64,
}

impl Extent {
    pub fn of(points: &[Point]) -> Self {
        let mut longitudes: Vec<f64> = points.iter().map(|point| libm::remainder(point.x(), 360.0)).collect();
        let (west, span) = shortest_arc(&mut longitudes);
        let south = points.iter().map(|point| point.y()).fold(90.0, f64::min);
        let north = points.iter().map(|point| point.y()).fold(-90.0, f64::max);
        let (centre, radius) = circle(&vectors(points));
        let meridian = libm::remainder(rounded(west + 0.5 * span, span), 360.0);
        let centre = Point::new(rounded(centre.x(), radius), rounded(centre.y(), radius));
        Self { south, north, meridian, span, centre, radius }
    }

    /// The latitude halfway.
    pub fn parallel(&self) -> f64 {
        0.5 * (self.south + self.north)
    }

    /// The width along the middle parallel, as an angle of the same length on a great circle.
    pub fn width(&self) -> f64 {
        self.span * libm::cos(self.parallel().to_radians())
    }

    /// Between the parallels.
    pub fn height(&self) -> f64 {
        self.north - self.south
    }

    /// The parallels of a cone at a sixth and five sixths of the latitudes (Snyder 1987, page 99, after Deetz & Adams).
    pub fn parallels(&self) -> [f64; 2] {
        let (south, north) = (self.south.clamp(-80.0, 80.0), self.north.clamp(-80.0, 80.0));
        let sixth = (north - south) / 6.0;
        let (lat_1, lat_2) = (rounded(south + sixth, 4.0 * sixth), rounded(north - sixth, 4.0 * sixth));
        // Parallels that balance each other make no cone.
        if (lat_1 + lat_2).abs() < 10.0 { [20.0, 50.0] } else { [lat_1, lat_2] }
    }
}

impl Thread {
    pub fn of(points: &[Point]) -> Self {
        let vectors = vectors(points);
        let [ahead, side, pole] = axes(&vectors);
        let mut along: Vec<f64> =
            vectors.iter().map(|v| libm::atan2(dot(*v, side), dot(*v, ahead)).to_degrees()).collect();
        let width = 2.0 * vectors.iter().map(|v| libm::asin(dot(*v, pole).clamp(-1.0, 1.0)).abs()).fold(0.0, f64::max);
        let (start, length) = shortest_arc(&mut along);
        let (sine, cosine) = libm::sincos((start + 0.5 * length).to_radians());
        let middle = [0, 1, 2].map(|axis| cosine * ahead[axis] + sine * side[axis]);
        let onward = [0, 1, 2].map(|axis| cosine * side[axis] - sine * ahead[axis]);
        let [x, y, z] = middle;
        let round = (x * x + y * y).sqrt();
        let (east, north) = if round > 0.0 {
            ([-y / round, x / round, 0.0], [-z * x / round, -z * y / round, round])
        } else {
            ([0.0, 1.0, 0.0], [-z, 0.0, 0.0])
        };
        let azimuth = libm::atan2(dot(onward, east), dot(onward, north)).to_degrees();
        let azimuth = if azimuth > 90.0 {
            azimuth - 180.0
        } else if azimuth <= -90.0 {
            azimuth + 180.0
        } else {
            azimuth
        };
        let at = Spherical::of(middle);
        Self {
            middle: Point::new(at.lambda.to_degrees().round(), at.phi.to_degrees().round()),
            azimuth: azimuth.round(),
            length,
            width: width.to_degrees(),
        }
    }
}

/// To whole degrees, so that the note tells the parameters as they are; finer where the extent is small.
fn rounded(degrees: f64, extent: f64) -> f64 {
    let unit = if extent >= 4.0 { 1.0 } else { 10.0 };
    (degrees * unit).round() / unit
}

fn vectors(points: &[Point]) -> Vec<[f64; 3]> {
    let vector = |point: &Point| Spherical { lambda: point.x().to_radians(), phi: point.y().to_radians() }.vector();
    points.iter().map(vector).collect()
}

/// The smallest circle around all, nearly: its centre goes towards whatever is farthest, by ever shorter steps (Bădoiu &
/// Clarkson 2003).
fn circle(vectors: &[[f64; 3]]) -> (Point, f64) {
    let groups: Vec<Group> = vectors.chunks(NEIGHBOURS).map(Group::new).collect();
    let mut centre = sum(vectors);
    let mut nearest = 1.0;
    for round in 1..=ROUNDS {
        let length = dot(centre, centre).sqrt();
        centre = if length > 1e-9 { centre.map(|axis| axis / length) } else { [1.0, 0.0, 0.0] };
        let mut farthest = (f64::INFINITY, centre);
        for group in &groups {
            if dot(centre, group.middle) - group.radius < farthest.0 {
                let cosines = group.vectors.iter().map(|v| (dot(centre, *v), *v));
                farthest = cosines.fold(farthest, |best, one| if one.0 < best.0 { one } else { best });
            }
        }
        let (cosine, farthest) = farthest;
        nearest = cosine;
        if round < ROUNDS {
            centre = [0, 1, 2].map(|axis| centre[axis] + (farthest[axis] - centre[axis]) / f64::from(round + 1));
        }
    }
    let at = Spherical::of(centre);
    (Point::new(at.lambda.to_degrees(), at.phi.to_degrees()), libm::acos(nearest.clamp(-1.0, 1.0)).to_degrees())
}

/// Vectors that lie near to each other: none of them is farther from a direction than the middle is and the radius.
struct Group<'a> {
    vectors: &'a [[f64; 3]],
    middle: [f64; 3],
    radius: f64,
}

impl<'a> Group<'a> {
    fn new(vectors: &'a [[f64; 3]]) -> Self {
        let middle = sum(vectors).map(|axis| axis / vectors.len() as f64);
        let off = |v: &[f64; 3]| {
            let [x, y, z] = [0, 1, 2].map(|axis| v[axis] - middle[axis]);
            (x * x + y * y + z * z).sqrt()
        };
        // Rounding must not hide one.
        let radius = vectors.iter().map(off).fold(0.0, f64::max) + 1e-9;
        Self { vectors, middle, radius }
    }
}

fn sum(vectors: &[[f64; 3]]) -> [f64; 3] {
    vectors.iter().fold([0.0; 3], |sum, v| [0, 1, 2].map(|axis| sum[axis] + v[axis]))
}

/// Three directions square to each other: the positions lie mostly along the first, and least along the last.
///
/// The eigenvectors of their second moments, by Jacobi's rotations.
fn axes(vectors: &[[f64; 3]]) -> [[f64; 3]; 3] {
    let mut moments = [[0.0; 3]; 3];
    for v in vectors {
        for row in 0..3 {
            for column in 0..3 {
                moments[row][column] += v[row] * v[column];
            }
        }
    }
    let mut axes = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    for turn in 0..30 {
        let (p, q) = [(0, 1), (0, 2), (1, 2)][turn % 3];
        let angle = 0.5 * libm::atan2(2.0 * moments[p][q], moments[p][p] - moments[q][q]);
        let (sine, cosine) = libm::sincos(angle);
        for other in 0..3 {
            let [a, b] = [moments[p][other], moments[q][other]];
            (moments[p][other], moments[q][other]) = (cosine * a + sine * b, cosine * b - sine * a);
            let [a, b] = [axes[p][other], axes[q][other]];
            (axes[p][other], axes[q][other]) = (cosine * a + sine * b, cosine * b - sine * a);
        }
        for row in &mut moments {
            let [a, b] = [row[p], row[q]];
            (row[p], row[q]) = (cosine * a + sine * b, cosine * b - sine * a);
        }
    }
    // The largest moment first, for three a sort by exchange.
    let mut order = [0, 1, 2];
    for (a, b) in [(0, 1), (1, 2), (0, 1)] {
        if moments[order[b]][order[b]].total_cmp(&moments[order[a]][order[a]]).is_gt() {
            order.swap(a, b);
        }
    }
    order.map(|axis| axes[axis])
}
