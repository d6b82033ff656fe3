//! Claims about the same thing, side by side.

use std::fmt::Write;

use serde::Serialize;

use crate::journey::{Journey, MOST_COMPARED, SameThing};
use crate::report::alternative::about;
use crate::report::listed;
use crate::route::Source;

/// Claims about one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckedGroup {
    /// What they speak of, in words.
    pub about: String,
    /// Their ids.
    pub claims: Vec<String>,
    /// Whether they can't all be true.
    pub conflict: bool,
    /// The largest sets of them that can hold together, by what they report alone; the largest first.
    pub together: Vec<Vec<String>>,
    /// Who said it first.
    pub origins: Vec<Origin>,
    /// All of that in words.
    pub message: String,
}

/// A source that quotes nobody, and the claims that go back to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// Its id in the file.
    pub source: String,
    /// What it is called.
    pub name: String,
    /// Ids of the claims.
    pub claims: Vec<String>,
    /// Whether these can't all be true: then who repeats it, does so in different ways.
    pub conflict: bool,
}

pub(super) fn of(journey: &Journey) -> Vec<CheckedGroup> {
    journey.same_things().iter().map(|same| group(journey, same)).collect()
}

fn group(journey: &Journey, same: &SameThing) -> CheckedGroup {
    let route = &journey.route;
    let ids = |set: &[usize]| -> Vec<String> { set.iter().map(|&at| route.claims[at].label()).collect() };
    let from = |source: &Source| -> Vec<usize> {
        let from = same.claims.iter().copied();
        from.filter(|&at| route.origins(&route.claims[at].sources).contains(&source.id.as_str())).collect()
    };
    let origins: Vec<Origin> = route
        .sources
        .iter()
        .map(|source| (source, from(source)))
        .filter(|(_, claims)| !claims.is_empty())
        .map(|(source, claims)| Origin {
            source: source.id.clone(),
            name: source.publisher.as_deref().unwrap_or_else(|| source.label()).to_owned(),
            conflict: same.is_conflict()
                && claims.iter().any(|&one| claims.iter().any(|&other| !same.can_hold(one, other))),
            claims: ids(&claims),
        })
        .collect();
    let mut group = CheckedGroup {
        about: journey.route.claims.get(same.claims[0]).map_or_else(String::new, |claim| about(journey, claim)),
        claims: ids(&same.claims),
        conflict: same.is_conflict(),
        together: same.together.iter().map(|set| ids(set)).collect(),
        origins,
        message: String::new(),
    };
    group.message = group.in_words();
    group
}

impl CheckedGroup {
    fn in_words(&self) -> String {
        let origins = match self.origins.len() {
            0 => "of which no source is named".to_owned(),
            1 => format!("which go back to one origin, {}", self.origins[0].name),
            several => format!("which go back to {several} origins"),
        };
        let mut words = format!("{} claims, {origins}. ", self.claims.len());
        if self.conflict {
            let sets = self.together.iter().map(|set| match set.as_slice() {
                [one] => format!("{one} alone"),
                several => listed(several.to_vec()),
            });
            words += "They cannot all be true. What can hold together: ";
            words += &sets.collect::<Vec<_>>().join("; ");
            words.push('.');
        } else if self.together.is_empty() {
            let _ = write!(words, "More than {MOST_COMPARED} are not set against one another.");
        } else {
            words += "They can all be true.";
        }
        for origin in self.origins.iter().filter(|origin| origin.conflict) {
            let _ = write!(
                words,
                " {} is repeated in ways that exclude each other ({}): see what it said itself.",
                origin.name,
                listed(origin.claims.clone())
            );
        }
        words
    }
}
