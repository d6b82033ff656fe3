//! The table of every key of the route file: what it takes, what it means, what to write.
//!
//! The decoder, the suggestions, `--set`, `portolan keys` and the JSON Schema all read this one table.

mod kind;
mod legs;
mod places;
mod top;

use std::collections::BTreeMap;
use std::sync::LazyLock;

pub use kind::{Kind, Words};

use super::tree::Node;

/// A key of the route file.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its path; `*` stands for a name that the file chooses, or for an item of a list.
    pub pattern: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// A right value, as TOML.
    pub example: &'static str,
    /// What it means, in a sentence without full stop.
    pub meaning: &'static str,
    /// Whether its table must have it.
    pub required: bool,
    /// What holds if it isn't there.
    pub default: Option<&'static str>,
}

impl Key {
    const fn new(pattern: &'static str, kind: Kind, example: &'static str, meaning: &'static str) -> Self {
        Key { pattern, kind, example, meaning, required: false, default: None }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    /// The last name in the pattern.
    pub fn name(&self) -> &'static str {
        self.pattern.rsplit('.').next().unwrap_or(self.pattern)
    }
}

/// The root of the file, which stands under no name.
static ROOT: Key = Key::new("", Kind::Table, "", "the route");

/// The keys of each table, by the table's pattern.
static CHILDREN: LazyLock<BTreeMap<&str, Vec<&Key>>> = LazyLock::new(|| {
    let mut children: BTreeMap<&str, Vec<&Key>> = BTreeMap::new();
    for key in all() {
        let parent = key.pattern.rsplit_once('.').map_or("", |(parent, _)| parent);
        children.entry(parent).or_default().push(key);
    }
    children
});

/// Every key, a table before what it holds.
pub fn all() -> impl Iterator<Item = &'static Key> {
    top::KEYS.iter().chain(places::KEYS).chain(legs::KEYS)
}

/// The root of the file.
pub fn root() -> &'static Key {
    &ROOT
}

/// The keys that stand directly in the table with this pattern.
pub fn children(pattern: &str) -> &'static [&'static Key] {
    CHILDREN.get(pattern).map_or(&[], Vec::as_slice)
}

/// The key `name` in the table `parent`; also what stands under a name that the file chooses.
pub fn child(parent: &Key, name: &str) -> Option<&'static Key> {
    let name = if matches!(parent.kind, Kind::Named | Kind::Tables) { "*" } else { name };
    children(parent.pattern).iter().find(|key| key.name() == name).copied()
}

/// Whether a table holds a key that the table with this pattern doesn't know.
pub fn has_unknown(pattern: &str, node: &Node) -> bool {
    let known = |name: &str| children(pattern).iter().any(|key| key.name() == name);
    node.table().is_some_and(|table| table.entries.iter().any(|entry| !known(&entry.key.value)))
}

/// The key that a path of the file means, and how many of its names were understood if there is none.
pub fn by_path(path: &[String]) -> Result<Target, usize> {
    let mut key = root();
    for (depth, name) in path.iter().enumerate() {
        if let Kind::List(item) = key.kind {
            let last = depth + 1 == path.len() && name.parse::<usize>().is_ok();
            return if last { Ok(Target { key, item: Some(item) }) } else { Err(depth) };
        }
        key = child(key, name).ok_or(depth)?;
    }
    Ok(Target { key, item: None })
}

/// What a path means: a key, or one item of the list that it takes.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The key.
    pub key: &'static Key,
    /// What the item takes.
    pub item: Option<&'static Kind>,
}

impl Target {
    /// What a value at this path is.
    pub fn kind(&self) -> &'static Kind {
        self.item.unwrap_or(&self.key.kind)
    }
}
