//! The layers that maps are drawn with.

use geo::{BoundingRect, Intersects, LineString, Polygon, Rect, Winding, line_string};
use portolan::world::{BorderClass, Boundaries, Scale, border_lines, everywhere, lakes, land};

const SCALES: [Scale; 3] = [Scale::M110, Scale::M50, Scale::M10];

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn rings(polygon: &Polygon) -> impl Iterator<Item = &LineString> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

/// Whether the ring runs once around the pole, so that it ends a whole turn from where it begins.
fn goes_round_the_pole(ring: &LineString) -> bool {
    ring.0.len() > 2 && is_near((ring.0[0].x - ring.0[ring.0.len() - 2].x).abs(), 360.0)
}

/// By how many degrees the ring turns on from its first point to its last.
fn winding(ring: &LineString) -> f64 {
    let at = &ring.0[..ring.0.len() - usize::from(goes_round_the_pole(ring))];
    at.windows(2).map(|pair| pair[1].x - pair[0].x).sum()
}

fn line(lon: [f64; 2], lat: [f64; 2]) -> LineString {
    line_string![(x: lon[0], y: lat[0]), (x: lon[1], y: lat[1])]
}

/// The classes of the borders that cross a line.
fn classes_across(scale: Scale, view: Boundaries, line: &LineString) -> Vec<BorderClass> {
    let bounds = line.bounding_rect().expect("a line has bounds");
    let borders = border_lines(scale, view, &[bounds]);
    borders.into_iter().filter(|border| border.line.intersects(line)).map(|border| border.class).collect()
}

#[test]
fn every_ring_is_closed_and_keeps_its_inside_on_the_left() {
    for scale in SCALES {
        let lakes = lakes(scale, &[everywhere()]).into_iter().map(|lake| lake.polygon);
        let polygons: Vec<Polygon> = land(scale, &[everywhere()]).into_iter().chain(lakes).collect();
        assert!(polygons.len() > 100, "{scale}");
        for polygon in &polygons {
            for ring in rings(polygon) {
                assert!(ring.is_closed() && ring.0.len() >= 4, "{scale}: {:?}", ring.0[0]);
            }
            let exterior = polygon.exterior();
            if goes_round_the_pole(exterior) {
                // South of it is inside, so it runs to the west.
                assert!(is_near(winding(exterior), -360.0), "{scale}");
            } else {
                assert!(exterior.is_ccw(), "{scale}: {:?}", exterior.0[0]);
                assert!(is_near(winding(exterior), 0.0), "{scale}: {:?}", exterior.0[0]);
            }
            assert!(polygon.interiors().iter().all(Winding::is_cw), "{scale}: {:?}", exterior.0[0]);
        }
        assert_eq!(polygons.iter().filter(|polygon| goes_round_the_pole(polygon.exterior())).count(), 1, "{scale}");
    }
}

#[test]
fn land_has_no_edge_along_the_antimeridian_or_at_the_pole() {
    for scale in SCALES {
        for polygon in land(scale, &[everywhere()]) {
            for edge in rings(&polygon).flat_map(LineString::lines) {
                let is_on_seam = is_near(edge.dx(), 0.0) && is_near(edge.start.x.abs() % 360.0, 180.0);
                assert!(!is_on_seam, "{scale}: {edge:?}");
                assert!(edge.start.y > -89.0, "{scale}: {edge:?}");
                assert!(edge.dx().abs() < 180.0 || is_near(edge.dx().abs(), 360.0), "{scale}: {edge:?}");
            }
        }
    }
}

#[test]
fn chukotka_is_one_with_eurasia_and_found_from_either_side_of_the_antimeridian() {
    for scale in SCALES {
        for rectangle in [Rect::new((-175.0, 66.0), (-172.0, 67.0)), Rect::new((185.0, 66.0), (188.0, 67.0))] {
            let found = land(scale, &[rectangle]);
            let eurasia =
                found.iter().map(|polygon| polygon.bounding_rect().unwrap()).find(|bounds| bounds.width() > 180.0);
            assert!(eurasia.is_some_and(|bounds| bounds.max().x > 190.0), "{scale}");
        }
    }
}

#[test]
fn a_small_rectangle_gets_the_same_polygons_as_the_whole_filtered() {
    for scale in SCALES {
        for rectangle in [
            Rect::new((128.0, 40.0), (134.0, 44.0)),
            Rect::new((-12.0, 49.0), (3.0, 61.0)),
            Rect::new((177.0, -20.0), (182.0, -15.0)),
            Rect::new((-1.0, -1.0), (1.0, 1.0)),
        ] {
            let meets = |polygon: &Polygon| {
                let bounds = polygon.bounding_rect().unwrap();
                [-360.0, 0.0, 360.0].into_iter().any(|turn| {
                    let turned =
                        Rect::new((bounds.min().x + turn, bounds.min().y), (bounds.max().x + turn, bounds.max().y));
                    turned.intersects(&rectangle)
                })
            };
            let filtered: Vec<Polygon> = land(scale, &[everywhere()]).into_iter().filter(meets).collect();
            assert_eq!(land(scale, &[rectangle]), filtered, "{scale} {rectangle:?}");
        }
        assert_eq!(land(scale, &[]), Vec::new());
        let twice = Rect::new((0.0, 0.0), (10.0, 10.0));
        assert_eq!(land(scale, &[twice, twice]), land(scale, &[twice]), "{scale}");
    }
}

#[test]
fn large_lakes_come_first_in_rank() {
    let baikal = Rect::new((106.0, 52.8), (107.0, 53.2));
    for scale in SCALES {
        assert!(lakes(scale, &[baikal]).iter().any(|lake| lake.rank == 0), "{scale}");
        assert!(lakes(scale, &[everywhere()]).iter().all(|lake| lake.rank <= 7), "{scale}");
    }
}

#[test]
fn crimea_is_divided_from_ukraine_de_facto_and_from_russia_in_the_recognised_view() {
    // From the mainland into Crimea, and across the Kerch Strait.
    let perekop = line([33.4, 34.2], [46.5, 45.6]);
    let kerch = line([36.45, 36.75], [45.3, 45.3]);
    for scale in SCALES {
        assert_eq!(classes_across(scale, Boundaries::DeFacto, &perekop), [BorderClass::Disputed], "{scale}");
        assert_eq!(classes_across(scale, Boundaries::Recognised, &perekop), [], "{scale}");
        assert_eq!(classes_across(scale, Boundaries::Recognised, &kerch), [BorderClass::International], "{scale}");
    }
}

#[test]
fn the_views_draw_disputed_borders_each_in_its_own_way() {
    use BorderClass::{Disputed, International, LineOfControl};
    let cases: [(&str, LineString, &[BorderClass], &[BorderClass]); 6] = [
        ("Somaliland", line([47.9, 49.5], [9.5, 9.5]), &[], &[Disputed]),
        ("Cyprus", line([33.4, 33.4], [34.9, 35.3]), &[], &[LineOfControl]),
        ("Kosovo", line([20.8, 21.4], [42.9, 43.3]), &[Disputed], &[International]),
        ("Western Sahara on 27°40' N", line([-11.0, -11.0], [27.5, 27.8]), &[Disputed], &[]),
        ("the berm", line([-13.0, -9.5], [26.3, 26.3]), &[], &[LineOfControl]),
        ("Korea", line([127.5, 127.5], [38.0, 38.6]), &[LineOfControl], &[LineOfControl]),
    ];
    for scale in SCALES {
        for (name, line, recognised, de_facto) in &cases {
            assert_eq!(classes_across(scale, Boundaries::Recognised, line), *recognised, "{scale}: {name}");
            assert_eq!(classes_across(scale, Boundaries::DeFacto, line), *de_facto, "{scale}: {name}");
        }
    }
}
