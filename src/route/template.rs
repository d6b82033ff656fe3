//! The route file that `portolan new` writes: a made-up example that explains itself.

/// A commented route file that can be read, measured and drawn as it is.
pub const TEMPLATE: &str = include_str!("template.toml");
