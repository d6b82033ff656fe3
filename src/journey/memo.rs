//! What was looked up, laid and measured before: a route that is laid again and again with other figures needs most of it again.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::diagnostic::Diagnostic;
use crate::geodesy::Border;

use super::lay::LaidLeg;
use super::level::Levels;
use super::look_up::Found;
use super::mileage::Mileage;

/// Answers to what laying a route asks. They are the same with it as without, and it holds no more than some hundred.
#[derive(Debug, Default)]
pub struct Memo {
    /// What names were taken for.
    pub(super) names: Kept<(Option<Found>, Vec<Diagnostic>)>,
    /// Legs, and what was said about them.
    pub(super) legs: Kept<(LaidLeg, Vec<Diagnostic>)>,
    /// How far along them one is.
    pub(super) mileages: Kept<Option<Mileage>>,
    /// Borders and coasts, by the words for them.
    pub(super) borders: Kept<Option<Arc<Border>>>,
    /// Distances along legs.
    pub(super) levels: Kept<Levels>,
    /// What is told about places that lie outside their countries.
    pub(super) outside: Kept<Option<Diagnostic>>,
    /// Whether routes are laid on all processors at once, so that none of them is divided among threads.
    pub(super) one_thread: bool,
}

impl Memo {
    /// For routes that are laid on all processors at once: none of them is divided among threads.
    pub fn shared() -> Memo {
        Memo { one_thread: true, ..Memo::default() }
    }
}

/// How many answers one generation holds.
const GENERATION: usize = 64;

/// Answers by what was asked. When there are many, those that weren't asked for lately are forgotten.
pub(super) struct Kept<V> {
    generations: Mutex<[BTreeMap<String, Arc<V>>; 2]>,
}

impl<V> Kept<V> {
    /// The answer to `key`, made if it isn't there. Two threads may both make it.
    pub fn get(&self, key: &str, make: impl FnOnce() -> V) -> Arc<V> {
        if let Some(known) = self.known(key) {
            return known;
        }
        let made = Arc::new(make());
        self.keep(key, made.clone());
        made
    }

    fn known(&self, key: &str) -> Option<Arc<V>> {
        let [young, old] = &mut *self.lock();
        if let Some(known) = young.get(key) {
            return Some(known.clone());
        }
        let known = old.remove(key)?;
        young.insert(key.to_owned(), known.clone());
        Some(known)
    }

    fn keep(&self, key: &str, value: Arc<V>) {
        let [young, old] = &mut *self.lock();
        if young.len() >= GENERATION {
            *old = std::mem::take(young);
        }
        young.insert(key.to_owned(), value);
    }

    fn lock(&self) -> MutexGuard<'_, [BTreeMap<String, Arc<V>>; 2]> {
        // A thread that panicked left whole answers.
        self.generations.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<V> Default for Kept<V> {
    fn default() -> Self {
        Kept { generations: Mutex::default() }
    }
}

impl<V> fmt::Debug for Kept<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [young, old] = &*self.lock();
        write!(f, "{} answers", young.len() + old.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_again_and_again_is_made_once_however_much_else_comes() {
        let kept = Kept::default();
        let mut made = 0;
        for other in 0..10_000 {
            kept.get("always", || made += 1);
            kept.get(&other.to_string(), || ());
        }
        assert_eq!(made, 1);
        assert!(format!("{kept:?}").split(' ').next().unwrap().parse::<usize>().unwrap() <= 2 * GENERATION + 1);
    }
}
