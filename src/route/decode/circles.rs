//! Circles among things that depend on each other.

/// A circle in a graph given as the successors of each node: its nodes in order, the first again at the end.
pub fn find(arrows: &[Vec<usize>]) -> Option<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut states = vec![State::New; arrows.len()];
    for start in 0..arrows.len() {
        if states[start] != State::New {
            continue;
        }
        // The path from `start`, and how many of each node's arrows were followed: a stack of our own, since a
        // chain of ten thousand quotes would overflow the other one.
        let mut path = vec![(start, 0)];
        states[start] = State::Open;
        while let Some(top) = path.last_mut() {
            let (node, followed) = *top;
            top.1 += 1;
            match arrows[node].get(followed) {
                Some(&next) if states[next] == State::Open => {
                    let from = path.iter().position(|(node, _)| *node == next).unwrap_or(0);
                    return Some(path[from..].iter().map(|(node, _)| *node).chain([next]).collect());
                }
                Some(&next) if states[next] == State::New => {
                    states[next] = State::Open;
                    path.push((next, 0));
                }
                Some(_) => {}
                None => {
                    states[node] = State::Done;
                    path.pop();
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_circle_is_found_wherever_the_search_starts() {
        assert_eq!(find(&[vec![1], vec![2], vec![1]]), Some(vec![1, 2, 1]));
        assert_eq!(find(&[vec![0]]), Some(vec![0, 0]));
    }

    #[test]
    fn two_ways_to_the_same_end_are_no_circle() {
        assert_eq!(find(&[vec![1, 2], vec![3], vec![3], vec![]]), None);
    }
}
