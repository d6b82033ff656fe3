//! A diagnostic as a compiler shows it.

use std::fmt;

use super::Diagnostic;

/// ```text
/// error: unknown key `form`; did you mean `from`?
///   --> route.toml:33:1
///    |
/// 33 | form = "najin"
///    | ^^^^
///    = help: write `from`
///    = id: route/unknown-key
/// ```
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, self.message)?;
        let mut gutter = 2;
        if let Some(at) = &self.location {
            let number = at.line.to_string();
            gutter = number.len();
            write!(f, "\n{:gutter$}--> {}:{}:{}", "", at.file, at.line, at.column)?;
            let indent: String =
                at.text.chars().take(at.marker_start).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
            let marks = "^".repeat(at.marker_width.max(1));
            write!(f, "\n{:gutter$} |\n{number} | {}\n{:gutter$} | {indent}{marks}", "", at.text, "")?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n{:gutter$} = help: {help}", "")?;
        }
        write!(f, "\n{:gutter$} = id: {}", "", self.kind.id)
    }
}
