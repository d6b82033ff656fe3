//! What is wrong with one value, before it is known where that value stands.

use crate::diagnostic::{Diagnostic, Kind, Location};

/// How many mistakes of a file are told one by one.
const TOLD: usize = 100;
/// How much of what the user wrote is repeated in a message.
const SHOWN_CHARS: usize = 60;

/// What is wrong, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What kind of mistake it is.
    pub kind: &'static Kind,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Wrong {
    /// A mistake without advice.
    pub fn new(kind: &'static Kind, message: impl Into<String>) -> Self {
        Wrong { kind, message: message.into(), help: None }
    }

    /// The same, with what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, naming the key that it is about.
    #[must_use]
    pub fn of(mut self, label: &str) -> Self {
        if !self.message.contains(label) {
            self.message = format!("{label}: {}", self.message);
        }
        self
    }

    /// The same with advice, if there isn't any yet.
    #[must_use]
    pub fn or_help(mut self, help: impl FnOnce() -> String) -> Self {
        self.help.get_or_insert_with(help);
        self
    }
}

/// What was found in a file so far.
#[derive(Debug, Default)]
pub struct Findings {
    told: Vec<Diagnostic>,
    untold: usize,
}

impl Findings {
    /// Notes a mistake. `locate` is called only if it will be told: finding a line in a large file takes time.
    pub fn error(&mut self, wrong: Wrong, locate: impl FnOnce() -> Option<Location>) {
        if self.is_full() {
            self.untold += 1;
            return;
        }
        let mut diagnostic = Diagnostic::error(wrong.kind, wrong.message).at(locate());
        diagnostic.help = wrong.help;
        self.push(diagnostic);
    }

    /// Whether any further mistake is only counted.
    pub fn is_full(&self) -> bool {
        self.told.len() >= TOLD
    }

    /// Adds a diagnostic that is complete, once.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if !self.told.contains(&diagnostic) {
            self.told.push(diagnostic);
        }
    }

    /// Everything, in the order of the file; then how many are not told.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.told.sort_by_key(|found| found.location.as_ref().map(|at| (at.file.clone(), at.line, at.column)));
        if let (1.., Some(last)) = (self.untold, self.told.last()) {
            let message = format!("{} more mistakes are not shown", self.untold);
            let more = Diagnostic::error(last.kind, message).help("mend these first and run again");
            self.told.push(more);
        }
        self.told
    }
}

/// What the user wrote, fit to stand in a message: short, on one line, without control characters.
pub fn shown(text: &str) -> String {
    let mut shown: String =
        text.chars().take(SHOWN_CHARS).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    if text.chars().nth(SHOWN_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

/// The candidate that somebody who wrote `word` most likely meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.get(..word.len().min(64)).unwrap_or("").to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let lower = candidate.to_lowercase();
        if lower.len() > 2 * word.len() + 8 || word.len() > 2 * lower.len() + 8 {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &lower) as f64;
        let length = word.chars().count().max(lower.chars().count()).max(1) as f64;
        let prefix = !word.is_empty() && (lower.starts_with(&word) || word.starts_with(&lower));
        let alike = 1.0 - distance / length + if prefix { 0.2 } else { 0.0 };
        if alike >= 0.6 && best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Words as a list that is read aloud: `a, b or c`.
pub fn either<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{}`", shown(word))).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => "nothing".to_owned(),
    }
}
