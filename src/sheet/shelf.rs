//! The shelf below the map of a tall page: where a wide route would leave most of a tall frame to other countries, the frame
//! is cut to what the route needs, and the insets, the card and the legend stand below it instead of on it.

use crate::canvas::Rect;

use super::layout::Layout;

/// The least height of a map, as a part of its width.
const LEAST: f64 = 0.52;
/// How much of the frame's width the route takes, and of its height at most.
const ROUTE: (f64, f64) = (0.86, 0.8);
/// How much taller than needed a map had better be.
const AIRY: f64 = 1.12;
/// A frame that is that much taller than its map had better be has a shelf.
const TOO_TALL: f64 = 1.3;
/// A map keeps that part of its frame, whatever stands below it.
const MAP: f64 = 0.45;
/// A column's map is no taller than that part of its width, unless the route needs it.
const COLUMN: f64 = 0.78;
/// How high an inset's map is at least and at most, as parts of its width.
const INSET: (f64, f64) = (0.5, 0.75);
/// What is left for an inset beside the card, at least, as a part of the width.
const BESIDE: f64 = 0.38;
/// The space between the panels, in units.
const GAP: f64 = 18.0;

/// What is to stand on the shelf. Lengths in pixels.
pub struct Contents<'a> {
    /// How high the heading of each inset is, when the inset is so wide.
    pub heading: &'a dyn Fn(usize, f64) -> f64,
    /// The insets in the order of what they show on the map, from left to right.
    pub insets: Vec<usize>,
    /// How wide an inset is at least.
    pub least: f64,
    /// Whether what the insets show lies more to the right of the map.
    pub is_right: bool,
    /// The legend's width and height in so many columns, as many as it may have.
    pub legend: Vec<(f64, f64)>,
    /// The card's width and height.
    pub card: Option<(f64, f64)>,
}

/// Where each panel stands below the map, in pixels.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// Each inset, by its number.
    pub insets: Vec<Rect>,
    /// Where the leader of an inset passes between those that stand above it.
    pub between: Vec<Option<f64>>,
    /// The legend.
    pub legend: Rect,
    /// The card of claims.
    pub card: Option<Rect>,
}

/// How the insets stand on the shelf.
#[derive(Clone, Copy)]
enum Arrangement {
    /// So many beside one another, and the legend and the card below them.
    Rows(usize),
    /// The only one beside the legend and the card.
    Beside,
}

/// How high the map of a route must be on a frame of that width, when the route is `aspect` times as wide as high.
fn needed(width: f64, aspect: f64) -> f64 {
    (ROUTE.0 * width / aspect / ROUTE.1).max(LEAST * width)
}

/// Whether a frame is much taller than the route needs.
pub fn is_wanted(layout: &Layout, aspect: f64) -> bool {
    let factor = if layout.size.is_column { 1.0 } else { TOO_TALL };
    layout.frame.height() > factor * AIRY * needed(layout.frame.width(), aspect)
}

/// A frame without a shelf: that of a column is as high as its map had better be.
pub fn without(layout: Layout, aspect: f64) -> Layout {
    let width = layout.frame.width();
    let height = (AIRY * needed(width, aspect)).max(COLUMN * width);
    if layout.size.is_column && height < layout.frame.height() { layout.with_map(height, 0.0) } else { layout }
}

/// The page with a shelf on it; `None` where there is no room for one.
pub fn set(layout: Layout, aspect: f64, contents: &Contents, unit: f64) -> Option<(Layout, Shelf)> {
    let (width, gap) = (layout.frame.width(), GAP * unit);
    let room = layout.frame.height() - gap;
    // A column grows with what stands on it.
    let part = if layout.size.is_column { 0.0 } else { MAP * room };
    let needed = needed(width, aspect).max(part);
    let all: &[Arrangement] = match contents.insets.len() {
        0 => &[Arrangement::Rows(1)],
        1 => &[Arrangement::Beside, Arrangement::Rows(1)],
        2 => &[Arrangement::Rows(2)],
        _ => &[Arrangement::Rows(3), Arrangement::Rows(2)],
    };
    let mut best: Option<(f64, Arrangement, f64)> = None;
    for arrangement in all {
        let Some((least, most)) = heights(*arrangement, contents, width, gap) else { continue };
        // A column grows: its insets need not.
        let wanted = if layout.size.is_column { least } else { room - AIRY * needed };
        let height = wanted.clamp(least, most);
        if least <= room - needed && best.is_none_or(|(lowest, ..)| least < lowest) {
            best = Some((least, *arrangement, height));
        }
    }
    let (_, arrangement, height) = best?;
    let map =
        if layout.size.is_column { (room - height).min((AIRY * needed).max(COLUMN * width)) } else { room - height };
    let layout = layout.with_map(map, gap + height);
    let Rect { x0, x1, y1, .. } = layout.frame;
    let shelf = Rect::new(x0, y1 + gap, x1, y1 + gap + height);
    Some((layout, rects(arrangement, contents, shelf, gap)?))
}

/// How high a shelf of this width is at least and at most; `None` where something on it would be too wide.
fn heights(arrangement: Arrangement, contents: &Contents, width: f64, gap: f64) -> Option<(f64, f64)> {
    let inset = |number: &usize, width: f64, part: f64| (contents.heading)(*number, width) + part * width;
    match arrangement {
        Arrangement::Rows(across) => {
            if !contents.insets.is_empty() && share(width, across, gap) < contents.least {
                return None;
            }
            let rows_of = |part: f64| {
                let rows = rows(contents, across);
                let height = |row: &Vec<usize>| {
                    let width = share(width, row.len(), gap);
                    row.iter().map(|number| inset(number, width, part)).fold(0.0, f64::max) + gap
                };
                rows.iter().map(height).sum::<f64>()
            };
            let foot = Foot::new(contents, width, gap)?.height;
            Some((rows_of(INSET.0) + foot, rows_of(INSET.1) + foot))
        }
        Arrangement::Beside => {
            let narrow = beside(contents);
            let wide = width - gap - narrow;
            if wide < contents.least.max(BESIDE * width) {
                return None;
            }
            let words = contents.card.map_or(0.0, |card| card.1 + gap) + legend_within(contents, narrow)?.1;
            let least = words.max(inset(&0, wide, INSET.0));
            Some((least, least.max(inset(&0, wide, INSET.1))))
        }
    }
}

/// The insets so many across. Of three in two rows the middle one stands below: the leaders of the others do not cross its own,
/// which passes between them.
fn rows(contents: &Contents, across: usize) -> Vec<Vec<usize>> {
    match (across, &contents.insets[..]) {
        (2, [left, middle, right]) => vec![vec![*left, *right], vec![*middle]],
        (_, all) => all.chunks(across).map(<[usize]>::to_vec).collect(),
    }
}

/// How wide the legend and the card are, one above the other.
fn beside(contents: &Contents) -> f64 {
    contents.legend[0].0.max(contents.card.map_or(0.0, |card| card.0))
}

/// The legend in as many columns as fit into a width.
fn legend_within(contents: &Contents, width: f64) -> Option<(f64, f64)> {
    contents.legend.iter().rev().copied().find(|(across, _)| *across <= width)
}

/// So many things of equal width, with gaps between them.
fn share(width: f64, count: usize, gap: f64) -> f64 {
    (width - gap * (count - 1) as f64) / count as f64
}

/// The legend and the card below the insets, seen from their upper left corner.
struct Foot {
    legend: Rect,
    card: Option<Rect>,
    height: f64,
}

impl Foot {
    /// Beside one another if they fit, with the legend in no more columns than make it as low as the card.
    fn new(contents: &Contents, width: f64, gap: f64) -> Option<Foot> {
        let Some(card) = contents.card else {
            let height = legend_within(contents, width)?.1;
            return Some(Foot { legend: Rect::new(0.0, 0.0, width, height), card: None, height });
        };
        let fitting = contents.legend.iter().take_while(|(across, _)| across + gap + card.0 <= width);
        let low = fitting.clone().find(|(_, height)| *height <= AIRY * card.1);
        if let Some((across, down)) = low.or(fitting.last()) {
            let height = down.max(card.1);
            let legend = Rect::new(0.0, 0.0, *across, height);
            return Some(Foot { legend, card: Some(Rect::new(across + gap, 0.0, width, height)), height });
        }
        let (legend, top) = (legend_within(contents, width)?, card.1 + gap);
        let height = top + legend.1;
        let card = (card.0 <= width).then(|| Rect::new(0.0, 0.0, width, card.1))?;
        Some(Foot { legend: Rect::new(0.0, top, width, height), card: Some(card), height })
    }
}

/// The panels on a shelf of that size.
fn rects(arrangement: Arrangement, contents: &Contents, shelf: Rect, gap: f64) -> Option<Shelf> {
    let (width, height) = (shelf.width(), shelf.height());
    let (mut insets, mut between) = (vec![Rect::ZERO; contents.insets.len()], vec![None; contents.insets.len()]);
    match arrangement {
        Arrangement::Rows(across) => {
            let foot = Foot::new(contents, width, gap)?;
            let rows = rows(contents, across);
            let row_height = share(height - foot.height - gap, rows.len().max(1), gap);
            for (at, row) in rows.iter().enumerate() {
                let y = shelf.y0 + (row_height + gap) * at as f64;
                let own_width = share(width, row.len(), gap);
                for (column, number) in row.iter().enumerate() {
                    let x = shelf.x0 + (own_width + gap) * column as f64;
                    insets[*number] = Rect::new(x, y, x + own_width, y + row_height);
                    between[*number] = (at > 0).then(|| shelf.x0 + share(width, across, gap) + gap / 2.0);
                }
            }
            let set = |rect: Rect| rect.with_origin((shelf.x0 + rect.x0, shelf.y1 - foot.height + rect.y0));
            Some(Shelf { insets, between, legend: set(foot.legend), card: foot.card.map(set) })
        }
        Arrangement::Beside => {
            let narrow = beside(contents);
            let wide = width - gap - narrow;
            let (left, words) =
                if contents.is_right { (shelf.x1 - wide, shelf.x0) } else { (shelf.x0, shelf.x1 - narrow) };
            insets[0] = Rect::new(left, shelf.y0, left + wide, shelf.y1);
            let card = contents.card.map(|card| Rect::new(words, shelf.y0, words + narrow, shelf.y0 + card.1));
            let top = card.map_or(shelf.y0, |card| card.y1 + gap);
            Some(Shelf { insets, between, legend: Rect::new(words, top, words + narrow, shelf.y1), card })
        }
    }
}
