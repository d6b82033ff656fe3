//! Laying a route at every point of a grid.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::{Map, Value};

use crate::diagnostic::Diagnostic;
use crate::journey::{Journey, Memo};
use crate::network::Networks;
use crate::route::{Draft, Reading};

use super::grid::Grid;
use super::point::Point;

/// So many points are held at once, and shown as progress.
pub const BATCH: usize = 64;

/// A route, and the figures to turn.
#[derive(Debug)]
pub struct Sweep<'a> {
    /// The route file.
    pub draft: &'a Draft,
    /// What is set in it at every point: `KEY=VALUE`.
    pub sets: &'a [String],
    /// The variant of it that is taken.
    pub variant: Option<&'a str>,
    /// What legs are laid on.
    pub networks: &'a Networks,
    /// The points.
    pub grid: &'a Grid,
}

/// How a sweep went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Points.
    pub points: usize,
    /// Points at which the route can't be laid.
    pub failed: usize,
}

impl Sweep<'_> {
    /// The route as it stands, without any of the values.
    ///
    /// # Errors
    /// What is wrong with the file, with a parameter that it doesn't have, or with the first value of one.
    pub fn base(&self) -> Result<Reading, Vec<Diagnostic>> {
        let reading = self.draft.read(self.sets, &[], self.variant)?;
        for vary in self.grid.varied() {
            self.draft.read(self.sets, &[format!("{}={}", vary.key, vary.values.at(0))], self.variant)?;
        }
        Ok(reading)
    }

    /// Lays the route at every point and hands the points to `take`, in their order, as they come; memory does not grow with their
    /// number.
    ///
    /// # Errors
    /// The first error of `take`, after which no further point is laid.
    pub fn run<E>(&self, mut take: impl FnMut(Point) -> Result<(), E>) -> Result<Summary, E> {
        let memo = Memo::shared();
        let mut summary = Summary::default();
        for start in (0..self.grid.len()).step_by(BATCH) {
            for point in self.batch(start, self.grid.len().min(start + BATCH), &memo) {
                summary.points += 1;
                summary.failed += usize::from(point.error.is_some());
                take(point)?;
            }
        }
        Ok(summary)
    }

    /// The points from `start` to before `end`, in their order.
    fn batch(&self, start: usize, end: usize, memo: &Memo) -> Vec<Point> {
        let next = AtomicUsize::new(start);
        let work = || {
            let mut done: Vec<(usize, Point)> = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= end {
                    return done;
                }
                done.push((at, self.point(at, memo)));
            }
        };
        let mut points = thread::scope(|scope| {
            let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get).min(end - start);
            let helpers: Vec<_> =
                (1..threads).filter_map(|_| thread::Builder::new().spawn_scoped(scope, work).ok()).collect();
            let mut points = work();
            for helper in helpers {
                match helper.join() {
                    Ok(more) => points.extend(more),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            points
        });
        points.sort_unstable_by_key(|(at, _)| *at);
        points.into_iter().map(|(_, point)| point).collect()
    }

    /// The point number `at`, from 0.
    pub fn point(&self, at: usize, memo: &Memo) -> Point {
        let (values, laid) = self.journey(at, memo);
        match laid {
            // Straight legs have their interval; those over networks would have to be laid again and again.
            Ok(journey) => Point::of(values, &journey.with_uncertainty(self.networks, 0, 0)),
            Err(diagnostics) => Point::failed(values, &diagnostics),
        }
    }

    /// The values of the point number `at`, and the route laid with them.
    pub fn journey(&self, at: usize, memo: &Memo) -> (Map<String, Value>, Result<Journey, Vec<Diagnostic>>) {
        let (values, keys) = (self.grid.at(at), self.grid.varied().iter().map(|vary| &vary.key));
        let varied: Vec<String> = keys.clone().zip(&values).map(|(key, value)| format!("{key}={value}")).collect();
        let laid = self
            .draft
            .read(self.sets, &varied, self.variant)
            .and_then(|reading| Journey::lay_again(reading.route, self.networks, memo));
        let values = keys.cloned().zip(values.into_iter().map(Value::from)).collect();
        (values, laid)
    }
}
