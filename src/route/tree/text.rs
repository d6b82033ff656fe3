//! From bytes to text: UTF-8, with or without a byte-order mark.

use super::super::Span;

/// Why bytes are not a text.
#[derive(Debug)]
pub struct TextError {
    /// The text as far as it can be shown: bad bytes are replaced.
    pub text: String,
    /// Where the first bad byte stands in `text`.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The text of a file's bytes, without byte-order mark.
///
/// # Errors
/// Bytes that are not UTF-8, and NUL, which no text holds.
pub fn decode_text(bytes: Vec<u8>) -> Result<String, Box<TextError>> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
            let message = format!("the file is not UTF-8: byte {:02X} starts no character", bytes[at]);
            let help = if bytes.contains(&0) && !wide {
                "it looks like a picture or a program rather than a text; is it the right file?"
            } else if wide {
                "it looks like UTF-16; save it again with the encoding \"UTF-8\""
            } else {
                "type this character again and save the file with the encoding \"UTF-8\""
            };
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let span = Span { document: 1, start: at, end: at + 1 };
            return Err(Box::new(TextError { text, span, message, help: help.to_owned() }));
        }
    };
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    if let Some(at) = text.find('\0') {
        let message = "a byte 00 (NUL) stands here, which no text holds".to_owned();
        let help = "delete it, or save the file as plain text with the encoding \"UTF-8\"".to_owned();
        return Err(Box::new(TextError { span: Span { document: 1, start: at, end: at + 1 }, text, message, help }));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decode_text("\u{FEFF}title".into()).unwrap(), "title");
    }

    #[test]
    fn the_bad_byte_is_found_behind_letters_of_several_bytes() {
        let error = decode_text([&b"\xD0\x94\n"[..], b"ab\xFFc"].concat()).unwrap_err();
        assert!(error.text[error.span.start..].starts_with('\u{FFFD}'), "{error:?}");
        assert!(error.message.contains("UTF-8") && error.message.contains("FF"));
    }
}
