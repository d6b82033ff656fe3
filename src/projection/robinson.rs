//! The Robinson projection. A. H. Robinson, A new map projection: its development and characteristics (1974); the table
//! as in J. P. Snyder, The Robinson projection: a computation algorithm (1990).

use std::sync::OnceLock;

/// How long the parallels are at every 5°, as parts of the equator.
const LENGTHS: [f64; NODES] = [
    1.0000, 0.9986, 0.9954, 0.9900, 0.9822, 0.9730, 0.9600, 0.9427, 0.9216, 0.8962, 0.8679, 0.8350, 0.7986, 0.7597,
    0.7186, 0.6732, 0.6213, 0.5722, 0.5322,
];

/// How far they are from the equator, as parts of the pole's distance.
const DISTANCES: [f64; NODES] = [
    0.0000, 0.0620, 0.1240, 0.1860, 0.2480, 0.3100, 0.3720, 0.4340, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903,
    0.8435, 0.8936, 0.9394, 0.9761, 1.0000,
];

const NODES: usize = 19;
const DEGREES: f64 = 5.0;

/// Half the equator over half a turn, and the poles' distance from it, in earth radii.
const WIDTH: f64 = 0.8487;
const HEIGHT: f64 = 1.3523;

/// The Robinson projection, which knows no ellipsoid.
#[derive(Clone, Copy, Debug)]
pub struct Robinson;

impl Robinson {
    pub(super) fn forward(lambda: f64, phi: f64) -> [f64; 2] {
        let [lengths, distances] = curves();
        let step = phi.abs().to_degrees() / DEGREES;
        [WIDTH * lambda * lengths.at(step), (HEIGHT * distances.at(step)).copysign(phi)]
    }

    /// `None` beyond the lines that the poles are drawn as.
    pub(super) fn inverse(x: f64, y: f64) -> Option<[f64; 2]> {
        let [lengths, distances] = curves();
        let wanted = y.abs() / HEIGHT;
        if wanted > 1.0 + 1e-9 {
            return None;
        }
        // The distances grow all the way, so halving finds the latitude; 60 times leave nothing of 90°.
        let (mut low, mut high) = (0.0, (NODES - 1) as f64);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if distances.at(middle) < wanted { low = middle } else { high = middle }
        }
        let step = f64::midpoint(low, high);
        Some([x / (WIDTH * lengths.at(step)), (DEGREES * step).to_radians().copysign(y)])
    }
}

fn curves() -> &'static [Spline; 2] {
    static CURVES: OnceLock<[Spline; 2]> = OnceLock::new();
    CURVES.get_or_init(|| [Spline::new(LENGTHS, true), Spline::new(DISTANCES, false)])
}

/// The cubic spline through the nodes, as PROJ's: it goes on smoothly on the other side of the equator, and its last two
/// pieces are one cubic.
struct Spline {
    values: [f64; NODES],
    /// The second derivative at each node, a step being 1.
    bends: [f64; NODES],
}

impl Spline {
    /// `even` where the other side of the equator mirrors this one, else it is turned over.
    fn new(values: [f64; NODES], even: bool) -> Self {
        let turn = |node: usize| 6.0 * (values[node + 1] - 2.0 * values[node] + values[node - 1]);
        let last = NODES - 1;
        let mut bends = [0.0; NODES];
        // The equations are solved from the equator on: each gives a bend as a part of the next and a rest.
        let mut solved = [[0.0; 2]; NODES];
        solved[0] = if even { [-0.5, 3.0 * (values[1] - values[0])] } else { [0.0, 0.0] };
        for node in 1..last {
            let [part, rest] = solved[node - 1];
            solved[node] = [-1.0 / (4.0 + part), (turn(node) - rest) / (4.0 + part)];
        }
        // One cubic over the last two pieces: the bends grow evenly there.
        bends[last - 1] = turn(last - 1) / 6.0;
        for node in (0..last - 1).rev() {
            bends[node] = solved[node][0] * bends[node + 1] + solved[node][1];
        }
        bends[last] = 2.0 * bends[last - 1] - bends[last - 2];
        Self { values, bends }
    }

    fn at(&self, step: f64) -> f64 {
        let node = (step.max(0.0) as usize).min(NODES - 2);
        let right = step - node as f64;
        let left = 1.0 - right;
        let bend = |node: usize, part: f64| (part * part * part - part) * self.bends[node] / 6.0;
        self.values[node] * left + self.values[node + 1] * right + bend(node, left) + bend(node + 1, right)
    }
}
