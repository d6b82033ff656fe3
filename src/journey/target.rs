//! What a claim measures to or from: a place, the border of a country, the coast.

use std::collections::BTreeMap;
use std::sync::Arc;

use geo::{MultiPolygon, Point};

use crate::diagnostic::Diagnostic;
use crate::geodesy::{self, Border};
use crate::route::{Boundaries, Route, Spanned};
use crate::world::{self, Scale};

use super::countries;
use super::memo::Memo;
use super::place::{self, Located};

const BORDER_OF: &str = "border of ";
const COAST: &str = "coast";

/// Whether these words name a place, and not a border or the coast.
pub(super) fn is_place(words: &str) -> bool {
    words != COAST && !words.starts_with(BORDER_OF)
}

/// The country whose border these words name.
pub(super) fn border_of(words: &str) -> Option<&str> {
    words.strip_prefix(BORDER_OF).map(str::trim)
}

/// What the words are called in a sentence: `the border of Ukraine`, `the coast`, or the words themselves.
pub(super) fn spoken(words: &str) -> String {
    match words.strip_prefix(BORDER_OF) {
        Some(country) => {
            let name = country_named(country).map_or_else(|| country.to_owned(), |country| country.in_a_sentence());
            format!("the border of {name}")
        }
        None if words == COAST => "the coast".to_owned(),
        None => words.to_owned(),
    }
}

/// The codes of the countries whose borders the claims measure to or from.
pub(super) fn countries(route: &Route) -> impl Iterator<Item = &'static str> {
    let ends = route.claims.iter().flat_map(|claim| claim.subject.ends());
    ends.filter_map(|end| country_named(end.value.strip_prefix(BORDER_OF)?)).map(|country| country.code)
}

pub(super) fn country_named(words: &str) -> Option<world::Country> {
    world::country(words.trim()).or_else(|| world::country_by_name(words))
}

/// Something that a distance can be measured to.
pub enum Target {
    /// A place, known within a radius in kilometres; without a position if nobody says where it is.
    Place {
        /// What it is called.
        name: String,
        /// x longitude, y latitude in degrees.
        position: Option<Point>,
        /// How well that is known.
        radius_km: f64,
    },
    /// The border of a country, coast included, at 1:10m.
    Border {
        /// What it is called: `the border of Ukraine`.
        name: String,
        /// In whose view.
        boundaries: Boundaries,
        /// The line itself.
        border: Arc<Border>,
    },
    /// The coast of any land, at 1:10m.
    Coast {
        /// The line itself.
        border: Arc<Border>,
    },
}

impl Target {
    /// What it is called in a sentence.
    pub fn name(&self) -> &str {
        match self {
            Target::Place { name, .. } | Target::Border { name, .. } => name,
            Target::Coast { .. } => "the coast",
        }
    }

    /// Where the data comes from that it is measured on, if it is not just a point.
    pub fn provenance(&self) -> Option<String> {
        match self {
            Target::Place { .. } => None,
            Target::Border { boundaries, .. } => {
                Some(format!("{boundaries} boundaries, {} at {}", world::SOURCE, Scale::M10))
            }
            Target::Coast { .. } => Some(format!("{} at {}", world::SOURCE, Scale::M10)),
        }
    }

    /// The nearest point of the outline that `from` lies within, and how far that is in kilometres; `None` from outside.
    pub fn outline(&self, from: Point) -> Option<(Point, f64)> {
        match self {
            Target::Border { border, .. } if border.contains(from) => {
                border.nearest(from).map(|nearest| (nearest.position, nearest.distance_km))
            }
            _ => None,
        }
    }

    /// The point of it that is nearest to `from`, and how far that is in kilometres; 0 from inside a country.
    pub fn nearest(&self, from: Point) -> Option<(Point, f64)> {
        match self {
            Target::Place { position, .. } => position.map(|to| (to, geodesy::distance_km(from, to))),
            Target::Border { border, .. } if border.contains(from) => Some((from, 0.0)),
            Target::Border { border, .. } | Target::Coast { border } => {
                border.nearest(from).map(|nearest| (nearest.position, nearest.distance_km))
            }
        }
    }
}

impl Target {
    /// How far `from` is from it, in kilometres, negative inside a country: no more changes than one moves. `None` where that is
    /// not known.
    pub(super) fn signed_km(&self, from: Point) -> Option<f64> {
        match self {
            Target::Place { position, .. } => position.map(|to| geodesy::distance_km(from, to)),
            Target::Coast { border } => border.nearest(from).map(|nearest| nearest.distance_km),
            Target::Border { border, .. } => {
                let km = border.nearest(from)?.distance_km;
                Some(if border.contains(from) { -km } else { km })
            }
        }
    }
}

/// Everything that the route's claims measure to or from, by the words that they use.
pub(super) fn resolve(
    route: &Route,
    places: &[Located],
    memo: &Memo,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Target> {
    let mut targets = BTreeMap::new();
    for claim in &route.claims {
        let mut names: Vec<&Spanned<String>> = claim.readings.iter().collect();
        names.extend(claim.subject.ends());
        for name in names {
            if !targets.contains_key(&name.value)
                && let Some(target) = target(name, route, places, memo, diagnostics)
            {
                targets.insert(name.value.clone(), target);
            }
        }
    }
    targets
}

/// What these words mean.
pub(super) fn target(
    name: &Spanned<String>,
    route: &Route,
    places: &[Located],
    memo: &Memo,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Target> {
    if name.value == COAST {
        let coast = || Border::new(&MultiPolygon::new(world::land(Scale::M10, &[world::everywhere()])));
        let border = memo.borders.get(COAST, || Some(Arc::new(coast())));
        return (*border).clone().map(|border| Target::Coast { border });
    }
    let Some(country) = name.value.strip_prefix(BORDER_OF) else {
        return place::find(places, &name.value).map(|place| Target::Place {
            name: place.name.clone(),
            position: place.position,
            radius_km: place.radius_km,
        });
    };
    let country = country.trim();
    let border = memo.borders.get(&format!("{country} {}", route.boundaries), || {
        let shape = world::country_shape(country_named(country)?.code, route.boundaries)?;
        Some(Arc::new(Border::new(&shape)))
    });
    let Some(border) = (*border).clone() else {
        diagnostics.push(countries::unknown(route, name, country, "write the ISO 3166-1 code: \"border of UA\""));
        return None;
    };
    Some(Target::Border { name: spoken(&name.value), boundaries: route.boundaries, border })
}
