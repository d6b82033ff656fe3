//! Two things at the same time.

use std::panic::resume_unwind;
use std::thread::{self, ScopedJoinHandle};

/// What `aside`, on a thread of its own, and `here` give.
///
/// Where the system has no thread to give, one comes after the other.
pub fn at_once<A: Send, B>(aside: impl Fn() -> A + Sync, here: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let helper = thread::Builder::new().spawn_scoped(scope, &aside);
        let b = here();
        let a = match helper.map(ScopedJoinHandle::join) {
            Ok(Ok(a)) => a,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => aside(),
        };
        (a, b)
    })
}
