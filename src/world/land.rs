//! Land and lakes, to draw and to keep ships off.

use geo::{Polygon, Rect};

use super::shapes::Shape;
use super::{Scale, layers};

/// A lake or reservoir, its islands as holes.
#[derive(Clone, Debug, PartialEq)]
pub struct Lake {
    /// Natural Earth's scale rank: 0 for the largest lakes, up to 7.
    pub rank: u8,
    /// Its outline; wound as [`land`] is.
    pub polygon: Polygon,
}

/// The polygons of land whose bounding box meets one of the rectangles, whole turns of longitude apart or not.
///
/// They are polygons on the sphere: the inside is on the left (exteriors counter-clockwise, holes clockwise), nothing is
/// cut at ±180° or at the pole. Longitudes are unwrapped: Chukotka goes on to 190°, and two points that follow each other
/// are never more than 180° apart. Antarctica's ring runs once around the pole, from 180° to -180°; the edge that closes it
/// is a whole turn in numbers and nothing on the sphere.
///
/// # Example
/// ```
/// use portolan::world::{Scale, everywhere, land};
///
/// assert_eq!(land(Scale::M110, &[everywhere()]).len(), 124);
/// ```
pub fn land(scale: Scale, within: &[Rect]) -> Vec<Polygon> {
    layers::land(scale).meeting(within).map(|shape| shape.polygon()).collect()
}

/// The same with fewer vertices: where a coast keeps to one side of `window`, straight edges there stand for it.
pub fn land_near(scale: Scale, within: &[Rect], window: Rect) -> Vec<Polygon> {
    layers::land(scale).meeting(within).map(|shape| shape.polygon_near(window)).collect()
}

/// What [`land`] gives at 1:10m everywhere, in its order, not yet decoded.
#[cfg(feature = "sea")]
pub(crate) fn land_shapes() -> Vec<Shape> {
    layers::land(Scale::M10).shapes().collect()
}

/// The lakes whose bounding box meets one of the rectangles, as for [`land`].
pub fn lakes(scale: Scale, within: &[Rect]) -> Vec<Lake> {
    let lake = |shape: Shape| Lake { rank: shape.attributes.0 as u8, polygon: shape.polygon() };
    layers::lakes(scale).meeting(within).map(lake).collect()
}

/// The rectangle that everything meets.
pub fn everywhere() -> Rect {
    Rect::new((-180.0, -90.0), (180.0, 90.0))
}
