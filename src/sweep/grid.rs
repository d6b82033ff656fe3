//! All points of a sweep.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalog::{NOT_A_RANGE, TOO_MANY_POINTS};
use crate::numerals;

use super::vary::Vary;

/// More points are taken only if that is asked for.
pub const MOST_POINTS: usize = 100_000;

/// Every combination of the values of some parameters; those of the last change fastest.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    varied: Vec<Vary>,
    len: usize,
}

impl Grid {
    /// The points that these span.
    ///
    /// # Errors
    /// A parameter named twice; more than [`MOST_POINTS`] points, unless `force`.
    pub fn new(varied: Vec<Vary>, force: bool) -> Result<Grid, Box<Diagnostic>> {
        for (at, vary) in varied.iter().enumerate() {
            if varied[..at].iter().any(|before| before.key == vary.key) {
                let message = format!("`{}` is varied twice", vary.key);
                return Err(Box::new(
                    Diagnostic::error(&NOT_A_RANGE, message).help("put all its values into one --vary"),
                ));
            }
        }
        let len = varied.iter().try_fold(1_usize, |len, vary| len.checked_mul(vary.values.len()));
        match len {
            Some(len) if len <= MOST_POINTS || force => Ok(Grid { varied, len }),
            _ => {
                let count = len.map_or("too many".to_owned(), |len| numerals::grouped(len as u64));
                let message =
                    format!("the values span {count} points, and {} are taken", numerals::grouped(MOST_POINTS as u64));
                Err(Box::new(Diagnostic::error(&TOO_MANY_POINTS, message).help("take larger steps, or add --force")))
            }
        }
    }

    /// The parameters.
    pub fn varied(&self) -> &[Vary] {
        &self.varied
    }

    /// How many points there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no point; there always is one.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The values of the point number `at`, from 0, one for each parameter.
    pub fn at(&self, at: usize) -> Vec<String> {
        let mut rest = at;
        let mut values: Vec<String> = Vec::with_capacity(self.varied.len());
        for vary in self.varied.iter().rev() {
            values.push(vary.values.at(rest % vary.values.len()));
            rest /= vary.values.len();
        }
        values.reverse();
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(arguments: &[&str], force: bool) -> Result<Grid, Box<Diagnostic>> {
        Grid::new(arguments.iter().map(|argument| Vary::parse(argument).unwrap()).collect(), force)
    }

    #[test]
    fn every_combination_comes_once() {
        let grid = grid(&["a=1..3:1", "b=x,y"], false).unwrap();
        let points: Vec<String> = (0..grid.len()).map(|at| grid.at(at).join("")).collect();
        assert_eq!(points, ["1x", "1y", "2x", "2y", "3x", "3y"]);
    }

    #[test]
    fn too_many_points_have_to_be_asked_for() {
        let arguments = ["a=1..1000:1", "b=1..101:1"];
        assert!(grid(&arguments, false).unwrap_err().message.contains("101,000 points"));
        assert_eq!(grid(&arguments, true).unwrap().len(), 101_000);
        let huge = ["a=0..999999999999999:1", "b=0..999999999999999:1"];
        assert!(grid(&huge, true).is_err(), "what can't be counted can't be forced");
    }
}
