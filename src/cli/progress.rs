//! How far a long piece of work is, on a terminal.

use std::io::{IsTerminal, Write};

use portolan::numerals::grouped;

const WIDTH: usize = 30;

/// A bar on standard error, if that is a terminal that nothing else writes to.
pub struct Progress {
    whole: usize,
    shown: bool,
}

impl Progress {
    /// Nothing of `whole` is done yet. Where rows appear on the same terminal, there is no bar.
    pub fn new(whole: usize, to_standard_output: bool) -> Progress {
        let crowded = to_standard_output && std::io::stdout().is_terminal();
        Progress { whole, shown: whole > 1 && std::io::stderr().is_terminal() && !crowded }
    }

    /// So many are done.
    pub fn show(&self, done: usize) {
        if self.shown {
            let full = WIDTH * done / self.whole.max(1);
            let bar = format!("{}{}", "█".repeat(full), "░".repeat(WIDTH.saturating_sub(full)));
            let _ = write!(std::io::stderr(), "\r{bar} {} of {}", grouped(done as u64), grouped(self.whole as u64));
        }
    }

    /// Takes the bar away.
    pub fn clear(&self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
