//! Names that somebody who mistyped may have meant.

use std::cmp::Reverse;

use super::fold::fold;
use super::places::{Place, all};

/// Up to three places, of that country if one is given, whose main name is like the folded one: at most one letter in
/// four is wrong, missing, too many or swapped with its neighbour. The most alike come first, then the largest.
pub fn nearest(key: &str, country: Option<&str>) -> Vec<Place> {
    let length = key.chars().count();
    let limit = (length / 4).max(1);
    let mut found: Vec<(usize, Place)> = all()
        .filter(|place| country.is_none_or(|code| place.country == code))
        .filter_map(|place| {
            let name = fold(&place.name);
            // Cheaper than the distance, and never more than it.
            let apart = name.chars().count().abs_diff(length);
            let distance = if apart > limit { apart } else { strsim::osa_distance(key, &name) };
            (distance <= limit).then_some((distance, place))
        })
        .collect();
    found.sort_by_key(|(distance, place)| (*distance, Reverse(place.population)));
    found.truncate(3);
    found.into_iter().map(|(_, place)| place).collect()
}
