//! An alternative of the same route.

use super::Spanned;

/// A named set of changes to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its key in the file.
    pub name: String,
    /// The keys that it changes; their values are in the tree that the route was decoded from.
    pub keys: Vec<Spanned<String>>,
}
