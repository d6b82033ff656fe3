//! Diagnostics on standard error.

use std::io::Write;
use std::path::Path;

use portolan::diagnostic::{Diagnostic, Severity, catalog};

/// Prints one line; a standard error that is closed is no reason to fail.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// What the user wrote, fit to be repeated on a terminal: short, and without control characters.
pub fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

/// A path between marks, fit to be shown.
pub fn path(path: &Path) -> String {
    format!("`{}`", shown(&path.display().to_string()))
}

/// Prints all; names that were looked up without doubt share one paragraph.
pub fn diagnostics(diagnostics: &[Diagnostic]) {
    let (looked_up, others): (Vec<_>, Vec<_>) =
        diagnostics.iter().partition(|diagnostic| diagnostic.kind == &catalog::PLACE_LOOKED_UP);
    for diagnostic in others {
        line(&format!("{diagnostic}\n"));
    }
    match looked_up.as_slice() {
        [] => {}
        [one] => line(&format!("{}: {}", one.severity, one.message)),
        several => {
            line(&format!(
                "{}: {} names were looked up among the places that portolan carries:",
                Severity::Note,
                several.len()
            ));
            for diagnostic in several {
                line(&format!("  {}", diagnostic.message));
            }
        }
    }
}

/// Says that a file is there.
pub fn written(path: &Path) {
    if path != Path::new("-") {
        line(&format!("wrote {}", path.display()));
    }
}
