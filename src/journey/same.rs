//! Claims about the same thing, side by side, and which of them can hold together.

use crate::route::{Claim, Interval, Spanned, Subject};

use super::{Journey, Judgement};

/// More claims about one thing are not set against one another: their sets would fill the memory.
pub const MOST_COMPARED: usize = 200;

/// Claims about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameThing {
    /// Their places in the route's list of claims, from 0.
    pub claims: Vec<usize>,
    /// The largest sets of them that can hold together, by what they report alone; the largest first. One, if all can; none
    /// if there are more than [`MOST_COMPARED`] claims.
    pub together: Vec<Vec<usize>>,
}

impl SameThing {
    /// Whether they can't all be true.
    pub fn is_conflict(&self) -> bool {
        self.together.len() > 1
    }

    /// Whether two of the claims can hold together.
    pub fn can_hold(&self, one: usize, other: usize) -> bool {
        self.together.is_empty() || self.together.iter().any(|set| set.contains(&one) && set.contains(&other))
    }
}

impl Journey {
    /// Claims about the same thing, where there are several, in the order of the route.
    pub fn same_things(&self) -> Vec<SameThing> {
        let claims = &self.route.claims;
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (at, claim) in claims.iter().enumerate() {
            match groups.iter_mut().find(|group| claims[group[0]].subject.is_same(&claim.subject)) {
                Some(group) => group.push(at),
                None => groups.push(vec![at]),
            }
        }
        groups.retain(|group| group.len() > 1);
        groups.into_iter().map(|claims| SameThing { together: self.together(&claims), claims }).collect()
    }

    fn together(&self, group: &[usize]) -> Vec<Vec<usize>> {
        if group.len() > MOST_COMPARED {
            return Vec::new();
        }
        let intervals = group.iter().map(|&at| Some((at, reported(&self.judgements[at])?)));
        let sets = match intervals.collect::<Option<Vec<(usize, Interval)>>>() {
            Some(intervals) => with_a_common_value(&intervals),
            None => without_contradiction(group, &self.route.claims),
        };
        largest(sets)
    }
}

/// What a claim reports, as an interval.
fn reported(judgement: &Judgement) -> Option<Interval> {
    judgement.reported_km.or(judgement.compared.map(|compared| compared.reported))
}

/// Intervals of which each two meet have a value in common, and the lowest of these is where one of them starts (Helly).
fn with_a_common_value(intervals: &[(usize, Interval)]) -> Vec<Vec<usize>> {
    let holding = |value: f64| {
        let holds = intervals.iter().filter(move |(_, interval)| interval.low <= value && value <= interval.high);
        holds.map(|(at, _)| *at).collect()
    };
    intervals.iter().map(|(_, interval)| holding(interval.low)).collect()
}

/// From each claim on, every other one that contradicts none of those taken before.
fn without_contradiction(group: &[usize], claims: &[Claim]) -> Vec<Vec<usize>> {
    let from = |first: usize| {
        let mut set = vec![first];
        for &at in group.iter().filter(|&&at| at != first) {
            if set.iter().all(|&taken| !contradict(&claims[taken], &claims[at])) {
                set.push(at);
            }
        }
        set.sort_unstable();
        set
    };
    group.iter().map(|&first| from(first)).collect()
}

/// Whether two statements that hold no figure exclude each other.
fn contradict(a: &Claim, b: &Claim) -> bool {
    match (&a.subject, &b.subject) {
        (Subject::Nearest { to, .. }, Subject::Nearest { to: other, .. }) => to.value != other.value,
        // What one says is passed and the other doesn't mention may be passed nevertheless.
        (Subject::Passes { through, avoid, .. }, Subject::Passes { through: through_b, avoid: avoid_b, .. }) => {
            let share = |ours: &[Spanned<String>], theirs: &[Spanned<String>]| {
                ours.iter().any(|one| theirs.iter().any(|other| one.value == other.value))
            };
            share(through, avoid_b) || share(avoid, through_b)
        }
        (Subject::About(about), Subject::About(_)) if !about.is_loose => {
            let [a, b] = [a, b].map(|claim| claim.says.value.trim().to_lowercase());
            !a.contains(&b) && !b.contains(&a)
        }
        _ => false,
    }
}

/// Without those that are a part of another, and each once.
fn largest(mut sets: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    sets.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    sets.dedup();
    let mut kept: Vec<Vec<usize>> = Vec::new();
    for set in sets {
        if !kept.iter().any(|larger| set.iter().all(|at| larger.contains(at))) {
            kept.push(set);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets(intervals: &[(f64, f64)]) -> Vec<Vec<usize>> {
        let intervals: Vec<(usize, Interval)> =
            intervals.iter().enumerate().map(|(at, &(low, high))| (at, Interval { low, high })).collect();
        largest(with_a_common_value(&intervals))
    }

    #[test]
    fn a_chain_of_intervals_holds_together_two_by_two() {
        assert_eq!(sets(&[(0.0, 2.0), (1.0, 4.0), (3.0, 5.0)]), [[0, 1], [1, 2]]);
        assert_eq!(sets(&[(0.0, 3.0), (1.0, 4.0), (3.0, 5.0)]), [[0, 1, 2]]);
        assert_eq!(sets(&[(5.0, f64::INFINITY), (0.0, 1.0), (7.0, 8.0)]), [vec![0, 2], vec![1]]);
    }

    /// By trying all sets of up to ten intervals.
    #[test]
    fn no_larger_set_holds_together_than_is_found() {
        let mut state = 7_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 % 20.0
        };
        for _ in 0..200 {
            let intervals: Vec<(f64, f64)> = (0..8)
                .map(|_| {
                    let low = next();
                    (low, low + next() / 4.0)
                })
                .collect();
            let meets = |a: usize, b: usize| intervals[a].0 <= intervals[b].1 && intervals[b].0 <= intervals[a].1;
            let holds = |set: u32| {
                let members: Vec<usize> = (0..8).filter(|at| set & (1 << at) != 0).collect();
                members.iter().all(|&a| members.iter().all(|&b| meets(a, b)))
            };
            let all: Vec<u32> = (1..256).filter(|&set| holds(set)).collect();
            let mut expected: Vec<Vec<usize>> = all
                .iter()
                .filter(|&&set| !all.iter().any(|&other| other != set && other & set == set))
                .map(|set| (0..8).filter(|at| set & (1 << at) != 0).collect())
                .collect();
            let mut found = sets(&intervals);
            expected.sort();
            found.sort();
            assert_eq!(found, expected);
        }
    }
}
