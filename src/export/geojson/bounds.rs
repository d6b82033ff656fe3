//! The bounding box, west first: greater than east where it crosses ±180° (RFC 7946, section 5.2).

use super::super::features::Shape;

/// The smallest box that holds all shapes; `None` if they are nowhere.
pub(super) fn of<'a>(shapes: impl Iterator<Item = &'a Shape>) -> Option<geojson::Bbox> {
    let mut spans: Vec<[f64; 2]> = Vec::new();
    let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut add = |positions: &mut dyn Iterator<Item = geo::Coord>| {
        let (mut west, mut east) = (f64::INFINITY, f64::NEG_INFINITY);
        for position in positions {
            (west, east) = (west.min(position.x), east.max(position.x));
            (south, north) = (south.min(position.y), north.max(position.y));
        }
        spans.push([west, east]);
    };
    for shape in shapes {
        match shape {
            Shape::Nowhere => {}
            Shape::Point(point) => add(&mut std::iter::once(point.0)),
            Shape::Areas(areas) => areas.iter().for_each(|area| add(&mut area.exterior().coords().copied())),
            Shape::Lines(lines) => lines.iter().for_each(|line| add(&mut line.coords().copied())),
        }
    }
    let [west, east] = around(spans)?;
    Some(vec![west, south, east, north])
}

/// West and east of all spans: the whole circle without the widest gap between them. Where that leaves no more of the
/// circle than a box that does not cross ±180°, the latter.
fn around(mut spans: Vec<[f64; 2]>) -> Option<[f64; 2]> {
    spans.sort_unstable_by(|a, b| a[0].total_cmp(&b[0]));
    let first = *spans.first()?;
    let mut reach = first[1];
    let (mut gap, mut beside) = (f64::NEG_INFINITY, first);
    for span in &spans[1..] {
        if span[0] - reach > gap {
            (gap, beside) = (span[0] - reach, [span[0], reach]);
        }
        reach = reach.max(span[1]);
    }
    let across = first[0] + 360.0 - reach;
    Some(if gap > across { beside } else { [first[0], reach] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{LineString, MultiLineString, Point};

    fn lines(parts: &[&[(f64, f64)]]) -> Shape {
        Shape::Lines(MultiLineString(parts.iter().map(|part| LineString::from(part.to_vec())).collect()))
    }

    #[test]
    fn a_box_across_the_date_line_has_its_west_in_the_east() {
        let pacific = lines(&[&[(121.0, 31.0), (180.0, 45.0)], &[(-180.0, 45.0), (-118.0, 34.0)]]);
        assert_eq!(of([&pacific].into_iter()), Some(vec![121.0, 31.0, -118.0, 45.0]));
        let fiji = [Shape::Point(Point::new(177.0, -20.0)), Shape::Point(Point::new(-178.0, -16.0))];
        assert_eq!(of(fiji.iter()), Some(vec![177.0, -20.0, -178.0, -16.0]));
    }

    #[test]
    fn a_box_that_need_not_cross_the_date_line_does_not() {
        let shapes = [Shape::Point(Point::new(40.0, 45.0)), lines(&[&[(130.0, 42.0), (60.0, 55.0)]]), Shape::Nowhere];
        assert_eq!(of(shapes.iter()), Some(vec![40.0, 42.0, 130.0, 55.0]));
        assert_eq!(of([&Shape::Nowhere].into_iter()), None);
    }
}
