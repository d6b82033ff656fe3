//! Geometries as `GeoPackage` keeps them: a header with the bounding box, then well-known binary (OGC 12-128r18, 2.1.3).

use geo::{BoundingRect, Coord, LineString, Rect};

use super::super::features::Shape;
use super::schema::WGS84;

/// West, south, east and north.
pub(super) type Bounds = [f64; 4];

/// The smallest rectangle on the plate of longitude and latitude; `None` for what is nowhere.
pub(super) fn bounds(shape: &Shape) -> Option<Bounds> {
    let of = |rect: Rect| [rect.min().x, rect.min().y, rect.max().x, rect.max().y];
    match shape {
        Shape::Nowhere => None,
        Shape::Point(point) => Some(of(point.bounding_rect())),
        Shape::Lines(lines) => lines.bounding_rect().map(of),
        Shape::Areas(areas) => areas.bounding_rect().map(of),
    }
}

/// The smallest that holds both.
pub(super) fn hull(a: Bounds, b: Bounds) -> Bounds {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

/// The bytes of a geometry, little-endian throughout.
pub(super) fn blob(shape: &Shape) -> Option<Vec<u8>> {
    const LITTLE_ENDIAN: u8 = 1;
    const WITH_BOX: u8 = 1 << 1;
    let mut bytes = b"GP\0".to_vec();
    let is_point = matches!(shape, Shape::Point(_));
    bytes.push(if is_point { LITTLE_ENDIAN } else { LITTLE_ENDIAN | WITH_BOX });
    bytes.extend(WGS84.to_le_bytes());
    let [west, south, east, north] = bounds(shape)?;
    if !is_point {
        put(&mut bytes, &[west, east, south, north]);
    }
    match shape {
        Shape::Nowhere => return None,
        Shape::Point(point) => {
            head(&mut bytes, 1);
            put(&mut bytes, &[point.x(), point.y()]);
        }
        Shape::Lines(lines) => {
            head(&mut bytes, 5);
            count(&mut bytes, lines.0.len());
            for line in lines {
                head(&mut bytes, 2);
                vertices(&mut bytes, line);
            }
        }
        Shape::Areas(areas) => {
            head(&mut bytes, 6);
            count(&mut bytes, areas.0.len());
            for area in areas {
                head(&mut bytes, 3);
                count(&mut bytes, 1 + area.interiors().len());
                for ring in std::iter::once(area.exterior()).chain(area.interiors()) {
                    vertices(&mut bytes, ring);
                }
            }
        }
    }
    Some(bytes)
}

/// The order of the bytes and the type of the geometry.
fn head(bytes: &mut Vec<u8>, kind: u32) {
    bytes.push(1);
    bytes.extend(kind.to_le_bytes());
}

fn vertices(bytes: &mut Vec<u8>, line: &LineString) {
    count(bytes, line.0.len());
    for Coord { x, y } in line.coords() {
        put(bytes, &[*x, *y]);
    }
}

fn count(bytes: &mut Vec<u8>, count: usize) {
    bytes.extend((count as u32).to_le_bytes());
}

fn put(bytes: &mut Vec<u8>, numbers: &[f64]) {
    for number in numbers {
        bytes.extend(number.to_le_bytes());
    }
}
