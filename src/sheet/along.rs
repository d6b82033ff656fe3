//! Going along a line of pixels: how long it is, what lies where on it, and the line that runs beside it.

use crate::canvas::Point;

/// The length of the line's pieces together.
pub fn length(pieces: &[Vec<[f64; 2]>]) -> f64 {
    pieces.iter().flat_map(|piece| piece.windows(2)).map(|ends| step(ends[0], ends[1])).sum()
}

/// The point so many pixels along the pieces, and the direction there, of length 1; `None` beyond the end.
pub fn at(pieces: &[Vec<[f64; 2]>], mut pixels: f64) -> Option<(Point, [f64; 2])> {
    for ends in pieces.iter().flat_map(|piece| piece.windows(2)) {
        let long = step(ends[0], ends[1]);
        if long > 0.0 && pixels <= long {
            let toward = [(ends[1][0] - ends[0][0]) / long, (ends[1][1] - ends[0][1]) / long];
            return Some((Point::new(ends[0][0] + toward[0] * pixels, ends[0][1] + toward[1] * pixels), toward));
        }
        pixels -= long;
    }
    None
}

/// The direction of the line around a point, over `reach` pixels to either side: what the eye takes for its direction.
pub fn direction(pieces: &[Vec<[f64; 2]>], pixels: f64, reach: f64) -> Option<[f64; 2]> {
    let (from, to) = (at(pieces, (pixels - reach).max(0.0))?.0, at(pieces, pixels + reach)?.0);
    let long = from.distance(to);
    (long > 0.3 * reach).then(|| [(to.x - from.x) / long, (to.y - from.y) / long])
}

/// The line `distance` pixels to the right of a line, without the knots that bends would give it.
pub fn beside(line: &[[f64; 2]], distance: f64) -> Vec<[f64; 2]> {
    let mut thin: Vec<[f64; 2]> = Vec::new();
    for (number, point) in line.iter().enumerate() {
        let far = thin.last().is_none_or(|last| step(*last, *point) > distance.abs());
        if far || number + 1 == line.len() {
            thin.push(*point);
        }
    }
    (0..thin.len())
        .filter_map(|number| {
            let (before, after) = (thin[number.saturating_sub(1)], thin[(number + 1).min(thin.len() - 1)]);
            let long = step(before, after);
            (long > 0.0).then(|| {
                let [x, y] = thin[number];
                [x - (after[1] - before[1]) / long * distance, y + (after[0] - before[0]) / long * distance]
            })
        })
        .collect()
}

fn step(a: [f64; 2], b: [f64; 2]) -> f64 {
    (b[0] - a[0]).hypot(b[1] - a[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_along_a_line_in_pieces_is_found_beyond_its_gap() {
        let pieces = [vec![[0.0, 0.0], [10.0, 0.0]], vec![[50.0, 0.0], [50.0, 30.0]]];
        assert!((length(&pieces) - 40.0).abs() < 1e-9);
        let (point, toward) = at(&pieces, 15.0).unwrap_or((Point::ZERO, [0.0; 2]));
        assert_eq!((point, toward), (Point::new(50.0, 5.0), [0.0, 1.0]));
        assert!(at(&pieces, 41.0).is_none());
    }

    #[test]
    fn a_line_beside_another_keeps_to_its_right() {
        let right = beside(&[[0.0, 0.0], [50.0, 0.0], [100.0, 0.0]], 8.0);
        assert!(right.iter().all(|point| (point[1] - 8.0).abs() < 1e-9), "{right:?}");
    }
}
