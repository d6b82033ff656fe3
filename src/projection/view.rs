//! The stages put together.

use geo::{Coord, LineString, Point, Polygon};

use super::circle::{Circle, cut_at};
use super::resample::resample;
use super::rotation::Turn;
use super::sphere::Spherical;
use super::{Earth, Frame, Mapping, Projection, Rotation, rim, seam};
use crate::geodesy::antimeridian::join::join;

/// How many pixels beyond the frame lines and areas go on, so that no cut end shows.
const MARGIN: f64 = 32.0;

/// A map: which projection, turned how, how large, seen through which frame.
///
/// Pixels are `[x, y]` with y downwards. Edges of lines and rings are great arcs, and so the shorter way round;
/// longitudes may be wrapped or unwrapped (-170 or 190). Vertices that aren't numbers are left out.
#[derive(Clone, Copy, Debug)]
pub struct View {
    projection: Projection,
    rotation: Rotation,
    frame: Frame,
    turn: Turn,
    plotter: Plotter,
}

/// An area on the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// Rings to be filled together, with the even-odd or the nonzero rule. A ring's first point isn't repeated at its
    /// end. They may run along the seam and along the frame.
    pub rings: Vec<Vec<[f64; 2]>>,
    /// The lines that bound it: the rings without what only runs along the seam or the frame.
    pub outline: Vec<Vec<[f64; 2]>>,
}

/// The last stages: from angles to pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plotter {
    mapping: Mapping,
    latitudes: [f64; 2],
    /// For maps that end at a circle around their centre and have no seam.
    pub(super) rim: Option<f64>,
    scale: f64,
    translate: [f64; 2],
    pub(super) clip: Frame,
}

impl Plotter {
    /// Latitudes beyond the map's last are drawn on its last, and what lies beyond its rim is drawn on that.
    pub(super) fn pixel(&self, point: Spherical) -> [f64; 2] {
        let [x, y] = self.mapping.forward(point.lambda, point.phi.clamp(self.latitudes[0], self.latitudes[1]));
        [self.translate[0] + self.scale * x, self.translate[1] - self.scale * y]
    }

    fn shows(&self, point: Spherical) -> bool {
        let [south, north] = self.latitudes;
        (south..=north).contains(&point.phi) && self.rim.is_none_or(|rim| rim::is_within(point, rim))
    }

    /// A line's parts that the map shows, none of them across its seam or its rim.
    fn parts(&self, line: &[Spherical]) -> Vec<Vec<[f64; 2]>> {
        let draw = |piece: &[Spherical]| self.clip.clip_line(&resample(self, piece));
        if let Some(rim) = self.rim {
            return rim::cut(line, rim).iter().flat_map(|piece| draw(piece)).collect();
        }
        if self.is_left(line) {
            let [south, north] = self.latitudes;
            let north = Circle { axis: [0.0, 0.0, -1.0], limit: -libm::sin(north) };
            let south = Circle { axis: [0.0, 0.0, 1.0], limit: libm::sin(south) };
            let pieces = cut_at(line, &north).into_iter().flat_map(|piece| cut_at(&piece, &south));
            return pieces.flat_map(|piece| seam::cut(&piece)).flat_map(|piece| draw(&piece)).collect();
        }
        if seam::is_crossed(line) { seam::cut(line).iter().flat_map(|piece| draw(piece)).collect() } else { draw(line) }
    }

    /// Whether a line goes beyond the map's last latitudes: drawn on them, it would show.
    fn is_left(&self, line: &[Spherical]) -> bool {
        let [south, north] = self.latitudes;
        line.iter().any(|point| !(south..=north).contains(&point.phi))
    }
}

impl View {
    /// A view of `scale` pixels per equatorial radius of the earth, the map's origin (the centre, for all but conics) at
    /// the pixel `translate`.
    pub fn new(projection: Projection, rotation: Rotation, scale: f64, translate: [f64; 2], frame: Frame) -> Self {
        let mapping = projection.on(Earth::SPHERE);
        let latitudes = mapping.latitudes();
        let plotter = Plotter { mapping, latitudes, rim: mapping.rim(), scale, translate, clip: frame.grown(MARGIN) };
        Self { projection, rotation, frame, turn: Turn::new(projection.aspect(rotation)), plotter }
    }

    /// The projection that it was made with.
    pub fn projection(&self) -> Projection {
        self.projection
    }

    /// The rotation that it was made with.
    pub fn rotation(&self) -> Rotation {
        self.rotation
    }

    /// Pixels per equatorial radius, and where the map's origin lies.
    pub(super) fn placing(&self) -> (f64, [f64; 2]) {
        (self.plotter.scale, self.plotter.translate)
    }

    /// Pixels per equatorial radius: how large the map is.
    pub fn magnitude(&self) -> f64 {
        self.placing().0
    }

    /// The same map seen through another frame.
    #[must_use]
    pub fn framed(mut self, frame: Frame) -> Self {
        self.frame = frame;
        self.plotter.clip = frame.grown(MARGIN);
        self
    }

    /// What is seen of the map.
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// Where a position is drawn, inside the frame or not; `None` for one that the map doesn't reach (Mercator's poles).
    ///
    /// # Example
    /// ```
    /// use geo::point;
    /// use portolan::projection::{Frame, Projection, Rotation, View};
    ///
    /// let frame = Frame::new(600.0, 300.0);
    /// let view = View::new(Projection::EqualEarth, Rotation::centred_on(150.0), 100.0, [300.0, 150.0], frame);
    /// assert_eq!(view.project(point! { x: 150.0, y: 0.0 }), Some([300.0, 150.0]));
    /// ```
    pub fn project(&self, position: Point) -> Option<[f64; 2]> {
        let turned = self.turn.forward(position.x(), position.y());
        self.plotter.shows(turned).then(|| self.plotter.pixel(turned))
    }

    /// The position that is drawn at a pixel; `None` beside the map.
    pub fn invert(&self, [x, y]: [f64; 2]) -> Option<Point> {
        let Plotter { mapping, scale, translate, latitudes, .. } = &self.plotter;
        let [lambda, phi] = mapping.inverse((x - translate[0]) / scale, (translate[1] - y) / scale)?;
        let [south, north] = *latitudes;
        (south..=north).contains(&phi).then(|| self.turn.inverse(Spherical { lambda, phi }))
    }

    /// A line on the map: its parts within the frame and a margin around it, cut at the map's seam.
    pub fn line(&self, line: &[Coord]) -> Vec<Vec<[f64; 2]>> {
        self.plotter.parts(&self.turned(line))
    }

    /// An area on the map, within the frame and a margin around it: rings to fill, and lines to stroke.
    ///
    /// What a ring of `area` encloses lies on its left: exterior rings run counter-clockwise, holes clockwise. An exterior
    /// may enclose more than half of the earth, or a pole without an edge to it.
    pub fn area(&self, area: &Polygon) -> Area {
        let clip = self.plotter.clip;
        if let Some(rim) = self.plotter.rim {
            return self.area_on_disc(area, rim);
        }
        let mut rings = Vec::new();
        let mut outline = Vec::new();
        let (mut pieces, mut ends) = (Vec::new(), Vec::new());
        let mut largest = 0.0f64;
        for ring in std::iter::once(area.exterior()).chain(area.interiors()) {
            let turned = self.turned_ring(ring);
            if turned.len() < 4 {
                continue;
            }
            let is_left = self.plotter.is_left(&turned);
            if is_left {
                outline.extend(self.plotter.parts(&turned));
            }
            if seam::is_crossed(&turned) {
                for piece in seam::cut_ring(&turned) {
                    let pixels = resample(&self.plotter, &piece);
                    if !is_left {
                        outline.extend(clip.clip_line(&pixels));
                    }
                    ends.push((seam::place(piece[0]), seam::place(piece[piece.len() - 1])));
                    pieces.push(pixels);
                }
                continue;
            }
            let enclosed = enclosed(&turned);
            if enclosed.abs() > largest.abs() {
                largest = enclosed;
            }
            let mut pixels = resample(&self.plotter, &turned);
            if !is_left {
                outline.extend(clip.clip_line(&pixels));
            }
            pixels.pop();
            rings.push(pixels);
        }
        if !pieces.is_empty() {
            self.join(&pieces, &ends, &mut rings);
        } else if largest < 0.0 {
            // No ring meets the seam, and the outermost one has its inside without: the seam lies in the area.
            rings.push(seam::whole_outline().map(|point| self.plotter.pixel(point)).collect());
        }
        Area { rings: self.clipped(rings), outline }
    }

    /// The same on a map that ends at a circle.
    fn area_on_disc(&self, area: &Polygon, rim: f64) -> Area {
        let (mut rings, mut outline) = (Vec::new(), Vec::new());
        let (mut largest, mut around) = (0.0f64, 0);
        for ring in std::iter::once(area.exterior()).chain(area.interiors()) {
            let turned = self.turned_ring(ring);
            if turned.len() < 4 {
                continue;
            }
            let enclosed = rim::enclosed(&turned);
            if enclosed.abs() > largest.abs() {
                largest = enclosed;
            }
            if let Some(turns) = rim::turns_beyond(&turned, rim) {
                around += turns;
            } else {
                outline.extend(self.plotter.parts(&turned));
                let mut pixels = resample(&self.plotter, &turned);
                pixels.pop();
                rings.push(pixels);
            }
        }
        // Where the outermost ring has its inside without, the point opposite the centre lies in the area.
        if around + i32::from(largest < 0.0) > 0 {
            rings.push(rim::circle(rim).map(|point| self.plotter.pixel(point)).collect());
        }
        Area { rings: self.clipped(rings), outline }
    }

    fn clipped(&self, rings: Vec<Vec<[f64; 2]>>) -> Vec<Vec<[f64; 2]>> {
        let rings = rings.into_iter().map(|ring| self.plotter.clip.clip_ring(ring));
        rings.filter(|ring| ring.len() > 2).collect()
    }

    /// The rings of [`View::area`].
    pub fn polygon(&self, area: &Polygon) -> Vec<Vec<[f64; 2]>> {
        self.area(area).rings
    }

    /// The lines of [`View::area`].
    pub fn outline(&self, area: &Polygon) -> Vec<Vec<[f64; 2]>> {
        self.area(area).outline
    }

    /// The whole earth as an area, to be filled like [`View::polygon`]'s.
    pub fn outline_of_globe(&self) -> Vec<Vec<[f64; 2]>> {
        let ring = match self.plotter.rim {
            Some(rim) => rim::circle(rim).map(|point| self.plotter.pixel(point)).collect(),
            None => seam::whole_outline().map(|point| self.plotter.pixel(point)).collect(),
        };
        self.clipped(vec![ring])
    }

    fn turned(&self, line: &[Coord]) -> Vec<Spherical> {
        let positions = line.iter().filter(|vertex| vertex.x.is_finite() && vertex.y.is_finite());
        positions.map(|vertex| self.turn.forward(vertex.x, vertex.y)).collect()
    }

    fn turned_ring(&self, ring: &LineString) -> Vec<Spherical> {
        let mut turned = self.turned(&ring.0);
        if let (Some(first), Some(last)) = (turned.first().copied(), turned.last_mut()) {
            // Unwrapped rings end a turn away from where they begin.
            *last = first;
        }
        turned
    }

    /// Adds the rings that `pieces`, whose `ends` lie on the map's outline, make together with it.
    fn join(&self, pieces: &[Vec<[f64; 2]>], ends: &[(f64, f64)], rings: &mut Vec<Vec<[f64; 2]>>) {
        for order in join(ends) {
            let mut pixels = Vec::new();
            for (number, piece) in order.iter().enumerate() {
                pixels.extend_from_slice(&pieces[*piece]);
                let next = order[(number + 1) % order.len()];
                let along = seam::outline(ends[*piece].1, ends[next].0);
                pixels.extend(along.map(|point| self.plotter.pixel(point)));
            }
            rings.push(pixels);
        }
    }
}

/// Twice the area that a ring encloses on the plate of its angles; negative if it runs clockwise.
fn enclosed(ring: &[Spherical]) -> f64 {
    ring.windows(2).map(|edge| edge[0].lambda * edge[1].phi - edge[1].lambda * edge[0].phi).sum()
}
