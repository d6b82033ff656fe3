//! Several things at the same time.

use rayon_core::{ThreadPoolBuilder, current_num_threads, current_thread_index, join};

/// Starts the threads that share the work of laying and drawing one route, of which the calling one is one.
///
/// Without it one thing is done after the other, unless the caller is a thread of rayon's. It is for the beginning of a
/// program: a thread that has just been started may wait some milliseconds for a processor, one that waits for work
/// doesn't. Where the system has no thread to give, all is done by the one that there is.
pub fn start_threads() {
    // It fails if there are threads already, which then serve, or none to be had.
    let _ = ThreadPoolBuilder::new().use_current_thread().build_global();
}

/// Begins with something that is needed later, if there is a thread that has nothing else to do.
pub fn begin(work: impl FnOnce() + Send + 'static) {
    if current_thread_index().is_some() {
        rayon_core::spawn(work);
    }
}

/// What `aside`, on another thread if one is free, and `here` give.
pub(crate) fn at_once<A: Send, B: Send>(aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B + Send) -> (A, B) {
    // Work handed to a pool from outside would have to wait for one of its threads.
    if current_thread_index().is_none() {
        let b = here();
        return (aside(), b);
    }
    let (b, a) = join(here, aside);
    (a, b)
}

/// What `work` gives for each of the items, in their order.
pub(crate) fn each_at_once<T: Sync, A: Send>(items: &[T], work: &(impl Fn(&T) -> A + Sync)) -> Vec<A> {
    match items {
        [] => Vec::new(),
        [one] => vec![work(one)],
        _ => {
            let (first, rest) = items.split_at(items.len().div_ceil(2));
            let (more, mut all) = at_once(|| each_at_once(rest, work), || each_at_once(first, work));
            all.extend(more);
            all
        }
    }
}

/// How many things can be done at the same time.
pub(crate) fn threads() -> usize {
    if current_thread_index().is_some() { current_num_threads() } else { 1 }
}
