use std::fmt;

/// A character that no face can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The first such character.
    pub character: char,
    /// The text that it stands in.
    pub text: String,
}

impl fmt::Display for MissingGlyph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |c: char| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c };
        let text: String = self.text.chars().map(shown).collect();
        let code = u32::from(self.character);
        write!(
            f,
            "no font has the character \u{201c}{}\u{201d} (U+{code:04X}) of \u{201c}{text}\u{201d}",
            shown(self.character)
        )
    }
}

impl std::error::Error for MissingGlyph {}
