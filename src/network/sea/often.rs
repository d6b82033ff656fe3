//! What is worth its while once many routes are asked for, and would only delay a few.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use super::graph::Graph;
use super::landmarks::Landmarks;
use super::mainland::Mainland;
use super::shore::Shore;

/// It takes as long as about so many routes.
const PATIENCE: u32 = 50;

/// What makes searches shorter. It changes no route.
pub struct Often {
    pub landmarks: Landmarks,
    pub mainland: Mainland,
}

static OFTEN: OnceLock<Often> = OnceLock::new();

impl Often {
    /// Notes that a route is asked for, and prepares for more when those are many.
    pub fn note(shore: &Shore, graph: &Graph, closed_by_default: u32) -> Option<&'static Self> {
        static ASKED: AtomicU32 = AtomicU32::new(0);
        if ASKED.load(Ordering::Relaxed) < PATIENCE {
            ASKED.fetch_add(1, Ordering::Relaxed);
            return None;
        }
        Some(OFTEN.get_or_init(|| Self {
            landmarks: Landmarks::measure(graph, closed_by_default),
            mainland: Mainland::find(shore, graph),
        }))
    }

    /// What is prepared by now.
    pub fn known() -> Option<&'static Self> {
        OFTEN.get()
    }
}
