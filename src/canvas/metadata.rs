/// What a file says about its picture. No date, so that the same drawing gives the same bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Metadata {
    /// The picture's title, in one line; may be empty.
    pub title: String,
    /// What is to be seen, for those who can't see it; may be empty.
    pub description: String,
    /// Dots per inch that the picture is meant to be printed at.
    pub dpi: f64,
}

impl Default for Metadata {
    /// No title, no description, 96 dpi as in CSS.
    fn default() -> Self {
        Self { title: String::new(), description: String::new(), dpi: 96.0 }
    }
}
