//! Circles around a place that the route's style wants drawn: how far it is from there, on every side.

use geo::Point;

use crate::geodesy;

use super::Journey;

/// A circle on the earth.
#[derive(Clone, Debug, PartialEq)]
pub struct LaidRing {
    /// The radius, as it was written.
    pub label: String,
    /// The radius.
    pub km: f64,
    /// Its middle.
    pub center: Point,
}

impl Journey {
    /// The rings of the route's style; none around a place that nobody can find.
    pub fn rings(&self) -> Vec<LaidRing> {
        let Some(rings) = &self.route.style.rings else { return Vec::new() };
        let Some(center) = self.place(&rings.around.value).and_then(|place| place.position) else { return Vec::new() };
        let ring =
            |distance: &crate::route::Length| LaidRing { label: distance.to_string(), km: distance.km(), center };
        rings.distances.iter().map(ring).collect()
    }
}

impl LaidRing {
    /// Its points, one every `step` degrees of azimuth, the first again at the end.
    pub fn points(&self, step: f64) -> Vec<Point> {
        let azimuths = (0..=(360.0 / step) as u32).map(|number| f64::from(number) * step);
        azimuths.map(|azimuth| geodesy::destination(self.center, azimuth, self.km)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route;

    #[test]
    fn each_point_of_a_ring_is_as_far_away_as_it_says() {
        let text = "title = \"t\"\n[[legs]]\nmode = \"air\"\nfrom = \"Suva, FJ\"\nto = \"Apia, WS\"\n\
                    [style.rings]\naround = \"Suva, FJ\"\ndistances = [\"300 nmi\"]\n";
        let journey = Journey::lay(route::read_text("t.toml", text, &[], None).expect("valid").route).expect("known");
        let rings = journey.rings();
        let points = rings[0].points(2.0);
        assert_eq!((rings.len(), points.len()), (1, 181));
        for point in &points {
            assert!((geodesy::distance_km(rings[0].center, *point) - 300.0 * 1.852).abs() < 1e-6, "{point:?}");
        }
    }
}
