//! Who said it first: sources that quote one another have one origin.

use std::collections::BTreeSet;

use crate::route::{Route, Spanned};

impl Route {
    /// The origins of what these sources say: those that quote nobody, from which the others have it; each once, in the
    /// file's order.
    ///
    /// # Example
    /// ```
    /// use portolan::route::read_text;
    ///
    /// let text = "title = \"t\"\n[sources.a]\n[sources.b]\nquotes = [\"a\"]\n[sources.c]\nquotes = [\"b\"]\n\
    ///             [[legs]]\nmode = \"air\"\nfrom = \"Kyiv, UA\"\nto = \"Lviv, UA\"\nsources = [\"b\", \"c\"]\n";
    /// let route = read_text("t.toml", text, &[], None).unwrap().route;
    /// assert_eq!(route.origins(&route.legs[0].sources), ["a"]);
    /// ```
    pub fn origins(&self, sources: &[Spanned<String>]) -> Vec<&str> {
        let mut open: Vec<&str> = sources.iter().map(|source| source.value.as_str()).collect();
        let (mut seen, mut first) = (BTreeSet::new(), BTreeSet::new());
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let Some(source) = self.source(id) else { continue };
            if source.quotes.is_empty() {
                first.insert(id);
            }
            open.extend(source.quotes.iter().map(|quoted| quoted.value.as_str()));
        }
        let ids = self.sources.iter().map(|source| source.id.as_str());
        ids.filter(|id| first.contains(id)).collect()
    }
}
