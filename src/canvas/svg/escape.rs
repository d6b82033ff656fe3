use std::fmt::{self, Write};

/// Any text, as it must be written in XML: in an attribute's quotes as well as between tags.
pub(super) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // An attribute's tabs and line ends would be read as spaces.
                '\t' | '\n' | '\r' => write!(f, "&#{};", u32::from(character))?,
                // XML 1.0 has no way to write these, not even as a number.
                '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => f.write_char(char::REPLACEMENT_CHARACTER)?,
                _ => f.write_char(character)?,
            }
        }
        Ok(())
    }
}
