//! Lines without vertices that nobody would see (Ramer 1972; Douglas and Peucker 1973).

/// A line may be so far off, in pixels.
pub const UNSEEN_PX: f64 = 0.2;

/// The vertices of a line that are needed for it to be nowhere farther than `off` from where it was.
pub fn thin(line: &[[f64; 2]], off: f64) -> Vec<[f64; 2]> {
    let Some(last) = line.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![false; line.len()];
    (kept[0], kept[last]) = (true, true);
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let mut farthest = (off * off, None);
        for at in from + 1..to {
            let square = off_edge(line[at], line[from], line[to]);
            if square > farthest.0 {
                farthest = (square, Some(at));
            }
        }
        if let Some(at) = farthest.1 {
            kept[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    line.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// The square of a point's distance from an edge.
fn off_edge(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    let [x, y] = [point[0] - from[0], point[1] - from[1]];
    let (along, length2) = (x * dx + y * dy, dx * dx + dy * dy);
    if along <= 0.0 {
        x * x + y * y
    } else if along >= length2 {
        let [x, y] = [point[0] - to[0], point[1] - to[1]];
        x * x + y * y
    } else {
        let across = dx * y - dy * x;
        across * across / length2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_of_a_bend_is_kept() {
        let line = [[0.0, 0.0], [1.0, 0.1], [2.0, -0.1], [3.0, 5.0], [4.0, 6.0], [5.0, 7.05], [9.0, 7.0], [0.0, 0.0]];
        let kept = [[0.0, 0.0], [2.0, -0.1], [3.0, 5.0], [5.0, 7.05], [9.0, 7.0], [0.0, 0.0]];
        assert_eq!(thin(&line, 0.15), kept);
        assert_eq!(thin(&line[..1], 0.15), [[0.0, 0.0]]);
        assert!(thin(&[], 0.15).is_empty());
    }
}
