//! What any text of the file must be: not empty, not endless, without characters that nobody sees.

use super::super::wrong::{Wrong, shown};
use crate::diagnostic::catalog::{BAD_ID, OUT_OF_RANGE};

/// The longest line of text, in characters: more fits on no map.
const LINE: usize = 1000;
/// The longest text of several lines.
const LINES: usize = 10_000;
/// Words that can't be ids, since they mean something wherever a place may stand.
const RESERVED: [&str; 2] = ["unknown", "coast"];

/// Checks a text that stands at `label`.
pub fn check_text(text: &str, label: &str, several_lines: bool) -> Result<(), Wrong> {
    let most = if several_lines { LINES } else { LINE };
    let count = if text.len() > most { text.chars().count() } else { 0 };
    if text.trim().is_empty() {
        return Err(
            Wrong::new(&OUT_OF_RANGE, format!("{label} is empty")).help("write something between the quotation marks")
        );
    }
    if count > most {
        let message = format!("{label} has {count} characters");
        return Err(Wrong::new(&OUT_OF_RANGE, message).help(format!("shorten it to {most} at most")));
    }
    let breaks = |c: char| several_lines && matches!(c, '\n' | '\r' | '\t');
    match text.chars().find(|&c| is_invisible(c) && !breaks(c)) {
        Some('\n' | '\r') => Err(Wrong::new(&OUT_OF_RANGE, format!("{label} has a line break in it"))
            .help("write it on one line; only `note` may have several")),
        Some(c) => {
            Err(Wrong::new(&OUT_OF_RANGE, format!("{label} holds an invisible character (U+{:04X})", u32::from(c)))
                .help("delete the text and type it again"))
        }
        None => Ok(()),
    }
}

/// Control characters, the byte-order mark, and marks that turn the direction of writing.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Checks a name that the file chooses for something. Legs and claims are `numbered` too.
pub fn check_id(id: &str, numbered: bool) -> Result<(), Wrong> {
    check_text(id, "the id", false)?;
    let wrong = |what: &str, help: String| Err(Wrong::new(&BAD_ID, format!("`{}` {what}", shown(id))).help(help));
    if numbered && id.trim().parse::<f64>().is_ok() {
        return wrong("is a number, and can't be an id", "start it with a letter, as \"leg-2\"".to_owned());
    }
    if RESERVED.contains(&id) {
        return wrong("is a word of its own, and can't be an id", format!("write another one, as \"{id}-1\""));
    }
    if id != id.trim() {
        return wrong("has a space at its start or end", format!("write \"{}\"", shown(id.trim())));
    }
    if let Some(c) = id.chars().find(|c| matches!(c, '.' | '=' | '"')) {
        let plain = id.replace(['.', '=', '"'], "-").replace("- ", "-").replace("--", "-");
        return wrong(&format!("holds a `{c}`, which an id can't"), format!("write \"{}\"", shown(&plain)));
    }
    Ok(())
}
