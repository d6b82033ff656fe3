//! Land borders as lines, to draw.

use geo::{LineString, Rect};

use super::{Boundaries, Scale, layers};

/// What kind of border a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BorderClass {
    /// Between two countries, undisputed in the point of view.
    International,
    /// Claimed otherwise by somebody: Israel and Palestine, China and India.
    Disputed,
    /// A ceasefire line that nobody claims as border: Korea, Kashmir.
    LineOfControl,
    /// Never fixed: Ethiopia and Somalia, the Southern Patagonian Ice Field.
    Indefinite,
    /// The edge of land that one country leases from another: Guantanamo Bay, Baikonur. Only de facto.
    Lease,
}

/// A stretch of border.
#[derive(Clone, Debug, PartialEq)]
pub struct BorderLine {
    /// What kind of border it is in the point of view that was asked for.
    pub class: BorderClass,
    /// Where it runs.
    pub line: LineString,
}

/// The land borders that `view` knows and whose bounding box meets one of the rectangles. Borders that run through the sea
/// are not among them, but for a few disputed straits.
///
/// # Example
/// ```
/// use geo::Rect;
/// use portolan::world::{Boundaries, Scale, border_lines};
///
/// let perekop = [Rect::new((33.6, 46.1), (33.7, 46.2))];
/// assert_eq!(border_lines(Scale::M10, Boundaries::DeFacto, &perekop).len(), 1);
/// assert_eq!(border_lines(Scale::M10, Boundaries::Recognised, &perekop).len(), 0);
/// ```
pub fn border_lines(scale: Scale, view: Boundaries, within: &[Rect]) -> Vec<BorderLine> {
    layers::borders(scale)
        .meeting(within)
        .filter_map(|shape| {
            let (de_facto, recognised) = shape.attributes;
            let class = class(match view {
                Boundaries::DeFacto => de_facto,
                Boundaries::Recognised => recognised,
            })?;
            Some(BorderLine { class, line: shape.line() })
        })
        .collect()
}

/// The class of that number; 0 stands for a line that is not drawn. `data/build/borders.py` has the same list.
fn class(number: usize) -> Option<BorderClass> {
    match number {
        1 => Some(BorderClass::International),
        2 => Some(BorderClass::Disputed),
        3 => Some(BorderClass::LineOfControl),
        4 => Some(BorderClass::Indefinite),
        5 => Some(BorderClass::Lease),
        _ => None,
    }
}
