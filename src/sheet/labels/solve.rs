//! One solution over all labels.

use super::candidates::candidates;
use super::obstacles::{crosses, overlap};
use super::{Obstacles, Room, Wish};

/// How far labels stay from each other and from obstacles, in pixels per unit.
const GAP: f64 = 3.0;
/// What it costs to leave a label out: more than any place where it could stand.
const LEFT_OUT: f64 = 1000.0;
/// How often the whole is gone through again for something better.
const ROUNDS: usize = 6;

/// Chooses a room for each wish, or none. First come the wishes of higher priority, then those before others in the
/// list; then each label in turn may move, or push one other label aside, if that makes the whole better. Equal costs
/// are settled by the order of the list, so that the same wishes give the same rooms.
pub fn solve(wishes: &[Wish], obstacles: &Obstacles, unit: f64) -> Vec<Option<Room>> {
    let gap = GAP * unit;
    let rooms: Vec<Vec<Room>> = wishes
        .iter()
        .map(|wish| {
            let mut rooms = candidates(wish);
            rooms.retain(|room| {
                obstacles.free(room.rect, gap) && room.leader.is_none_or(|(from, to)| obstacles.open(from, to))
            });
            rooms
        })
        .collect();
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_unstable_by_key(|&index| (std::cmp::Reverse(wishes[index].priority), index));
    let mut solution = Solution { wishes, rooms: &rooms, gap, chosen: vec![None; wishes.len()] };
    for &index in &order {
        solution.chosen[index] = solution.best(index, &[]).map(|(choice, _)| choice);
    }
    for _ in 0..ROUNDS {
        let better = order.iter().filter(|&&index| solution.improve(index)).count();
        if better == 0 {
            break;
        }
    }
    (0..wishes.len()).map(|index| solution.chosen[index].map(|choice| rooms[index][choice])).collect()
}

struct Solution<'a> {
    wishes: &'a [Wish],
    rooms: &'a [Vec<Room>],
    gap: f64,
    chosen: Vec<Option<usize>>,
}

impl Solution<'_> {
    /// The cheapest room of `index` that is free of all labels but those in `aside`, and its cost.
    fn best(&self, index: usize, aside: &[usize]) -> Option<(usize, f64)> {
        let free = |room: &Room| self.blockers(index, room).iter().all(|blocker| aside.contains(blocker));
        self.rooms[index]
            .iter()
            .enumerate()
            .filter(|(_, room)| free(room))
            .min_by(|(_, a), (_, b)| a.cost.total_cmp(&b.cost))
            .map(|(choice, room)| (choice, room.cost))
    }

    /// The labels that stand in the way of a room.
    fn blockers(&self, index: usize, room: &Room) -> Vec<usize> {
        (0..self.chosen.len())
            .filter(|&other| {
                other != index
                    && self.chosen[other].is_some_and(|choice| self.collide(room, &self.rooms[other][choice]))
            })
            .collect()
    }

    fn collide(&self, a: &Room, b: &Room) -> bool {
        let through =
            |leader: Option<(_, _)>, room: &Room| leader.is_some_and(|(from, to)| crosses(from, to, room.rect));
        overlap(a.rect.inflate(self.gap, self.gap), b.rect) || through(a.leader, b) || through(b.leader, a)
    }

    fn cost(&self, index: usize) -> f64 {
        self.chosen[index]
            .map_or(LEFT_OUT * f64::from(1 + self.wishes[index].priority), |choice| self.rooms[index][choice].cost)
    }

    /// Moves a label to a better room if there is one, even if one other label has to move for it.
    fn improve(&mut self, index: usize) -> bool {
        let now = self.cost(index);
        for choice in 0..self.rooms[index].len() {
            let room = self.rooms[index][choice];
            if room.cost >= now {
                continue;
            }
            match self.blockers(index, &room)[..] {
                [] => {
                    self.chosen[index] = Some(choice);
                    return true;
                }
                [other] => {
                    let before = (self.chosen[index], self.chosen[other]);
                    let costs = now + self.cost(other);
                    self.chosen[index] = Some(choice);
                    self.chosen[other] = None;
                    self.chosen[other] = self.best(other, &[]).map(|(choice, _)| choice);
                    if self.cost(index) + self.cost(other) < costs {
                        return true;
                    }
                    (self.chosen[index], self.chosen[other]) = before;
                }
                _ => {}
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::canvas::{Point, Rect};
    use crate::sheet::labels::Stance;

    use super::*;

    fn wish(x: f64, y: f64) -> Wish {
        Wish {
            anchor: Point::new(x, y),
            clearance: 6.0,
            width: 80.0,
            height: 20.0,
            stance: Stance::Beside,
            priority: 1,
        }
    }

    fn frame() -> Obstacles {
        Obstacles::new(Rect::new(0.0, 0.0, 400.0, 300.0))
    }

    #[test]
    fn a_crowd_is_spread_out_so_that_no_label_covers_another() {
        let wishes: Vec<Wish> =
            (0..12).map(|i| wish(180.0 + f64::from(i % 4) * 14.0, 140.0 + f64::from(i / 4) * 9.0)).collect();
        let rooms: Vec<Room> = solve(&wishes, &frame(), 1.0).into_iter().flatten().collect();
        assert!(rooms.len() > 6);
        for (at, a) in rooms.iter().enumerate() {
            assert!(rooms[at + 1..].iter().all(|b| !overlap(a.rect, b.rect)));
        }
    }

    #[test]
    fn a_label_steps_aside_for_one_that_has_nowhere_else_to_go() {
        // The second point is shut in: only to its left there is room, which the first would like to its right.
        let mut obstacles = frame();
        obstacles.add_box(Rect::new(196.0, 0.0, 400.0, 300.0));
        obstacles.add_box(Rect::new(0.0, 0.0, 196.0, 134.0));
        obstacles.add_box(Rect::new(0.0, 166.0, 196.0, 300.0));
        let wishes = [wish(98.0, 150.0), wish(190.0, 150.0)];
        let rooms = solve(&wishes, &obstacles, 1.0);
        assert!(rooms.iter().all(Option::is_some), "{rooms:?}");
    }

    #[test]
    fn the_same_wishes_give_the_same_rooms() {
        let wishes: Vec<Wish> = (0..20).map(|i| wish(f64::from(i * 37 % 380), f64::from(i * 53 % 280))).collect();
        assert_eq!(solve(&wishes, &frame(), 1.0), solve(&wishes, &frame(), 1.0));
    }
}
