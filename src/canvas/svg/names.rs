use std::collections::BTreeMap;

/// Gives every group an `id` of its own, made of its name.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, usize>);

impl Names {
    /// The name with everything but letters and digits as hyphens; the second of the same gets a number.
    ///
    /// It begins with a letter and never with `_`, as the ids of glyphs and clips do.
    pub fn unique(&mut self, name: &str) -> String {
        let hyphened: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let words: Vec<&str> = hyphened.split('-').filter(|word| !word.is_empty()).collect();
        let mut id = words.join("-");
        if !id.starts_with(char::is_alphabetic) {
            id.insert_str(0, "group-");
        }
        loop {
            let times = self.0.entry(id.clone()).or_insert(0);
            *times += 1;
            if *times == 1 {
                return id;
            }
            id = format!("{id}-{times}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn ids_are_made_of_names_and_never_come_twice() {
        let mut names = Names::default();
        let ids = ["Leg 1: \"rail\"", "leg", "leg", "leg-2", "_c1", "12", "море"].map(|name| names.unique(name));
        assert_eq!(ids, ["Leg-1-rail", "leg", "leg-2", "leg-2-2", "c1", "group-12", "море"]);
    }
}
